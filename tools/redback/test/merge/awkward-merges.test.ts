import { describe, expect, test } from 'vitest';
import { mergeLibrary } from '../../src/crawl/merge/merge-library.ts';
import type { RuntimeMember, RuntimeType, RuntimeWalk } from '../../src/crawl/runtime/runtime-walk.ts';
import type { DeclaredLibrary, DeclaredMember, DeclaredType } from '../../src/crawl/static/declared-library.ts';
import { memberAt, mergedLine } from './merged-lines.ts';

/** What of a member a case is about; the rest is plain. */
type Walked = Partial<RuntimeMember> & { readonly path: string; readonly arity?: number; readonly access?: 'value' | 'get' };
type Said = Partial<DeclaredMember> & { readonly path: string; readonly says?: readonly string[] };

function walkOf(members: readonly Walked[], types: readonly (Partial<RuntimeType> & { readonly id: string })[] = []): RuntimeWalk {
  const facts = { typeof: 'function', arity: 1, access: 'value', isOnInstanceOnly: false, constant: null, smells: [] } as const;
  return {
    entryPoints: [{ subpath: '.', loads: 'both', problem: null }],
    members: members.map(({ arity = 1, access = 'value', ...member }) => ({
      kind: 'function',
      isStatic: false,
      aliasOf: null,
      runtime: { ...facts, arity, access },
      ...member,
    })),
    types: types.map((type) => ({ extends: [], builtin: null, exportedAs: type.id, needsNew: true, ...type })),
  };
}

function declare(members: readonly Said[], types: readonly (Partial<DeclaredType> & { readonly id: string })[] = []): DeclaredLibrary {
  const plain = { kind: 'function', aliasOf: null, inheritedFrom: null, access: 'value', isStatic: false, isField: false } as const;
  const facts = { source: 'declaration', instances: [], doc: '', isDeprecated: false } as const;
  return {
    oracle: 'none',
    entryPoints: [{ subpath: '.', declarations: 'package', problem: null }],
    types: types.map((type) => ({
      package: 'lib',
      isClass: true,
      exportedAs: null,
      extends: [],
      extendsBuiltin: [],
      reached: 'result',
      fields: [],
      ...type,
    })),
    members: members.map(({ says, ...member }) => ({
      ...plain,
      subpaths: [],
      isOptional: false,
      isPrivate: false,
      returnsThis: false,
      isGeneric: false,
      declared: says === undefined ? null : { ...facts, signatures: says },
      ...member,
    })),
  };
}

const lines = (declared: DeclaredLibrary, walked: RuntimeWalk) => mergeLibrary(declared, walked).members.map(mergedLine);

