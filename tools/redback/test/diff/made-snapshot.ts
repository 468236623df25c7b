import type { ProbeFacts, SeenMember, SeenType, Snapshot } from '../../src/surface/snapshot.ts';

const PROBE: ProbeFacts = {
  calls: 12,
  ok: 12,
  results: [{ type: 'number', count: 12 }],
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
  rows: 'reduce',
  shapeDependsOnData: false,
  growth: { size: { factor: 1, terms: [] }, time: { factor: 2, terms: [{ of: 'elements', power: 1 }] } },
  hazards: [],
  crash: null,
  examples: [],
};

/** A function of a small library as a crawl would have seen it. */
export function seen(name: string, signatures: readonly string[], probe: Partial<ProbeFacts> = {}): SeenMember {
  return {
    path: `small.${name}`,
    ownName: null,
    kind: 'function',
    isStatic: false,
    aliasOf: null,
    isPrivate: false,
    runtime: { typeof: 'function', arity: 1, access: 'value', isOnInstanceOnly: false, constant: null, smells: [] },
    declared: { source: 'declaration', signatures, instances: [], doc: `What ${name} does.`, isDeprecated: false },
    probe: { ...PROBE, ...probe },
  };
}

/** A snapshot of a small library. */
export function small(version: string, members: readonly SeenMember[], types: readonly SeenType[] = []): Snapshot {
  return {
    snapshot: 1,
    library: { name: 'small-lib', version, root: 'small', digest: '00' },
    observer: { redback: '1.0.0', oracle: 'typescript@6.0.3', cage: 'node@26.10.0' },
    entryPoints: [{ subpath: '.', path: 'small', loads: 'both', declarations: 'package', problem: null }],
    types,
    members,
  };
}
