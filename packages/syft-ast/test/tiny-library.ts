// A library of every awkward kind, its manifest and the support package around it: what the tests of the allowlist stand on.
import {
  type AllowlistSource,
  CONTRACT,
  defineSupport,
  type LoadedLibrary,
  type Manifest,
  type ManifestLibrary,
  type ManifestMember,
  type ManifestSignature,
  parseSignature,
  type Surface,
  splitSignatures,
  surfaceTypeOf,
} from '../src/index.ts';
import { signaturesText } from '../src/manifest/parse-manifest.ts';
import { formatType } from '../src/type/type-ref.ts';

/** A box of numbers. `size` exists on instances alone, `total` is inherited. */
class Container {
  readonly items: number[];
  constructor(items: readonly number[]) {
    this.items = [...items];
  }
  total(): number {
    return this.items.reduce((sum, item) => sum + item, 0);
  }
}
class Box extends Container {
  readonly size: number;
  constructor(items: readonly number[]) {
    super(items);
    this.size = items.length;
  }
  static of(...items: number[]): Box {
    return new Box(items);
  }
  get first(): number | undefined {
    return this.items[0];
  }
  scale(by: number): Box {
    return new Box(this.items.map((item) => item * by));
  }
  fill(value: number): this {
    this.items.fill(value);
    return this;
  }
}

/** The library as a program would import it. */
export const tinyModule = {
  PI: 3.14,
  Box,
  add: (x: Box, y: Box | number) => new Box(x.items.map((item, index) => item + (typeof y === 'number' ? y : (y.items[index] ?? 0)))),
  plus: undefined as unknown,
  join: (...boxes: Box[]) => new Box(boxes.flatMap((box) => box.items)),
  later: async (x: Box) => x.items.length,
  pick: (x: Box, index: number) => x.items[index],
  nested: { half: (x: number) => x / 2 },
  readFile: () => 'secret',
  get danger(): never {
    throw new Error('a getter fired');
  },
};
tinyModule.plus = tinyModule.add;

/** One member of a manifest, allowed unless said otherwise. */
export function memberOf(
  path: string,
  kind: ManifestMember['kind'],
  signatures: readonly string[],
  changes: Partial<ManifestMember> = {},
): ManifestMember {
  return {
    path,
    kind,
    aliasOf: null,
    ownName: null,
    remoteName: path.slice(path.lastIndexOf('.') + 1),
    signatures: signatures.map(toManifestSignature),
    effects: { mutates: [], random: false, io: 'none', evals: false, moduleState: false, rows: 'mix', shapeDependsOnData: false },
    disclosure: 'assign',
    verdict: 'allow',
    rule: 'pure',
    reason: 'pure',
    doc: '',
    evidence: { runtime: true, declared: null, jsdoc: null, probe: null, conflict: false },
    ...changes,
  };
}

function toManifestSignature(text: string): ManifestSignature {
  const { params, returns, async } = parseSignature(text);
  return { params: params.map(({ type, ...param }) => ({ ...param, type: formatType(type) })), returns: formatType(returns), async };
}

const effects = memberOf('tiny.add', 'function', []).effects;

export const tinyLibrary: ManifestLibrary = {
  name: 'tiny',
  version: '1.2.3',
  root: 'tiny',
  aliases: {},
  types: [{ id: 'tiny.Box', detect: 'shape', extends: [], membersOf: null, codec: null, accepts: ['ast.Column'], ownOnInstance: ['size'] }],
  members: [
    memberOf('tiny.Box', 'constructor', ['(public items: number[]) => tiny.Box']),
    memberOf('tiny.Box.fill', 'method', ['(value: number) => tiny.Box'], { effects: { ...effects, mutates: ['self'] } }),
    memberOf('tiny.Box.first', 'property', ['() => number | undefined']),
    memberOf('tiny.Box.of', 'function', ['(...items: number[]) => tiny.Box']),
    memberOf('tiny.Box.scale', 'method', ['(by: number) => tiny.Box']),
    memberOf('tiny.Box.size', 'property', ['() => number']),
    memberOf('tiny.Box.total', 'method', ['() => number']),
    memberOf('tiny.PI', 'constant', ['() => number']),
    memberOf('tiny.add', 'function', ['(x: tiny.Box, y: tiny.Box) => tiny.Box', '(x: tiny.Box, y: number) => tiny.Box']),
    memberOf('tiny.join', 'function', ['(...boxes: tiny.Box[]) => tiny.Box']),
    memberOf('tiny.later', 'function', ['(x: tiny.Box) => Promise<number>']),
    memberOf('tiny.nested.half', 'function', ['(x: number) => number']),
    memberOf('tiny.pick', 'function', ['(x: tiny.Box, public index: number) => number | undefined']),
    memberOf('tiny.plus', 'function', ['(x: tiny.Box, y: tiny.Box) => tiny.Box', '(x: tiny.Box, y: number) => tiny.Box'], {
      aliasOf: 'tiny.add',
    }),
    memberOf('tiny.readFile', 'function', ['() => string'], { verdict: 'refuse', reason: 'reads files' }),
    memberOf('tiny.sort', 'function', ['(by: callback) => unknown'], { verdict: 'review', reason: 'takes a callback' }),
  ],
};

/** A manifest around some libraries. */
export function manifestOf(...libraries: readonly ManifestLibrary[]): Manifest {
  return { manifest: 1, contract: CONTRACT, crawler: { version: '1.0.0', oracle: 'typescript@6.0.3', node: '24.21.0' }, libraries };
}

/** The surface that a manifest's library gives to clients. */
export function surfaceOf(library: ManifestLibrary): Surface {
  return {
    root: library.root,
    library: library.name,
    version: library.version,
    digest: '00',
    aliases: library.aliases,
    types: library.types.map(surfaceTypeOf),
    entries: library.members
      .filter(({ verdict }) => verdict === 'allow')
      .map((member) => {
        const path = member.path.slice(library.root.length + 1);
        const entry = [path, member.kind, signaturesText(member)] as const;
        return member.remoteName === path.slice(path.lastIndexOf('.') + 1) ? entry : [...entry, member.remoteName];
      }),
  };
}

/** A support package around a library, loaded unless `module` is left out. */
export function sourceOf(library: ManifestLibrary, module?: unknown, surface: Surface = surfaceOf(library)): AllowlistSource {
  const manifest = manifestOf(library);
  const loaded: LoadedLibrary | undefined =
    module === undefined ? undefined : { root: library.root, version: library.version, module, samples: { 'tiny.Box': new Box([1]) } };
  const support = defineSupport({
    name: '@syft-libs/tiny',
    module: import.meta.url,
    surfaces: [surface],
    load: async () => (loaded === undefined ? [] : [loaded]),
    manifest: async () => manifest,
  });
  return { support, manifest, ...(loaded !== undefined && { loaded: [loaded] }) };
}

/** The signatures of an entry as both sides read them from a surface. */
export const signaturesIn = (text: string) => splitSignatures(text).map((signature) => parseSignature(signature));
