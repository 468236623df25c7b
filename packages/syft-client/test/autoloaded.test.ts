import { autoloadedLibraries, type SupportPackage } from '@syft-libs/ast';
import { registerSupport } from '@syft-libs/ast/autoload';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, isSyftError, type Location } from '../src/index.ts';
import { ScriptedDomain, trust } from './scripted-domain.ts';
import { surface, tiny } from './tiny-library.ts';

let domain: ScriptedDomain;

beforeEach(async () => {
  domain = await ScriptedDomain.create();
});
afterEach(() => domain.stop());

const open = async (): Promise<Location> => connect(domain.dial(), { identity: await trust(domain) });
const lib = (location: Location, name: string): unknown => location.lib(name as never);

function codeOf(call: () => unknown): string {
  try {
    call();
    return 'no error';
  } catch (error) {
    return isSyftError(error) ? error.code : String(error);
  }
}

test('a library that was loaded before connecting is there by its name, one that came later is not', async () => {
  const early = await open();
  expect(codeOf(() => lib(early, surface.library))).toBe('NOT_LOADED');
  registerSupport(tiny as SupportPackage);
  const late = await open();
  expect(lib(late, surface.library)).toBe(late.lib(tiny));
  expect(codeOf(() => lib(early, surface.library))).toBe('NOT_LOADED');
});

test('no other name leads anywhere', async () => {
  const location = await open();
  for (const name of ['', 'nothing', 'constructor', '__proto__', 'toString', tiny.name])
    expect(
      codeOf(() => lib(location, name)),
      name,
    ).toBe('NOT_LOADED');
});

test('of a package for several libraries each name gives its own', async () => {
  const [one, two] = ['one', 'two'].map((root) => ({ ...surface, root, library: `the-${root}`, types: [], entries: [] }));
  const family = {
    ...tiny,
    name: '@syft-libs/family',
    surfaces: [one, two],
    codecs: [],
    guards: {},
    costs: {},
  } as unknown as SupportPackage;
  registerSupport(family);
  expect(Object.keys(await autoloadedLibraries())).toEqual(expect.arrayContaining(['the-one', 'the-two']));
  const location = await open();
  const modules = location.lib(family) as Record<string, object>;
  expect(lib(location, 'the-two')).toBe(modules['two']);
  expect(lib(location, 'the-one')).toBe(modules['one']);
});