describe('names', () => {
  test('of several names for one function the declared one that is no alias describes it', () => {
    const walked = walkOf([{ path: 'lib.a' }, { path: 'lib.b', aliasOf: 'lib.a' }, { path: 'lib.c', aliasOf: 'lib.a' }]);
    const says = ['(x: number) => number'];
    const declared = declare([
      { path: 'lib.a', aliasOf: 'lib.c', says },
      { path: 'lib.c', says },
    ]);
    expect(lines(declared, walked)).toEqual([
      'lib.a | function |  | = lib.c | (x: number) => number',
      'lib.b | function | run time only | = lib.c',
      'lib.c | function |  |  | (x: number) => number',
    ]);
  });

  test('names that declarations take for one, and run time does not, are two', () => {
    const declared = declare([{ path: 'lib.a' }, { path: 'lib.b', aliasOf: 'lib.a' }]);
    expect(mergeLibrary(declared, walkOf([{ path: 'lib.a' }, { path: 'lib.b' }])).members.map(({ aliasOf }) => aliasOf)).toEqual([
      null,
      null,
    ]);
  });

  test('what is declared under one name of a function holds under its other', () => {
    const walked = walkOf([{ path: 'lib.a' }, { path: 'lib.z', aliasOf: 'lib.a' }, { path: 'lib.sub.z', aliasOf: 'lib.a' }]);
    const declared = declare([{ path: 'lib.sub.z', aliasOf: 'lib.z', says: ['() => string'] }]);
    expect(lines(declared, walked)[0]).toBe('lib.a | function |  |  | () => string');
  });

  test('a static takes another path than the method of its name, and aliases of either lead to it', () => {
    const walked = walkOf(
      [
        { path: 'lib.M', kind: 'class' },
        { path: 'lib.M.sub', kind: 'method', arity: 1 },
        { path: 'lib.M.sub', isStatic: true, arity: 2 },
        { path: 'lib.M.subtract', kind: 'method', aliasOf: 'lib.M.sub', arity: 1 },
        { path: 'lib.M.subtract', isStatic: true, aliasOf: 'lib.M.sub', arity: 2 },
        { path: 'lib.M.sub_', isStatic: true },
        { path: 'lib.less', aliasOf: 'lib.M.sub', arity: 1 },
        { path: 'lib.minus', aliasOf: 'lib.M.sub', arity: 2 },
      ],
      [{ id: 'lib.M' }],
    );
    expect(lines(declare([]), walked)).toEqual([
      'lib.M | class | run time only',
      'lib.M.sub | method | run time only',
      'lib.M.sub_ | function | static, run time only',
      'lib.M.sub__ | function | static, run time only, as sub',
      'lib.M.subtract | method | run time only | = lib.M.sub',
      'lib.M.subtract_ | function | static, run time only, as subtract | = lib.M.sub__',
      'lib.less | function | run time only | = lib.M.sub',
      'lib.minus | function | run time only | = lib.M.sub__',
    ]);
  });

  test('what a declared function carries besides, and nobody declares, is private; another public name of it describes it', () => {
    const walked = walkOf([
      { path: 'lib.abs' },
      { path: 'lib.abs.cache', kind: 'namespace' },
      { path: 'lib.abs.cache.get' },
      { path: 'lib.abs.fast' },
      { path: 'lib.abs.plain' },
      { path: 'lib.guess' },
      { path: 'lib.guess.part' },
      { path: 'lib.plain', aliasOf: 'lib.abs.plain' },
    ]);
    const declared = declare([
      { path: 'lib.abs', says: ['(x: number) => number'] },
      { path: 'lib.abs.fast', says: ['(x: number) => number'] },
    ]);
    expect(lines(declared, walked)).toEqual([
      'lib.abs | function |  |  | (x: number) => number',
      'lib.abs.cache | namespace | private, run time only',
      'lib.abs.cache.get | function | private, run time only',
      'lib.abs.fast | function |  |  | (x: number) => number',
      'lib.abs.plain | function | private, run time only | = lib.plain',
      'lib.guess | function | run time only',
      'lib.guess.part | function | run time only',
      'lib.plain | function | run time only',
    ]);
  });

  test('a name that begins with an underscore, or that is declared to be so, is private', () => {
    const walked = walkOf([{ path: 'lib._a' }, { path: 'lib.b' }, { path: 'lib.c' }]);
    const merged = mergeLibrary(declare([{ path: 'lib.b', isPrivate: true }, { path: 'lib.c' }]), walked);
    expect(merged.members.map(({ isPrivate }) => isPrivate)).toEqual([true, true, false]);
  });
});

describe('types', () => {
  test('a declared type goes by the id that run time has for it, in signatures too', () => {
    const walked = walkOf(
      [
        { path: 'lib.Mat', kind: 'class' },
        { path: 'lib.Mat.t', kind: 'method' },
        { path: 'lib.Matrix', kind: 'class', aliasOf: 'lib.Mat' },
      ],
      [{ id: 'lib.Mat' }],
    );
    const declared = declare(
      [
        { path: 'lib.Matrix', kind: 'class', says: ['() => lib.Matrix'] },
        { path: 'lib.Matrix.t', kind: 'method', says: ['(by?: lib.Matrix | number) => [lib.Matrix, Map<string, lib.Matrix[]>]'] },
      ],
      [{ id: 'lib.Matrix', exportedAs: 'lib.Matrix' }],
    );
    expect(lines(declared, walked)).toEqual([
      'lib.Mat | class |  |  | () => lib.Mat',
      'lib.Mat.t | method |  |  | (by?: lib.Mat | number) => [lib.Mat, Map<string, lib.Mat[]>]',
      'lib.Matrix | class |  | = lib.Mat | () => lib.Mat',
    ]);
  });

  test('an interface of another package is the class of its name, unless two would fit', () => {
    const declared = declare([{ path: 'core.Grid.at', kind: 'method', says: ['() => core.Grid'] }], [{ id: 'core.Grid', isClass: false }]);
    const one = walkOf(
      [
        { path: 'lib.Grid', kind: 'class' },
        { path: 'lib.Grid.at', kind: 'method' },
      ],
      [{ id: 'lib.Grid' }],
    );
    expect(lines(declared, one)).toContain('lib.Grid.at | method |  |  | () => lib.Grid');
    const two = walkOf(
      [
        { path: 'lib.Grid', kind: 'class' },
        { path: 'lib.sub.Grid', kind: 'class' },
      ],
      [{ id: 'lib.Grid' }, { id: 'lib.sub.Grid' }],
    );
    expect(lines(declared, two)).toContain('core.Grid.at | method | declared only |  | () => core.Grid');
  });

  test('a class that was met before its own export, and two constructors of one prototype, are one type', () => {
    const walked = walkOf(
      [
        { path: 'lib._make', kind: 'class' },
        { path: 'lib._make.sum', kind: 'method' },
        { path: 'lib.make', kind: 'class' },
        { path: 'lib.make.sum', kind: 'method', aliasOf: 'lib._make.sum' },
        { path: 'lib.Base', kind: 'class' },
        { path: 'lib.Base.of', kind: 'method' },
        { path: 'lib.Base.of', kind: 'method', aliasOf: 'lib.Base.of' },
      ],
      [{ id: 'lib._make' }, { id: 'lib.make' }, { id: 'lib.Base', exportedAs: null }, { id: 'lib.Base' }],
    );
    const merged = mergeLibrary(
      declare([{ path: 'lib._make', kind: 'class', says: ['() => lib._make'] }], [{ id: 'lib._make', exportedAs: 'lib._make' }]),
      walked,
    );
    expect(merged.types.map(({ id, exportedAs }) => `${id} ${exportedAs}`)).toEqual(['lib.Base lib.Base', 'lib.make lib.make']);
    expect(merged.members.map(mergedLine)).toEqual([
      'lib.Base | class | run time only',
      'lib.Base.of | method | run time only',
      'lib._make | class | private |  | () => lib.make',
      'lib.make | class | run time only',
      'lib.make.sum | method | run time only',
    ]);
  });
});

