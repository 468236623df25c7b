import { expect, test } from 'vitest';
import { allowedMembers, defineDecisions, parseManifest, signatureText } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import { manifestOf, memberOf, tinyLibrary } from '../tiny-library.ts';

const problemsOf = (document: unknown): readonly string[] =>
  errorOf(() => parseManifest(document), 'BAD_MANIFEST')
    .message.split('\n')
    .slice(1)
    .map((line) => line.trim());
const withMembers = (...members: unknown[]) => ({ ...manifestOf(), libraries: [{ ...tinyLibrary, members }] });
const add = memberOf('tiny.add', 'function', ['(x: number) => number']);

test('a whole manifest comes back as it is, and its allowed members in order', () => {
  const manifest = manifestOf(tinyLibrary);
  expect(parseManifest(manifest)).toBe(manifest);
  expect(allowedMembers(tinyLibrary).map(({ path }) => path)).not.toContain('tiny.readFile');
  expect(allowedMembers(tinyLibrary)).toHaveLength(14);
});

test('every problem is reported, each with its place', () => {
  const broken = {
    manifest: 2,
    contract: '1',
    crawler: { version: 1, oracle: '' },
    extra: true,
    libraries: [
      { ...tinyLibrary, root: '1tiny' },
      { ...tinyLibrary, aliases: { A: 'Nobody', number: 'string', B: 1 }, types: [{ id: 'other.Box', detect: 'brand' }], members: [{}] },
    ],
  };
  const problems = problemsOf(broken);
  for (const expected of [
    'manifest.extra: unknown key',
    'manifest.manifest: this version reads format 1',
    'manifest.contract: expected a whole number',
    'crawler.node: missing',
    'crawler.version: expected a string',
    'libraries[0].root: expected one identifier, and not ast, which is the core’s',
    'libraries[1].aliases.number: no name for an alias',
    'libraries[1].aliases.B: expected a string',
    'libraries[1].types[0].id: expected a path below tiny',
    'libraries[1].types[0].detect: expected one of shape, instance, primitive',
    'libraries[1].types[0].codec: missing',
    'libraries[1].members[0].verdict: missing',
    'libraries[1].members[0].rule: a verdict names its rule',
    'libraries[1].members[0].reason: a verdict needs its reason',
  ]) {
    expect(problems).toContain(expected);
  }
  expect(problems.some((line) => line.startsWith('libraries[1].aliases.A: cannot read type'))).toBe(true);
  expect(problems.some((line) => line.startsWith('tiny.add: expected a path below 1tiny'))).toBe(true);
});

test.each<[string, unknown]>([
  ['expected a path below tiny', { ...add, path: 'other.add' }],
  ['expected a path below tiny', { ...add, path: 'tiny..add' }],
  ['expected a path below tiny', { ...add, path: 'tiny.__proto__' }],
  ['expected an identifier', { ...add, remoteName: 'a b' }],
  ['expected an identifier or null', { ...add, ownName: 'a.b' }],
  ['expected an identifier or null', { ...add, ownName: '__proto__' }],
  ['get is reserved on pointers', { ...add, kind: 'constant', remoteName: 'get' }],
  ['aliasOf names the member itself', { ...add, aliasOf: 'tiny.add' }],
  ['aliasOf names no member: tiny.gone', { ...add, aliasOf: 'tiny.gone' }],
  ['expected a path or null', { ...add, aliasOf: 7 }],
  ['an allowed entry has at least one', { ...add, signatures: [] }],
  ['takes and returns known types', memberOf('tiny.add', 'function', ['(f: Record<callback[]>) => number'])],
  ['takes and returns known types', memberOf('tiny.add', 'function', ['() => Map<number, [unknown]>'])],
  [
    'an allowed entry that changes several operands gives a tuple of them',
    { ...add, effects: { ...add.effects, mutates: ['self', 'arg:1'] } },
  ],
  ['not a target: arg:x', { ...add, effects: { ...add.effects, mutates: ['arg:x'] } }],
  ['does no i/o, makes no code and keeps no state', { ...add, effects: { ...add.effects, io: 'fs' } }],
  ['does no i/o, makes no code and keeps no state', { ...add, effects: { ...add.effects, evals: true } }],
  ['does no i/o, makes no code and keeps no state', { ...add, effects: { ...add.effects, moduleState: true } }],
  ['belongs to one of the library’s types', memberOf('tiny.Nobody.run', 'method', ['() => number'])],
  ['only the last parameter takes the rest', memberOf('tiny.add', 'function', ['(...x: number[], y: number) => number'])],
  ['expected a whole number', { ...add, evidence: { ...add.evidence, probe: { ok: -1, types: [] } } }],
  ['expected true or false', { ...add, evidence: { ...add.evidence, conflict: 'no' } }],
])('%s', (reason, member) => {
  expect(problemsOf(withMembers(member)).join('\n')).toContain(reason);
});

