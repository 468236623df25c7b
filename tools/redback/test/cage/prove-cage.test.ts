import { expect, test, vi } from 'vitest';
import { hasNamespaces } from '../../src/crawl/cage/cage-command.ts';
import { findCageNode } from '../../src/crawl/cage/cage-node.ts';
import { proveCage } from '../../src/crawl/cage/prove-cage.ts';
import { NODE_24 } from '../runtime/node-24.ts';

vi.setConfig({ testTimeout: 30_000 });

test('the proof names the node, what holds what, and what stopped each attempt', async () => {
  const node = findCageNode();
  const proof = await proveCage();
  expect(proof.cage).toBe(
    node.holdsSockets
      ? `node@${node.version} permission+fs+net+child+worker patched+signals`
      : `node@${node.version} permission+fs+child+worker patched+net+signals`,
  );
  const stopped = Object.fromEntries(proof.checks.map(({ attempt, stoppedBy }) => [attempt, stoppedBy]));
  expect(stopped).toMatchObject({
    'write a file, without patches': 'ERR_ACCESS_DENIED',
    'write a database': 'ERR_ACCESS_DENIED',
    'kill another process': 'ERR_ACCESS_DENIED',
    allocate: 'memory',
    grow: 'memory',
    loop: 'deadline',
    flood: 'flood',
  });
});

test('without namespaces the cage of a node before 26 holds by patches, and its name says so', async () => {
  const proof = await proveCage({ node: NODE_24, namespaces: false });
  expect(proof.cage).toContain('patched+net');
  expect(proof.extras).toEqual(process.platform === 'win32' ? [] : ['file size 0']);
  expect(proof.checks.find(({ attempt }) => attempt === 'connect a socket')?.stoppedBy).toBe('ERR_ACCESS_DENIED');
});

test('a cage that does not hold is found out', async () => {
  // A node that is said to hold sockets by its permission model, and does not.
  const boasting = { ...NODE_24, holdsSockets: true };
  await expect(proveCage({ node: boasting, namespaces: false })).rejects.toMatchObject({ code: 'INTERNAL' });
});

test.runIf(hasNamespaces())('namespaces keep signals and sockets back even without patches', async () => {
  const proof = await proveCage({ node: NODE_24, namespaces: true });
  expect(proof.extras).toContain('pid+net+ipc namespaces');
  expect(proof.checks.map(({ attempt }) => attempt)).toContain('kill another process, without patches');
});
