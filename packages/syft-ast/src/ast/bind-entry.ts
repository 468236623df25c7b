import { type ManifestMember, nameOfMember } from '../manifest/manifest.ts';
import { type BindContext, type BoundCall, ownerOf, ownValue, wrongKind } from './bind-context.ts';
import { bindInstanceMember } from './bind-instance-member.ts';

/**
 * Finds an allowed member in its loaded library, once, and returns a function that calls it. Only own data properties
 * are followed, no getter fires. Throws `BAD_MANIFEST` when the member is missing or of another kind.
 */
export function bindEntry(member: ManifestMember, context: BindContext): BoundCall {
  const type = context.library.types.find(({ id }) => id === ownerOf(member.path));
  if (member.kind === 'method' || (member.kind === 'property' && type !== undefined)) return bindInstanceMember(member, context);
  const folders = member.path.split('.').slice(1, -1);
  const owner = folders.reduce<unknown>((value, segment) => ownValue(value, segment, member.path), context.loaded.module);
  const value = ownValue(owner, nameOfMember(member), member.path);
  if (member.kind === 'constant' || member.kind === 'property') return () => value;
  if (typeof value !== 'function') throw wrongKind(member, 'it is no function');
  if (member.kind === 'constructor') return (operands) => Reflect.construct(value, operands as unknown[]) as unknown;
  return (operands) => Reflect.apply(value as (...args: unknown[]) => unknown, owner, operands) as unknown;
}
