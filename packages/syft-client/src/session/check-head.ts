import { type Limits, messages, type SerdeContext, SyftError, validateHead } from '@syft-libs/ast';

/**
 * Checks a value's head against the sizes of its parts, before anything is allocated. Throws `PROTOCOL`, `LIMIT`, or
 * `UNSUPPORTED` for a value of a library that was not passed to `lib`: the domain numbered its tag, and no codec here reads it.
 */
export function checkHead(head: Uint8Array, sizes: readonly number[], context: SerdeContext, limits: Limits): void {
  const root = unreadRoot(head, context);
  if (root !== undefined) throw new SyftError('UNSUPPORTED', `cannot receive value: pass the support package of ${root} to lib() first`);
  validateHead(head, sizes, context, limits);
}

function unreadRoot(head: Uint8Array, { registry, tags }: SerdeContext): string | undefined {
  try {
    const name = tags.nameOf(messages.Value.decode(head).tag);
    return name === undefined || registry.byTag(name) !== undefined ? undefined : name.split('/')[0];
  } catch {
    // Bytes that are no value at all: validateHead says so.
    return undefined;
  }
}
