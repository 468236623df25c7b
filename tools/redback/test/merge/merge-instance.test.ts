import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findInstalledLibrary } from '../../src/crawl/cage/read-grants.ts';
import { mergeInstance } from '../../src/crawl/merge/merge-instance.ts';
import type { Merged } from '../../src/crawl/merge/merged.ts';
import { CageSession } from '../../src/crawl/runtime/cage-session.ts';
import type { InstanceFacts, RuntimeMember } from '../../src/crawl/runtime/runtime-walk.ts';
import type { Sample } from '../../src/surface/sample.ts';
import type { SeenMember, SeenType } from '../../src/surface/snapshot.ts';
import { installTinyLib, type TinyInstall } from '../fixtures/install-tiny-lib.ts';
import { linesOf, mergedLine, mergeInstalled } from './merged-lines.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FIELDS = /\.(Circle|Shape|Square)\.(name|shout|side|tags)$/;

describe('instances of tiny-lib', () => {
  let install: TinyInstall;
  let session: CageSession;
  beforeAll(() => {
    install = installTinyLib();
    const library = findInstalledLibrary('tiny-lib', install.folder);
    session = new CageSession({ library, root: 'tinyLib', subpaths: ['.'] });
  });
  afterAll(async () => {
    await session.close();
    install[Symbol.dispose]();
  });

  const plot: Sample = { $: 'call', path: 'tinyLib.openPlot', args: [] };
  const factsOf = async (recipe: Sample) => {
    const facts = await session.describeInstance(recipe);
    if (facts === null) throw new Error('no instance');
    return facts;
  };
  const circle = () => factsOf({ $: 'new', path: 'tinyLib.Circle', args: [1] });
  const square = () => factsOf({ $: 'new', path: 'tinyLib.Square', args: [1] });

  test('what a base class gives every instance stands with the base, once', async () => {
    const before = await mergeInstalled('tiny-lib', install.folder);
    const after = mergeInstance(mergeInstance(before, await circle()), await square());
    expect(linesOf(after, FIELDS)).toEqual([
      'tinyLib.Shape.name | property | on instances only |  | () => string',
      'tinyLib.Shape.shout | method | on instances only |  | () => string',
      'tinyLib.Shape.tags | property | on instances only |  | () => string[]',
      'tinyLib.Square.side | property | on instances only |  | () => number',
    ]);
    expect(after.types.filter(({ ownOnInstance }) => ownOnInstance.length > 0)).toMatchObject([
      { id: 'tinyLib.Circle', ownOnInstance: ['name', 'shout', 'tags'] },
      { id: 'tinyLib.Square', ownOnInstance: ['name', 'shout', 'side', 'tags'] },
    ]);
    expect(after.members).toHaveLength(before.members.length);
  });

  test('a class that no export leads to joins what is declared of it', async () => {
    // A call before shows the class to the process already.
    await session.call({ path: 'tinyLib.openPlot', args: [] });
    let merged = mergeInstance(await mergeInstalled('tiny-lib', install.folder), await factsOf(plot));
    merged = mergeInstance(merged, await factsOf({ $: 'call', path: 'tinyLib.Plot.bounds', receiver: plot, args: [] }));
    expect(linesOf(merged, /\.(Plot|Bounds)\./)).toEqual([
      'tinyLib.Bounds.contains | method |  |  | (x: number) => boolean',
      'tinyLib.Bounds.width | property | on instances only |  | () => number',
      'tinyLib.Plot.bounds | method |  |  | () => tinyLib.Bounds',
      'tinyLib.Plot.line | method |  |  | (x: number, y: number) => tinyLib.Plot',
      'tinyLib.Plot.points | property | on instances only |  | () => [number, number][]',
    ]);
  });

  test('the same instance twice, or others first, changes nothing', async () => {
    const before = await mergeInstalled('tiny-lib-untyped', install.folder);
    const library = findInstalledLibrary('tiny-lib-untyped', install.folder);
    const other = new CageSession({ library, root: 'tinyLibUntyped', subpaths: ['.'] });
    const [first, second] = [
      await other.describeInstance({ $: 'new', path: 'tinyLibUntyped.Circle', args: [1] }),
      await other.describeInstance({ $: 'new', path: 'tinyLibUntyped.Shape', args: ['x'] }),
    ] as [InstanceFacts, InstanceFacts];
    await other.close();
    const bare = { ...before, members: before.members.filter(({ runtime }) => runtime !== null) };
    const forward = mergeInstance(mergeInstance(bare, first), second);
    expect(linesOf(forward, FIELDS).map((line) => line.replaceAll('tinyLibUntyped', 't'))).toEqual([
      't.Shape.name | property | run time only, on instances only',
      't.Shape.shout | method | run time only, on instances only',
      't.Shape.tags | property | run time only, on instances only',
    ]);
    expect(mergeInstance(mergeInstance(bare, second), first)).toEqual(forward);
    expect(mergeInstance(forward, first)).toEqual(forward);
  });
});

