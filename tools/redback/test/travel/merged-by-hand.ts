import type { Merged } from '../../src/crawl/merge/merged.ts';
import type { Example, Sample } from '../../src/surface/sample.ts';
import type { ProbeFacts, SeenMember, SeenType } from '../../src/surface/snapshot.ts';

const PROBE: ProbeFacts = {
  calls: 1,
  ok: 1,
  results: [],
  isAsync: false,
  signatures: [],
  contradicts: [],
  mutates: [],
  givesBack: null,
  aliases: [],
  isUnstable: false,
  usesRandom: false,
  usesClock: false,
  usesLocale: false,
  changesModule: false,
  reached: [],
  generates: false,
  callsBack: false,
  publicParams: [],
  rows: 'mix',
  shapeDependsOnData: false,
  growth: null,
  hazards: [],
  crash: null,
  examples: [],
};

export const list = (...items: readonly Sample[]): Sample => ({ $: 'list', items });
export const floats = (...items: readonly number[]): Sample => ({ $: 'array', dtype: 'float64', items });
export const made = (path: string, ...args: readonly Sample[]): Sample => ({ $: 'new', path, args });
export const called = (path: string, ...args: readonly Sample[]): Sample => ({ $: 'call', path, args });

/** A type as probing leaves it; an exported class of no base unless said otherwise. */
export function typeOf(id: string, recipes: readonly Sample[], others: Partial<SeenType> = {}): SeenType {
  return { id, extends: [], builtin: null, ownOnInstance: [], exportedAs: id, recipes, travel: null, problem: null, ...others };
}

/** A member that probing has called with these argument lists; a `get ` before its path makes it a property. */
export function memberOf(text: string, argumentLists: readonly (readonly Sample[])[] = [[]], others: Partial<SeenMember> = {}): SeenMember {
  const isProperty = text.startsWith('get ');
  const examples: readonly Example[] = argumentLists.map((args) => ({ receiver: null, args }));
  return {
    path: isProperty ? text.slice(4) : text,
    ownName: null,
    kind: isProperty ? 'property' : 'method',
    isStatic: false,
    aliasOf: null,
    isPrivate: false,
    runtime: { typeof: 'function', arity: 0, access: isProperty ? 'get' : 'value', isOnInstanceOnly: false, constant: null, smells: [] },
    declared: null,
    probe: { ...PROBE, examples },
    ...others,
  };
}

/** An exported function that was seen to give these types. */
export function functionOf(path: string, ...results: readonly string[]): SeenMember {
  return memberOf(path, [], { kind: 'function', probe: { ...PROBE, results: results.map((type) => ({ type, count: 1 })) } });
}

export function declaredAs(...signatures: readonly string[]): Partial<SeenMember> {
  return { declared: { source: 'declaration', signatures, instances: [], doc: '', isDeprecated: false } };
}

export const merged = (types: readonly SeenType[], members: readonly SeenMember[]): Merged => ({ types, members });
