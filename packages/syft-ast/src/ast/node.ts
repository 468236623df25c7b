import type { Effects, ManifestMember, MemberKind } from '../manifest/manifest.ts';
import type { CostFunction, Guard } from '../support/define-support.ts';
import type { Signature } from '../type/signature.ts';
import type { TypeRef } from '../type/type-ref.ts';

/** One allowed entry, bound when its library was loaded. Frozen. */
export interface AllowlistEntry {
  /** Position in the allowlist; the same in every thread that built it from the same packages. */
  readonly index: number;
  readonly path: string;
  readonly kind: MemberKind;
  readonly root: string;
  readonly signatures: readonly Signature[];
  /** The short signatures as both sides compare them. */
  readonly text: string;
  /** The type that a method or instance property belongs to: the first operand's. */
  readonly receiver: string | undefined;
  /** What that operand has to fit: the type itself, or the one that it holds the members of. */
  readonly receiverType: TypeRef | undefined;
  readonly effects: Effects;
  readonly disclosure: ManifestMember['disclosure'];
  /** Operands that are changed by the call, and so copied before it. */
  readonly mutates: readonly number[];
  readonly guard: Guard | undefined;
  readonly cost: CostFunction;
  /** Calls the library; operands in order, the receiver first. Absent where no library was loaded. */
  readonly call: ((operands: readonly unknown[]) => unknown) | undefined;
}

/** The tree of a library's allowed entries, for listing; calls go by {@link AllowlistEntry} alone. */
export interface ModuleNode {
  readonly kind: 'module' | 'class';
  readonly path: string;
  /** What may be called by the same path: a class's constructor, or a function that has members. */
  readonly entry?: AllowlistEntry;
  readonly children: ReadonlyMap<string, ModuleNode | AllowlistEntry>;
}