describe('instances told by hand', () => {
  const type = (id: string, more: Partial<SeenType> = {}): SeenType => ({
    id,
    extends: [],
    builtin: null,
    ownOnInstance: [],
    exportedAs: null,
    recipes: [],
    travel: null,
    problem: null,
    ...more,
  });
  const runtime = { typeof: 'function', arity: 0, access: 'value', isOnInstanceOnly: false, constant: null, smells: [] } as const;
  const member = (path: string, signature: string | null, more: Partial<SeenMember> = {}): SeenMember => ({
    path,
    ownName: null,
    kind: 'method',
    isStatic: false,
    aliasOf: null,
    isPrivate: false,
    runtime: null,
    declared: signature === null ? null : { source: 'declaration', signatures: [signature], instances: [], doc: '', isDeprecated: false },
    probe: null,
    ...more,
  });
  const found = (path: string, more: Partial<RuntimeMember> = {}): RuntimeMember => ({
    path,
    kind: 'method',
    isStatic: false,
    aliasOf: null,
    runtime,
    ...more,
  });
  const instance = (id: string, members: readonly RuntimeMember[], ownOnInstance: readonly string[] = []): InstanceFacts => ({
    type: id,
    types: [{ id, extends: [], builtin: null, exportedAs: null, needsNew: false }],
    members,
    ownOnInstance,
  });

  test('a hidden class takes over the declared type of its name, wherever that is spoken of', () => {
    const merged: Merged = {
      types: [type('core.Grid')],
      members: [member('core.Grid.at', '() => core.Grid'), member('lib.grid', '() => core.Grid', { kind: 'function', runtime })],
    };
    const after = mergeInstance(merged, instance('lib.Grid', [found('lib.Grid.at')]));
    expect(after.types.map(({ id }) => id)).toEqual(['lib.Grid']);
    expect(after.members.map(mergedLine)).toEqual([
      'lib.Grid.at | method |  |  | () => lib.Grid',
      'lib.grid | function |  |  | () => lib.Grid',
    ]);
  });

  test('hidden classes that a declared type was promised for implement it, and say what it lacks alone', () => {
    const merged: Merged = { types: [type('lib.Grid')], members: [member('lib.Grid.at', '() => number')] };
    const one = instance('lib.Grid1', [found('lib.Grid1.at'), found('lib.Grid1.turn')]);
    const two = instance(
      'lib.Grid2',
      [found('lib.Grid2.at'), found('lib.Grid2.size', { kind: 'property', runtime: { ...runtime, isOnInstanceOnly: true } })],
      ['size'],
    );
    let after = mergeInstance(merged, one, { declaredAs: 'lib.Grid' });
    after = mergeInstance(after, two, { declaredAs: 'lib.Grid' });
    expect(mergeInstance(after, two, { declaredAs: 'lib.Grid' })).toEqual(after);
    expect(after.types.map(({ id, extends: bases, ownOnInstance }) => [id, ...bases, ...ownOnInstance])).toEqual([
      ['lib.Grid'],
      ['lib.Grid1', 'lib.Grid'],
      ['lib.Grid2', 'lib.Grid', 'size'],
    ]);
    expect(after.members.map(mergedLine)).toEqual([
      'lib.Grid.at | method |  |  | () => number',
      'lib.Grid1.turn | method | run time only',
      'lib.Grid2.size | property | run time only, on instances only',
    ]);
  });

  test('what lists and errors have by themselves is not the library’s', () => {
    const merged: Merged = {
      types: [type('lib.List', { builtin: 'Array', exportedAs: 'lib.List' })],
      members: [member('lib.List', null, { kind: 'class', runtime })],
    };
    const own = (name: string) =>
      found(`lib.List.${name}`, { kind: 'property', runtime: { ...runtime, typeof: 'number', isOnInstanceOnly: true } });
    const after = mergeInstance(merged, {
      type: 'lib.List',
      types: [],
      members: [own('length'), own('unit')],
      ownOnInstance: ['length', 'unit'],
    });
    expect(after.types[0]?.ownOnInstance).toEqual(['unit']);
    expect(after.members.map(({ path }) => path)).toEqual(['lib.List', 'lib.List.unit']);
  });

  test('a static gives its path to a field of its name, and its aliases follow', () => {
    const merged: Merged = {
      types: [type('lib.M', { exportedAs: 'lib.M' })],
      members: [
        member('lib.M', null, { kind: 'class', runtime }),
        member('lib.M.size', null, { kind: 'function', isStatic: true, runtime }),
        member('lib.size', null, { kind: 'function', aliasOf: 'lib.M.size', runtime }),
      ],
    };
    const size = found('lib.M.size', { kind: 'property', runtime: { ...runtime, isOnInstanceOnly: true } });
    const after = mergeInstance(merged, { type: 'lib.M', types: [], members: [size], ownOnInstance: ['size'] });
    expect(after.members.map(mergedLine)).toEqual([
      'lib.M | class | run time only',
      'lib.M.size | property | run time only, on instances only',
      'lib.M.size_ | function | static, run time only, as size',
      'lib.size | function | run time only | = lib.M.size_',
    ]);
  });
});
