import {
  CONTRACT,
  type CostFunction,
  defineSupport,
  formatType,
  type Guard,
  type Manifest,
  type ManifestMember,
  parseSignature,
  type SupportPackage,
} from '@syft-libs/ast';

/** A function of the library, with what somebody says of it. */
export interface MadeFunction {
  readonly signature: string;
  readonly call: (...args: never[]) => unknown;
  /** Indexes of the arguments that it changes. */
  readonly mutates?: readonly number[];
  readonly guard?: Guard | undefined;
  /** Else it gives and takes as much as all of its operands together. */
  readonly cost?: CostFunction | undefined;
}

interface MadeSupport {
  readonly name: string;
  readonly root: string;
  /** Functions of the library, by name, with their signature. */
  readonly functions: Readonly<Record<string, MadeFunction>>;
  /** The module that exports the package; only workers ask for it. */
  readonly module: string;
}

/** A support package written by hand: a manifest and a surface for some functions of ours. */
export function makeSupport<Remote>({ name, root, functions, module }: MadeSupport): SupportPackage<Remote> {
  const entries = Object.entries(functions);
  const members = entries.map(([own, made]) => memberOf(`${root}.${own}`, made));
  const guards = entries.flatMap(([own, { guard }]) => (guard === undefined ? [] : [[`${root}.${own}`, guard] as const]));
  const costs = entries.flatMap(([own, { cost }]) => (cost === undefined ? [] : [[`${root}.${own}`, cost] as const]));
  const library = { name: root, version: '1.0.0', root, aliases: {}, types: [], members };
  const manifest: Manifest = {
    manifest: 1,
    contract: CONTRACT,
    crawler: { version: '1.0.0', oracle: 'none', node: '24.21.0' },
    libraries: [library],
  };
  return defineSupport<Remote>({
    name,
    module,
    guards: Object.fromEntries(guards),
    costs: Object.fromEntries(costs),
    surfaces: [
      {
        root,
        library: root,
        version: '1.0.0',
        digest: '',
        aliases: {},
        types: [],
        entries: entries.map(([own, { signature }]) => [own, 'function', signature]),
      },
    ],
    load: async () => [{ root, version: '1.0.0', module: Object.fromEntries(entries.map(([own, { call }]) => [own, call])) }],
    manifest: async () => manifest,
  });
}

function memberOf(path: string, { signature, mutates = [] }: MadeFunction): ManifestMember {
  const { params, returns, async } = parseSignature(signature);
  return {
    path,
    kind: 'function',
    aliasOf: null,
    ownName: null,
    remoteName: path.slice(path.lastIndexOf('.') + 1),
    signatures: [{ params: params.map((param) => ({ ...param, type: formatType(param.type) })), returns: formatType(returns), async }],
    effects: {
      mutates: mutates.map((index) => `arg:${index}`),
      random: false,
      io: 'none',
      evals: false,
      moduleState: false,
      rows: 'mix',
      shapeDependsOnData: false,
    },
    disclosure: 'assign',
    verdict: 'allow',
    rule: 'decision',
    reason: 'pure',
    doc: '',
    evidence: { runtime: true, declared: null, jsdoc: null, probe: null, conflict: false },
  };
}

/** A package of `count` entries with one signature each, as varied as names make them. */
export function syntheticSupport(root: string, count: number): SupportPackage {
  const call = (x: number): number => x;
  const functions = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`f${index}`, { signature: '(x: number, y?: number | number[]) => number', call }]),
  );
  return makeSupport({ name: `@syft-bench/${root}`, root, functions, module: import.meta.url });
}