test.each<[string, readonly object[]]>([
  ['tiny.Gone is no type of the library', [{ extends: ['tiny.Gone'] }]],
  ['tiny.Box.extends: extends itself', [{ extends: ['tiny.Lid'] }, { id: 'tiny.Lid', extends: ['tiny.Box'] }]],
  ['no type is named Numbers', [{ membersOf: 'Numbers' }]],
  ['expected a type of the core', [{ membersOf: 'tiny.Box[]' }]],
  ['expected a type of the core', [{ membersOf: 'unknown' }]],
  ['number[] has members already', [{ membersOf: 'number[]' }, { id: 'tiny.Other', membersOf: '(number)[]' }]],
])('%s', (reason, changes) => {
  const types = changes.map((change) => ({ ...tinyLibrary.types[0]!, ...change }));
  expect(problemsOf(manifestOf({ ...tinyLibrary, types } as never)).join('\n')).toContain(reason);
});

test('types may extend others of their library, whichever stands first, and hold the members of a type of the core', () => {
  const [box] = tinyLibrary.types;
  const types = [
    { ...box!, extends: ['tiny.Base'] },
    { ...box!, id: 'tiny.Base' },
    { ...box!, id: 'tiny.Numbers', membersOf: 'Map<string, number>' },
  ];
  expect(parseManifest(manifestOf({ ...tinyLibrary, types })).libraries[0]?.types).toBe(types);
});

test('a parameter name cannot smuggle a second parameter into the text that two sides compare', () => {
  const [signature] = add.signatures;
  const smuggled = { ...signature!, params: [{ ...signature!.params[0]!, name: 'x: number, y' }] };
  expect(signatureText(smuggled)).toBe('(x: number, y: number) => number');
  expect(problemsOf(withMembers({ ...add, signatures: [smuggled] })).join()).toContain('expected an identifier');
});

test('a path twice, a root twice and a type twice are told', () => {
  expect(problemsOf(withMembers(add, add))).toEqual(['tiny.add: stands twice']);
  expect(problemsOf({ ...manifestOf(tinyLibrary, tinyLibrary) })).toEqual(['libraries[1].root: tiny stands twice']);
  const types = [...tinyLibrary.types, ...tinyLibrary.types];
  expect(problemsOf(manifestOf({ ...tinyLibrary, types }))).toEqual(['libraries[0].types[1].id: tiny.Box stands twice']);
});

test.each([undefined, null, 1, 'manifest', [], [[]]])('what is no document is refused: %o', (document) => {
  expect(problemsOf(document)[0]).toBe('manifest: expected an object');
});

test('a text in the place of a signature, a parameter or a library is a problem and no crash', () => {
  for (const signatures of [
    ['() => number'],
    [{ params: 'x', returns: 1, async: 0 }],
    [{ params: [null], returns: 'number', async: false }],
    'all',
  ]) {
    expect(problemsOf(withMembers({ ...add, signatures })).length).toBeGreaterThan(0);
  }
  for (const libraries of ['tiny', [null], [{ members: 1 }], { 0: tinyLibrary }]) problemsOf({ ...manifestOf(), libraries });
});

test('decisions pass through unchanged', () => {
  const decisions = {
    libraries: [{ name: 'tiny', range: '^1.0.0', root: 'tiny', members: { 'images.*': { verdict: 'refuse', reason: 'reads files' } } }],
  } as const;
  expect(defineDecisions(decisions)).toBe(decisions);
});
