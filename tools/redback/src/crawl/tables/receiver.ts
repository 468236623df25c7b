// Members of a table while they are crawled: functions that take their receiver first, under the one name that no parameter has.
import { formatSignature, parseSignature, type Signature, type TypeRef } from '@syft-libs/ast';
import type { SeenMember } from '../../surface/snapshot.ts';

/** What the receiver is called among the parameters. */
export const RECEIVER = 'this';

/** The signature with its receiver as the first parameter. */
export function withReceiver({ params, ...rest }: Signature, type: TypeRef): Signature {
  return { ...rest, params: [{ name: RECEIVER, type, optional: false, rest: false, public: false }, ...params] };
}

/** A signature's text without its receiver. */
export function withoutReceiver(text: string): string {
  const { params, ...rest } = parseSignature(text);
  return formatSignature({ ...rest, params: params.filter(({ name }, index) => index > 0 || name !== RECEIVER) });
}

/** Whether a member has to be called on the first of its arguments. */
export function takesReceiver({ declared }: SeenMember): boolean {
  return declared?.signatures.some((text) => parseSignature(text).params[0]?.name === RECEIVER) ?? false;
}
