import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CageNode, findCageNode } from '../../src/crawl/cage/cage-node.ts';
import type { RuntimeWalk } from '../../src/crawl/runtime/runtime-walk.ts';
import { walkLibrary } from '../../src/crawl/runtime/walk-library.ts';
import { type InstalledFixture, installFixture } from './installed-fixture.ts';
import { NODE_24 } from './node-24.ts';

vi.setConfig({ testTimeout: 30_000 });

const MEMORY = 256 * 2 ** 20;

let fixture: InstalledFixture;
let server: Server;
let victim: ChildProcess;
let connections = 0;

beforeAll(async () => {
  fixture = installFixture('hostile');
  server = createServer(() => void connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  victim = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const { port } = server.address() as { port: number };
  fixture.leave({ folder: fixture.outside, port, victims: [process.pid, victim.pid] });
});

afterAll(() => {
  victim.kill('SIGKILL');
  server.close();
  fixture.remove();
});

const walk = (
  subpaths: readonly string[],
  options: { node?: CageNode; namespaces?: boolean; deadline?: number } = {},
): Promise<RuntimeWalk> =>
  walkLibrary({ library: fixture.library, root: 'hostile', subpaths, limits: { memory: MEMORY }, deadline: 5_000, ...options });

const problemsOf = (seen: RuntimeWalk) => Object.fromEntries(seen.entryPoints.map(({ subpath, problem }) => [subpath, problem]));
const namesOf = (seen: RuntimeWalk, entry: string) =>
  seen.members.filter(({ path }) => path.startsWith(`hostile.${entry}.`)).map(({ path }) => path.slice(entry.length + 9));

test('an entry point that throws costs itself alone, whatever it throws', async () => {
  const seen = await walk(['./throws', './throws-text', './throws-trap', './good']);
  expect(problemsOf(seen)).toEqual({
    './throws': 'throws RangeError',
    './throws-text': 'throws Thrown_string',
    './throws-trap': 'ends the process with code 7',
    './good': null,
  });
  expect(namesOf(seen, 'good')).toContain('sum');
});

test('an entry point that exits or aborts is told by how it ended, and its siblings are crawled', async () => {
  const seen = await walk(['./exits', './aborts', './good']);
  expect(problemsOf(seen)).toEqual({
    './exits': 'ends the process with code 3',
    './aborts': 'crashes the process',
    './good': null,
  });
  expect(namesOf(seen, 'good')).toContain('sum');
});

test('an entry point that never ends is stopped at its deadline', async () => {
  const seen = await walk(['./good', './hangs'], { deadline: 1_500 });
  expect(problemsOf(seen)).toEqual({ './good': null, './hangs': 'does not end' });
  expect(namesOf(seen, 'good')).toContain('sum');
});

test('an entry point that allocates without end is stopped by its memory, one that prints without end by its output', async () => {
  const seen = await walk(['./allocates', './floods', './good'], { deadline: 15_000 });
  expect(problemsOf(seen)['./allocates']).toBe('outgrows its memory');
  expect(problemsOf(seen)['./floods']).toBe('floods the output');
  expect(problemsOf(seen)['./good']).toBeNull();
});

test('a message that the library forges ends its cage', async () => {
  expect(problemsOf(await walk(['./forges', './good']))).toEqual({ './forges': 'writes on the channel of the cage', './good': null });
});

const nodes: readonly (readonly [string, CageNode | undefined, boolean | undefined])[] = [
  ['the pinned node', undefined, undefined],
  ['the pinned node without namespaces', undefined, false],
  ['node 24 without namespaces', NODE_24, false],
];

test.each(nodes)('under %s nothing is written, connected, started or killed', async (_, file, namespaces) => {
  const node = file ?? findCageNode();
  const seen = await walk(['./kills', './writes', './connects', './good'], { node, ...(namespaces === undefined ? {} : { namespaces }) });
  expect(problemsOf(seen)).toEqual({ './kills': null, './writes': null, './connects': null, './good': null });
  expect(seen.members.find(({ path }) => path === 'hostile.writes.done')?.runtime.constant).toBe('0');
  expect(readdirSync(fixture.outside)).toEqual([]);
  expect(connections).toBe(0);
  expect([victim.exitCode, victim.signalCode]).toEqual([null, null]);
  expect(existsSync(`/proc/${process.pid}`) || process.platform !== 'linux').toBe(true);
});

test('no getter, toString or Proxy of the library runs while it is walked', async () => {
  const seen = await walk(['./getters']);
  expect(problemsOf(seen)).toEqual({ './getters': null });
  const facts = Object.fromEntries(
    seen.members.map((member) => [member.path.slice(16), [member.kind, member.runtime.access, member.aliasOf]]),
  );
  expect(facts).toEqual({
    exit: ['property', 'get', null],
    kept: ['function', 'value', null],
    'kept.toString': ['function', 'value', null],
    revoked: ['constant', 'value', null],
    self: ['namespace', 'value', 'hostile.getters'],
    trap: ['constant', 'value', null],
    trapped: ['constant', 'value', null],
  });
});

test('an entry point that changes the language is none, and the others are walked without it', async () => {
  const seen = await walk(['./patches', './good']);
  expect(seen.entryPoints[0]).toEqual({
    subpath: './patches',
    loads: 'none',
    problem: 'changes Array.prototype.last, JSON.stringify, Object.keys for all code',
  });
  expect(namesOf(seen, 'patches')).toEqual([]);
  expect(namesOf(seen, 'good')).toContain('Shape.grow');
});
