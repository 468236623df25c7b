import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Domain, tableOf } from '@syft-libs/domain';
import { expect, test } from 'vitest';
import { labSupport } from '../lab/lab-support.ts';

const main = join(import.meta.dirname, 'scientist-main.ts');

/** Runs a scientist's process to its end; gives what it printed. */
async function runScientist(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@syft-libs/source', main, ...args], { timeout: 30_000 });
  return JSON.parse(stdout) as Record<string, unknown>;
}

test('a request outlives its process and the domain’s: ask, exit, restart, approve, another process has the value', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'syft-journey-'));
  const [dataDir, path] = [join(folder, 'domain'), join(folder, 'identity.json')];
  try {
    const first = await Domain.open({ dataDir, libraries: [labSupport] });
    await first.addDataset('patients', tableOf({ x: Float64Array.of(1, 2, 3.5) }));
    const { person, invitation } = await first.invite({ name: 'ada' });
    await first.grant({ to: person, dataset: 'patients' });
    const { port, url } = await first.listen();
    const asked = await runScientist('ask', url, path, invitation);
    expect(asked['states']).toEqual(['pending']);
    await first.close();

    const second = await Domain.open({ dataDir, libraries: [labSupport] });
    await second.listen({ port });
    const { id } = asked as { id: string };
    const waiting = runScientist('take', url, path, id);
    expect(await second.review(id)).toMatchObject({ reason: 'study 12', elements: 1, failure: null, person: { name: 'ada' } });
    await second.approve(id, { uses: 2 });
    expect(await waiting).toEqual({ value: 6.5, known: 1 });
    // The identity in the file is the person: a further process is no stranger.
    expect(await runScientist('take', url, path, id)).toEqual({ value: 6.5, known: 1 });
    await expect(runScientist('take', url, path, id)).rejects.toThrow('USED_UP');
    await second.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