describe('inheritance', () => {
  const types = [
    { id: 'lib.Base', exportedAs: 'lib.Base' },
    { id: 'lib.Sub', exportedAs: 'lib.Sub', extends: ['lib.Base'] },
  ];
  const classes = [
    { path: 'lib.Base', kind: 'class' },
    { path: 'lib.Sub', kind: 'class' },
  ] as const;
  const runtimeTypes = [{ id: 'lib.Base' }, { id: 'lib.Sub', extends: ['lib.Base'] }];

  test('what a class makes its own takes what is declared above it, its own class for its own kind', () => {
    const declared = declare(
      [
        { path: 'lib.Base.put', kind: 'method', returnsThis: true, says: ['(x: lib.Base) => lib.Base'] },
        { path: 'lib.Sub.put', kind: 'method', inheritedFrom: 'lib.Base' },
      ],
      types,
    );
    const walked = walkOf([...classes, { path: 'lib.Base.put', kind: 'method' }, { path: 'lib.Sub.put', kind: 'method' }], runtimeTypes);
    expect(lines(declared, walked)).toEqual([
      'lib.Base | class | run time only',
      'lib.Base.put | method |  |  | (x: lib.Base) => lib.Base',
      'lib.Sub | class | run time only',
      'lib.Sub.put | method |  |  | (x: lib.Base) => lib.Sub',
    ]);
  });

  test('what a class declares and inherits stands with the class above it alone', () => {
    const declared = declare(
      [
        { path: 'lib.Sub.of', isStatic: true, says: ['() => lib.Sub'] },
        { path: 'lib.Sub.put', kind: 'method', says: ['() => null'] },
      ],
      types,
    );
    const walked = walkOf([...classes, { path: 'lib.Base.of', isStatic: true }, { path: 'lib.Base.put', kind: 'method' }], runtimeTypes);
    expect(lines(declared, walked)).toEqual([
      'lib.Base | class | run time only',
      'lib.Base.of | function | static |  | () => lib.Sub',
      'lib.Base.put | method |  |  | () => null',
      'lib.Sub | class | run time only',
    ]);
  });
});

describe('kinds', () => {
  test('an object that is declared as a value is one, unless something in it can be called', () => {
    const walked = walkOf([
      { path: 'lib.a', kind: 'namespace' },
      {
        path: 'lib.a.x',
        kind: 'constant',
        runtime: { typeof: 'number', arity: null, access: 'value', isOnInstanceOnly: false, constant: '1', smells: [] },
      },
      { path: 'lib.b', kind: 'namespace' },
      { path: 'lib.b.f' },
    ]);
    const declared = declare([
      { path: 'lib.a', kind: 'constant', says: ['() => { x: number }'] },
      { path: 'lib.b', kind: 'constant', says: ['() => unknown'] },
    ]);
    expect(lines(declared, walked)).toEqual([
      'lib.a | constant |  |  | () => { x: number }',
      'lib.b | namespace |  |  | () => unknown',
      'lib.b.f | function | run time only',
    ]);
  });

  test('a getter of a module is what it is declared to be, else a constant', () => {
    const walked = walkOf([
      { path: 'lib.a', kind: 'property', access: 'get' },
      { path: 'lib.f', kind: 'property', access: 'get' },
    ]);
    expect(lines(declare([{ path: 'lib.f', says: ['() => number'] }]), walked)).toEqual([
      'lib.a | constant | run time only, get',
      'lib.f | function | get |  | () => number',
    ]);
  });

  test('a plain function that is declared as a class is one, and stands once', () => {
    const merged = mergeLibrary(
      declare([{ path: 'lib.C', kind: 'class', says: ['() => lib.C'] }], [{ id: 'lib.C', exportedAs: 'lib.C' }]),
      walkOf([{ path: 'lib.C' }]),
    );
    expect(memberAt(merged, 'lib.C').kind).toBe('class');
    expect(merged.types).toMatchObject([{ id: 'lib.C', exportedAs: 'lib.C' }]);
  });
});
