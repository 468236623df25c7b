import { SyftError } from '../errors.ts';
import type { ManifestLibrary, ManifestMember } from '../manifest/manifest.ts';
import type { Guard, LoadedLibrary } from '../support/define-support.ts';
import type { TypeTable } from '../type/type-table.ts';

/** Calls a member of a library with its operands, the receiver first. */
export type BoundCall = (operands: readonly unknown[]) => unknown;

/** What a member is bound in: its library as the manifest has it and as it was loaded, and what stands in its way. */
export interface BindContext {
  readonly library: ManifestLibrary;
  readonly loaded: LoadedLibrary;
  readonly types: TypeTable;
  /** Paths that the owner denies. */
  readonly denied: ReadonlySet<string>;
  readonly guards: Readonly<Record<string, Guard>>;
}

/** The path that a member stands right below: its type, when it is an instance's. */
export function ownerOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}

/** The value of an own data property. Throws `BAD_MANIFEST` when there is none; no getter fires. */
export function ownValue(owner: unknown, name: string, path: string): unknown {
  const descriptor = owner === null || owner === undefined ? undefined : Object.getOwnPropertyDescriptor(Object(owner), name);
  if (descriptor === undefined) throw new SyftError('BAD_MANIFEST', `cannot bind ${path}: the library has no ${name}`);
  if (!('value' in descriptor)) throw new SyftError('BAD_MANIFEST', `cannot bind ${path}: ${name} is an accessor`);
  return descriptor.value;
}

/** The error for a member that the library has as something else, or has not. */
export function wrongKind(member: ManifestMember, reason: string): SyftError {
  return new SyftError('BAD_MANIFEST', `cannot bind ${member.path} as ${member.kind}: ${reason}`);
}
