import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InstalledFixture, installFixture } from '../runtime/installed-fixture.ts';
import { type ProbedLibrary, probeInstalled } from './probe-installed.ts';

let fixture: InstalledFixture;
let hostile: ProbedLibrary;

beforeAll(async () => {
  fixture = installFixture('hostile');
  hostile = await probeInstalled('hostile', { from: fixture.library.from, subpaths: ['./good'] });
}, 300_000);

afterAll(() => fixture.remove());

test('a member that never ends or quits costs itself alone', () => {
  expect(hostile.facts('good.forever')).toMatchObject({ ok: 0, crash: 'does not end' });
  expect(hostile.facts('good.quit')).toMatchObject({ ok: 0, crash: 'ends the process with code 4' });
  expect(hostile.facts('good.sum')).toMatchObject({ crash: null, rows: 'reduce' });
});

test('what is reached for is told, though it was held back', () => {
  expect(hostile.facts('good.readsFile').reached).toEqual(['fs']);
  expect(hostile.facts('good.opens').reached).toEqual(['net']);
});

test('state is told, whether an export shows it, a global or the next call alone', () => {
  for (const path of ['remember', 'leak', 'counted']) expect(hostile.facts(`good.${path}`).changesModule).toBe(true);
  expect(hostile.facts('good.sum').changesModule).toBe(false);
});

test('a function that calls what it is given, one that sorts in place, one that gives a view', () => {
  expect(hostile.facts('good.call').callsBack).toBe(true);
  expect(hostile.facts('good.sortInPlace')).toMatchObject({ mutates: ['arg:0'], givesBack: 'changed' });
  expect(hostile.facts('good.chance').usesRandom).toBe(true);
});

test('a class that no export names is found by the call that makes one, and its members are called', () => {
  expect(hostile.facts('Hidden.reveal').results).toMatchObject([{ type: 'number' }]);
  expect(hostile.facts('good.Square.diagonal').results).toMatchObject([{ type: 'number' }]);
});

describe('members that attack when they are called', () => {
  let attacker: InstalledFixture;
  let server: Server;
  let victim: ChildProcess;
  let acts: ProbedLibrary;
  let connections = 0;

  beforeAll(async () => {
    attacker = installFixture('hostile');
    server = createServer(() => void connections++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    victim = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    attacker.leave({ folder: attacker.outside, port: (server.address() as { port: number }).port, victims: [process.pid, victim.pid] });
    acts = await probeInstalled('hostile', { from: attacker.library.from, subpaths: ['./acts'] });
  }, 300_000);

  afterAll(() => {
    victim.kill('SIGKILL');
    server.close();
    attacker.remove();
  });

  test('write, connect, start and kill nothing', () => {
    expect(readdirSync(attacker.outside)).toEqual([]);
    expect(connections).toBe(0);
    expect([victim.exitCode, victim.signalCode]).toEqual([null, null]);
  });

  test.each(['writes', 'connects', 'spawns', 'threads'])('%s is told by what it reached for', (name) => {
    expect(acts.facts(`acts.${name}`).reached).not.toEqual([]);
  });

  test.each(['allocates', 'floods', 'aborts', 'kills'])('%s is told by how it ended its process, or reached beyond it', (name) => {
    const { crash, reached } = acts.facts(`acts.${name}`);
    expect([crash, ...reached]).not.toEqual([null]);
  });

  test('cost their siblings nothing', () => {
    expect(acts.facts('acts.honest')).toMatchObject({ crash: null, rows: 'reduce' });
    expect(acts.facts('acts.throws')).toMatchObject({ ok: 0, crash: null });
  });
});
