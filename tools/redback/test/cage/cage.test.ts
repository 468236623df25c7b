import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { Cage } from '../../src/crawl/cage/cage.ts';
import { parseReply } from '../../src/crawl/cage/cage-messages.ts';
import { findCageNode } from '../../src/crawl/cage/cage-node.ts';
import { ProcessorClock } from '../../src/crawl/cage/processor-time.ts';
import { findInstalledLibrary } from '../../src/crawl/cage/read-grants.ts';
import { childrenOf } from '../../src/crawl/cage/read-proc.ts';

vi.setConfig({ testTimeout: 20_000 });

const PROOF = new URL('../../src/crawl/cage/inside/proof-main.ts', import.meta.url);
const CAGE = new URL('../../src/crawl/cage/cage.ts', import.meta.url);
const cages: Cage[] = [];
const open = (limits = {}) => {
  const cage = new Cage({ script: PROOF, reads: [], limits });
  cages.push(cage);
  return cage;
};

function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
}

afterEach(async () => {
  await Promise.all(cages.splice(0).map((cage) => cage.close()));
});

test('a cage answers, fails by name alone, and after its end says how it ended', async () => {
  const cage = open();
  expect(await cage.ask('attempts', null, 10_000)).toMatchObject({ kind: 'answered', strays: [] });
  expect(await cage.ask('no such thing', null, 10_000)).toEqual({ kind: 'failed', error: 'TypeError', strays: [] });
  expect(await cage.ask('loop', null, 100)).toEqual({ kind: 'ended', end: { how: 'deadline' } });
  expect(await cage.ask('attempts', null, 100)).toEqual({ kind: 'ended', end: { how: 'deadline' } });
});

test('a cage is asked one thing at a time', async () => {
  const cage = open();
  const first = cage.ask('attempts', null, 10_000);
  await expect(cage.ask('attempts', null, 10_000)).rejects.toThrow(TypeError);
  expect((await first).kind).toBe('answered');
});

test('an answer that is longer than the limit ends the cage', async () => {
  expect(await open({ answer: 40 }).ask('attempts', null, 10_000)).toEqual({ kind: 'ended', end: { how: 'forged' } });
});

test('closing a cage while it works settles what waits and leaves no process', async () => {
  const cage = open();
  const answer = cage.ask('loop', null, 60_000);
  await cage.close();
  expect(await answer).toEqual({ kind: 'ended', end: { how: 'closed' } });
});

test.runIf(process.platform === 'linux' && existsSync('/usr/bin/setpriv'))(
  'a cage that works ends with its parent, whatever ended that',
  async () => {
    const code = `const { Cage } = await import('${CAGE}'); new Cage({ script: new URL('${PROOF}'), reads: [] }).ask('loop', null, 60_000);`;
    const parent = spawn(process.execPath, ['--conditions=@syft-libs/source', '--input-type=module', '-e', code], { stdio: 'ignore' });
    const below = (pid: number): readonly number[] => childrenOf(pid).flatMap((child) => [child, ...below(child)]);
    const isBusy = (pid: number) => (new ProcessorClock(pid).used() ?? 0) > 300;
    await expect.poll(() => below(parent.pid as number).some(isBusy), { timeout: 10_000 }).toBe(true);
    const pids = below(parent.pid as number);
    parent.kill('SIGKILL');
    await expect.poll(() => pids.filter(isRunning), { timeout: 5_000 }).toEqual([]);
  },
);

test.each([
  ['no JSON', 'x'],
  ['another token', '{"token":"b","kind":"answer","id":1}'],
  ['no id', '{"token":"a","kind":"answer"}'],
  ['another kind', '{"token":"a","kind":"run","id":1}'],
  ['no object', '"a"'],
])('a line with %s is no message', (_, line) => {
  expect(parseReply(line, 'a')).toBeUndefined();
});

test('an error leaves a cage as a name or as nothing', () => {
  expect(parseReply('{"token":"a","kind":"failure","id":1,"error":"RangeError"}', 'a')).toMatchObject({ error: 'RangeError' });
  expect(parseReply('{"token":"a","kind":"failure","id":1,"error":"row 7: <secret>"}', 'a')).toMatchObject({ error: 'Error' });
});

test('a file that is no node is refused', () => {
  expect(() => findCageNode('/no/such/node')).toThrow('cannot use cage node: no such file');
  expect(() => findCageNode('/bin/false')).toThrow('cannot use cage node: it does not start');
});

test('a library may read the folders of what it depends on, and a library that is not installed is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redback-grants-'));
  const store = join(folder, 'store', 'node_modules');
  const put = (name: string, dependencies: object) => {
    mkdirSync(join(store, name), { recursive: true });
    writeFileSync(join(store, name, 'package.json'), JSON.stringify({ name, dependencies }));
  };
  put('a', { '@scope/b': '1', absent: '1' });
  put('@scope/b', { a: '1' });
  mkdirSync(join(folder, 'project', 'node_modules'), { recursive: true });
  symlinkSync(join(store, 'a'), join(folder, 'project', 'node_modules', 'a'));
  const library = findInstalledLibrary('a', join(folder, 'project'));
  expect(library.folder).toBe(join(store, 'a'));
  expect(library.reads).toEqual([join(folder, 'project', 'node_modules'), store]);
  mkdirSync(join(folder, 'project', 'part', 'node_modules', '.cache'), { recursive: true });
  expect(findInstalledLibrary('a', join(folder, 'project', 'part'))).toEqual({ ...library, from: join(folder, 'project') });
  expect(() => findInstalledLibrary('absent', join(folder, 'project'))).toThrow('absent is not installed');
  rmSync(folder, { recursive: true });
});
