import { defineSupport, formatType, type Manifest, type ManifestMember, parseSignature } from '@syft-libs/ast';

/** A library whose results grow as its costs do not say: the faults that a reviewer's word can let through. */
export const growing = {
  /** Two to the power of `depth` rows: more than any heap holds, where `depth` is large. */
  double(depth: number): number[][] {
    const rows: number[][] = [];
    for (let index = 0; index < 2 ** depth; index++) rows.push([index, index, index]);
    return rows;
  },
  /** For a large number some gigabytes outside of the heap, and next to nothing in it. */
  flood(blocks: number): number {
    const held = Array.from({ length: blocks > 100 ? 40 : 0 }, () => new Float64Array(2 ** 23).fill(blocks));
    return held.length;
  },
  /** Far more numbers than its cost says, and few enough for any process. */
  swell: (length: number): number[] => Array.from({ length: 2 ** 17 }, () => length),
  half: (x: number): number => x / 2,
};

type Name = keyof typeof growing;

const SIGNATURES: Readonly<Record<Name, string>> = {
  double: '(public depth: number) => number[][]',
  flood: '(public blocks: number) => number',
  half: '(x: number) => number',
  swell: '(public length: number) => number[]',
};

function member(name: Name): ManifestMember {
  const { params, returns, async } = parseSignature(SIGNATURES[name]);
  return {
    path: `growing.${name}`,
    kind: 'function',
    aliasOf: null,
    ownName: null,
    remoteName: name,
    signatures: [{ params: params.map((param) => ({ ...param, type: formatType(param.type) })), returns: formatType(returns), async }],
    effects: { mutates: [], random: false, io: 'none', evals: false, moduleState: false, rows: 'mix', shapeDependsOnData: false },
    disclosure: 'assign',
    verdict: 'allow',
    rule: 'decision',
    reason: 'a fixture',
    doc: '',
    evidence: { runtime: true, declared: null, jsdoc: null, probe: null, conflict: false },
  };
}

/** A support package of some of the library's members, each of which says that it gives one number. */
function supportOf(name: string, members: readonly Name[]) {
  const manifest: Manifest = {
    manifest: 1,
    contract: 1,
    crawler: { version: '0', oracle: 'none', node: '24' },
    libraries: [{ name: 'growing', version: '1.0.0', root: 'growing', aliases: {}, types: [], members: members.map(member) }],
  };
  return defineSupport({
    name,
    module: import.meta.url,
    surfaces: [
      {
        root: 'growing',
        library: 'growing',
        version: '1.0.0',
        digest: 'ab',
        aliases: {},
        types: [],
        entries: members.map((one) => [one, 'function', SIGNATURES[one]] as const),
      },
    ],
    codecs: [],
    guards: {},
    costs: Object.fromEntries(members.map((one) => [`growing.${one}`, () => ({ result: { elements: 1 }, operations: 1 })])),
    load: async () => [{ root: 'growing', version: '1.0.0', module: growing }],
    manifest: async () => manifest,
  });
}

export const doublingSupport = supportOf('@test/doubling', ['double', 'half']);
export const floodingSupport = supportOf('@test/flooding', ['flood', 'half']);
export const swellingSupport = supportOf('@test/swelling', ['half', 'swell']);
export const soundSupport = supportOf('@test/sound', ['half']);
