import {
  type CallShape,
  parseSignature,
  type Signature,
  type Surface,
  type SurfaceEntry,
  type SurfaceType,
  splitSignatures,
} from '@syft-libs/ast';

/** One entry of a surface, ready to be called. Its signatures are parsed when it is first used. */
export class CallEntry implements CallShape {
  /** The full path. */
  readonly path: string;
  readonly kind: SurfaceEntry[1];
  /** The signatures as the domain compares them. */
  readonly text: string;
  readonly remoteName: string;
  /** The type whose instances have it; `undefined` for what stands in a module. */
  readonly receiver: string | undefined;
  readonly #surface: Surface;
  #signatures: readonly Signature[] | undefined;

  constructor([path, kind, text, remoteName]: SurfaceEntry, surface: Surface) {
    this.path = `${surface.root}.${path}`;
    this.kind = kind;
    this.text = text;
    this.remoteName = remoteName ?? path.slice(path.lastIndexOf('.') + 1);
    this.receiver = isInstanceKind(kind) ? ownerOf(this.path, surface.types)?.id : undefined;
    this.#surface = surface;
  }

  get signatures(): readonly Signature[] {
    this.#signatures ??= splitSignatures(this.text).map((signature) => parseSignature(signature, this.#surface.aliases));
    return this.#signatures;
  }
}

function isInstanceKind(kind: SurfaceEntry[1]): boolean {
  return kind === 'method' || kind === 'property';
}

function ownerOf(path: string, types: readonly SurfaceType[]): SurfaceType | undefined {
  return types.find(({ id }) => path.startsWith(`${id}.`));
}
