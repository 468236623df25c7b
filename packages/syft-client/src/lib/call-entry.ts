import {
  type CallShape,
  parseSignature,
  type Signature,
  type Surface,
  type SurfaceEntry,
  splitSignatures,
  type TypeRef,
  type TypeTable,
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
  readonly receiverType: TypeRef | undefined;
  readonly #surface: Surface;
  #signatures: readonly Signature[] | undefined;

  constructor([path, kind, text, remoteName]: SurfaceEntry, surface: Surface, types: TypeTable) {
    this.path = `${surface.root}.${path}`;
    this.kind = kind;
    this.text = text;
    const end = this.path.lastIndexOf('.');
    const owner = this.path.slice(0, end);
    this.remoteName = remoteName ?? this.path.slice(end + 1);
    this.receiver = isInstanceKind(kind) && surface.types.some(({ id }) => id === owner) ? owner : undefined;
    this.receiverType = this.receiver === undefined ? undefined : types.receiverOf(this.receiver);
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
