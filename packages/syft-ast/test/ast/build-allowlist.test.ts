import { describe, expect, test } from 'vitest';
import { type Allowlist, buildAllowlist, type ManifestLibrary, type ModuleNode } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import { manifestOf, memberOf, signaturesIn, sourceOf, surfaceOf, tinyLibrary, tinyModule } from '../tiny-library.ts';

const allowlist = buildAllowlist([sourceOf(tinyLibrary, tinyModule)]);
const call = (path: string, ...operands: unknown[]) => allowlist.resolve(path).call?.(operands);
const box = (...items: number[]) => new tinyModule.Box(items);
const withMembers = (...members: ManifestLibrary['members']): ManifestLibrary => ({ ...tinyLibrary, members });

describe('every kind of member is bound to what the library really has', () => {
  test('a constant and a function, of the module or of a module inside it', () => {
    expect(call('tiny.PI')).toBe(3.14);
    expect(call('tiny.add', box(1, 2), 3)).toEqual(box(4, 5));
    expect(call('tiny.nested.half', 3)).toBe(1.5);
    expect(call('tiny.join', box(1), box(2), box(3))).toEqual(box(1, 2, 3));
  });

  test('a constructor and a static of its class', () => {
    expect(call('tiny.Box', [1, 2])).toEqual(box(1, 2));
    expect(call('tiny.Box.of', 1, 2)).toEqual(box(1, 2));
  });

  test('a method, inherited ones too, takes its receiver as first operand', () => {
    expect(call('tiny.Box.scale', box(1, 2), 2)).toEqual(box(2, 4));
    expect(call('tiny.Box.total', box(1, 2))).toBe(3);
  });

  test('a property: an accessor of the class, and one that instances alone have', () => {
    expect(call('tiny.Box.first', box(7))).toBe(7);
    expect(call('tiny.Box.size', box(1, 2, 3))).toBe(3);
  });

  test('an async function', async () => {
    await expect(call('tiny.later', box(1, 2))).resolves.toBe(2);
    expect(allowlist.resolve('tiny.later').signatures[0]?.async).toBe(true);
  });

  test('an alias is an entry of its own', () => {
    expect(call('tiny.plus', box(1), 1)).toEqual(box(2));
  });
});

test('an entry says whose member it is and which operand it changes', () => {
  expect(allowlist.resolve('tiny.Box.fill')).toMatchObject({ receiver: 'tiny.Box', mutates: [0] });
  expect(allowlist.resolve('tiny.Box.of')).toMatchObject({ receiver: undefined, mutates: [] });
  const shift = memberOf('tiny.Box.scale', 'method', ['(by: number) => tiny.Box']);
  const [entry] = buildAllowlist([sourceOf(withMembers({ ...shift, effects: { ...shift.effects, mutates: ['arg:1'] } }))]).entries;
  expect(entry?.mutates).toEqual([2]);
});

test('overloads stay in order, and their text is what both sides compare', () => {
  const { signatures, text } = allowlist.resolve('tiny.add');
  expect(text).toBe('(x: tiny.Box, y: tiny.Box) => tiny.Box ; (x: tiny.Box, y: number) => tiny.Box');
  expect(signaturesIn(text)).toEqual(signatures);
});

test('entries are numbered by the order of the packages alone, so that every thread numbers them alike', () => {
  const bare = buildAllowlist([sourceOf(tinyLibrary)]);
  expect(bare.entries.map(({ path, index }) => [path, index])).toEqual(allowlist.entries.map(({ path, index }) => [path, index]));
  expect(bare.entries.every((entry) => entry.call === undefined)).toBe(true);
});

test('what is refused, under review or denied is not there', () => {
  for (const path of ['tiny.readFile', 'tiny.sort']) errorOf(() => allowlist.resolve(path), 'NOT_ALLOWED');
  const strict = buildAllowlist([sourceOf(tinyLibrary)], new Set(['tiny.PI']));
  expect(strict.lookup('tiny.PI')).toBeUndefined();
  expect(strict.entries).toHaveLength(allowlist.entries.length - 1);
});

test('a function that the owner denies is denied by every name that it has', () => {
  for (const denied of ['tiny.add', 'tiny.plus']) {
    const strict = buildAllowlist([sourceOf(tinyLibrary)], new Set([denied]));
    expect([strict.lookup('tiny.add'), strict.lookup('tiny.plus')]).toEqual([undefined, undefined]);
  }
});

test('the allowlist and its entries are frozen', () => {
  expect(Object.isFrozen(allowlist) && Object.isFrozen(allowlist.entries)).toBe(true);
  expect(allowlist.entries.every(Object.isFrozen)).toBe(true);
});

test('the tree shows modules, classes with their constructors, and members', () => {
  const [root] = allowlist.roots;
  const node = (name: string) => root?.children.get(name) as ModuleNode;
  expect(root).toMatchObject({ kind: 'module', path: 'tiny' });
  expect(node('Box')).toMatchObject({ kind: 'class', path: 'tiny.Box', entry: { path: 'tiny.Box', kind: 'constructor' } });
  expect([...node('Box').children.keys()]).toEqual(['fill', 'first', 'of', 'scale', 'size', 'total']);
  expect(node('nested')).toMatchObject({ kind: 'module', path: 'tiny.nested' });
  const backwards = buildAllowlist([sourceOf({ ...tinyLibrary, members: tinyLibrary.members.toReversed() })]);
  expect(outline(backwards)).toEqual(outline(allowlist));
});

