import { beforeEach, expect, test, vi } from 'vitest';
import { autoloadedLibraries, CONTRACT, defineSupport, type SupportPackage } from '../../src/index.ts';
import { surfaceOf, tinyLibrary } from '../tiny-library.ts';

type RegistryModule = typeof import('../../src/autoload.ts');

let support: SupportPackage;
let registry: ReturnType<RegistryModule['autoloadRegistry']>;

const SYMBOL = Symbol.for('@syft-libs/autoload-registry/1');
const surface = surfaceOf(tinyLibrary);
let count = 0;

/** A support package for a library that no other test has. */
function supportFor(library: string, name = `@syft-libs/${library}`): SupportPackage {
  const surfaces = [{ ...surface, library }];
  return defineSupport({ name, module: import.meta.url, surfaces, load: async () => [], manifest: async () => ({}) });
}

beforeEach(async () => {
  const { autoloadRegistry } = await import('../../src/autoload.ts');
  registry = autoloadRegistry();
  support = supportFor(`tiny-${count++}`);
});

test('a registered library is in every later snapshot, and in no earlier one', async () => {
  const library = support.surfaces[0]?.library as string;
  const before = registry.snapshot();
  registry.register(support);
  expect(before[library]).toBeUndefined();
  expect((await autoloadedLibraries())[library]).toEqual({ support, root: surface.root });
  expect(registry.problemOf(support.name)).toBeUndefined();
});

test('a snapshot is frozen, and has nothing that was not registered', () => {
  const snapshot = registry.snapshot();
  expect(Object.isFrozen(snapshot)).toBe(true);
  expect(Object.getPrototypeOf(snapshot)).toBeNull();
  expect(snapshot['constructor']).toBeUndefined();
});

test('two copies of the core share one registry, which nobody can replace', async () => {
  vi.resetModules();
  const copy = (await import('../../src/autoload.ts')) as RegistryModule;
  copy.registerSupport(support);
  expect(copy.autoloadRegistry()).toBe(registry);
  expect(registry.snapshot()).toHaveProperty([support.surfaces[0]?.library as string, 'support'], support);
  expect(() => Object.assign(globalThis, { [SYMBOL]: {} })).toThrow(TypeError);
});

test('the first package that brings a library keeps it', () => {
  const library = support.surfaces[0]?.library as string;
  registry.register(support);
  registry.register(support);
  registry.register(supportFor(library, '@evil/tiny'));
  expect(registry.snapshot()[library]?.support).toBe(support);
  expect(registry.problemOf(support.name)).toBeUndefined();
  expect(registry.problemOf('@evil/tiny')).toBe(`${library} has come with ${support.name} already`);
});

test('a package of another contract, or none at all, is not taken', () => {
  registry.register({ ...support, contract: CONTRACT + 1 });
  registry.register({ name: '@syft-libs/fake', surfaces: [] } as never);
  registry.register(null as never);
  expect(registry.problemOf(support.name)).toMatch(/contract 2/);
  expect(registry.problemOf('@syft-libs/fake')).toMatch(/registered no support package/);
  expect(Object.values(registry.snapshot()).map((one) => one.support)).not.toContain(support);
});

test('connecting waits for what is being loaded, and never fails for it', async () => {
  const library = support.surfaces[0]?.library as string;
  registry.addLoader(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    registry.register(support);
  });
  registry.addLoader(async () => {
    throw new Error('broken');
  });
  expect(await autoloadedLibraries()).toHaveProperty([library]);
});

test('an announced package brings the libraries that were announced, and nobody else does', () => {
  const library = support.surfaces[0]?.library as string;
  registry.announce(support.name, [library]);
  registry.register(supportFor(`${library}-more`, support.name));
  registry.register(supportFor(library, '@evil/unknown'));
  expect(registry.problemOf(support.name)).toBe(`it brings ${library}-more, which its package.json does not name`);
  expect(registry.problemOf('@evil/unknown')).toBe(`it brings ${library}, which its package.json does not name`);
  registry.register(support);
  expect(registry.problemOf(support.name)).toBeUndefined();
  expect(registry.snapshot()[library]?.support).toBe(support);
  expect(registry.snapshot()[`${library}-more`]).toBeUndefined();
});