function outline({ roots }: Allowlist): unknown {
  const show = (node: ModuleNode): unknown =>
    [...node.children].map(([name, child]) => ('children' in child ? [name, child.kind, child.entry?.path, show(child)] : name)).sort();
  return roots.map(show);
}

test('the innermost type owns a member', () => {
  const types = [...tinyLibrary.types, { ...tinyLibrary.types[0]!, id: 'tiny.Box.Lid' }];
  const member = memberOf('tiny.Box.Lid.shut', 'method', ['() => number']);
  expect(buildAllowlist([sourceOf({ ...tinyLibrary, types, members: [member] })]).entries[0]?.receiver).toBe('tiny.Box.Lid');
});

describe('a package that is not what it says it is does not load', () => {
  const refuse = (library: ManifestLibrary, reason: RegExp, module: unknown = tinyModule) =>
    expect(errorOf(() => buildAllowlist([sourceOf(library, module)]), 'BAD_MANIFEST').message).toMatch(reason);

  test('an allowed entry that the library lacks, or has as something else', () => {
    refuse(withMembers(memberOf('tiny.gone', 'function', ['() => number'])), /has no gone/);
    refuse(withMembers(memberOf('tiny.PI', 'function', ['() => number'])), /no function/);
    refuse(withMembers(memberOf('tiny.Box.size', 'method', ['() => number'])), /no method/);
    refuse(withMembers(memberOf('tiny.Box.gone', 'method', ['() => number'])), /no such member/);
    refuse(withMembers(memberOf('tiny.nested.gone.half', 'function', ['() => number'])), /has no gone/);
  });

  test('names that every object inherits are none of the library’s', () => {
    for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
      refuse(withMembers(memberOf(`tiny.${name}`, 'function', ['() => number'])), /the library has no/);
      refuse(withMembers(memberOf(`tiny.nested.${name}`, 'function', ['() => number'])), /the library has no/);
    }
    refuse(withMembers(memberOf('tiny.Box.hasOwnProperty', 'method', ['() => number'])), /no such member/);
  });

  test('a getter of the module is refused without being run', () => {
    refuse(withMembers(memberOf('tiny.danger', 'constant', ['() => number'])), /is an accessor/);
  });

  test('another contract, a root taken twice', () => {
    const source = sourceOf(tinyLibrary);
    errorOf(() => buildAllowlist([source, source]), 'BAD_MANIFEST');
    errorOf(() => buildAllowlist([{ ...source, manifest: { ...source.manifest, contract: 2 } }]), 'BAD_MANIFEST');
    errorOf(() => buildAllowlist([{ ...source, support: { ...source.support, contract: 2 } }]), 'BAD_MANIFEST');
  });

  test('a surface that tells clients of another entry, signature, name or alias than the manifest allows', () => {
    const surface = surfaceOf(tinyLibrary);
    const [first, ...rest] = surface.entries;
    for (const odd of [
      { ...surface, entries: rest },
      { ...surface, entries: [...surface.entries, ['readFile', 'function', '() => string'] as const] },
      { ...surface, entries: [[first![0], first![1], '(items: number[]) => tiny.Box'] as const, ...rest] },
      { ...surface, entries: [[...first!.slice(0, 3), 'Crate'] as unknown as typeof first & {}, ...rest] },
      { ...surface, aliases: { Box: 'tiny.Other' } },
      { ...surface, types: [{ id: 'tiny.Box', accepts: [] }] },
      { ...surface, types: [{ ...surface.types[0]!, membersOf: 'number' }] },
      { ...surface, types: [...surface.types, { id: 'tiny.Lid', accepts: [], extends: ['tiny.Box'] }] },
      { ...surface, root: 'other' },
    ]) {
      expect(errorOf(() => buildAllowlist([sourceOf(tinyLibrary, undefined, odd)]), 'BAD_MANIFEST').message).toMatch(
        /surface and its manifest differ/,
      );
    }
  });
});

test('without a cost function a call is charged by its operands, and a scalar result by one', () => {
  const operands = [10, 5].map((elements) => ({ bound: { elements }, value: undefined, isPublic: false }));
  expect(allowlist.resolve('tiny.add').cost(operands)).toEqual({ result: { elements: 15 }, operations: 15 });
  expect(allowlist.resolve('tiny.Box.total').cost(operands)).toMatchObject({ result: { elements: 1 }, operations: 15 });
});

test('a guard or a cost under a misspelt path stops the package from loading, since it would guard nothing', () => {
  const { support, manifest } = sourceOf(tinyLibrary);
  const guards = { 'tiny.ad': () => undefined };
  expect(errorOf(() => buildAllowlist([{ support: { ...support, guards }, manifest }]), 'BAD_MANIFEST').message).toMatch(
    /tiny\.ad, which is no member/,
  );
});

test('guards and costs of the package stand on their entries', () => {
  const guard = () => 'no';
  const cost = () => ({ result: { elements: 1 }, operations: 1 });
  const source = sourceOf(tinyLibrary);
  const support = { ...source.support, guards: { 'tiny.add': guard }, costs: { 'tiny.add': cost } };
  expect(buildAllowlist([{ support, manifest: manifestOf(tinyLibrary) }]).resolve('tiny.add')).toMatchObject({ guard, cost });
});
