import { type AllowlistEntry, isRecord, type ManifestMember } from '@syft-libs/ast';
import { firstDifference } from '../samples/same-value.ts';
import { outgrows } from './call-limits.ts';
import { isDegenerate } from './degenerate.ts';
import { copyOf, type Expected, type LocalCall, type LocalLibrary } from './local-library.ts';
import { isPointerPlace } from './pointer-places.ts';
import type { RemoteLibrary } from './remote-library.ts';

export interface ConformanceContext {
  readonly local: LocalLibrary;
  readonly remote: RemoteLibrary;
  /** A library's own object as plain data, read by the library's own means. */
  readonly view: (live: object) => unknown;
}

/** A call that came out otherwise than it should have. */
export interface Nonconformity {
  readonly operands: readonly unknown[];
  readonly asPointers: readonly boolean[];
  readonly expected: string;
  readonly actual: string;
}

/** How the calls of one entry came out. */
export interface EntryReport {
  /** Calls that gave a value, here and there. */
  readonly values: number;
  readonly odd: readonly Nonconformity[];
}

/** Makes calls of one entry here and on a domain. */
export async function checkEntry(
  context: ConformanceContext,
  entry: AllowlistEntry,
  calls: readonly (readonly unknown[])[],
): Promise<EntryReport> {
  const odd: Nonconformity[] = [];
  let values = 0;
  for (const [index, given] of calls.entries()) {
    // Arguments that are left out at the end are no operands.
    const operands = given.slice(0, given.findLastIndex((operand) => operand !== undefined) + 1);
    const own = context.local.entryFor(entry, operands);
    const asPointers = operands.map((operand, position) => isPointerPlace(context.local, own, { operand, position, turn: index }));
    const member = context.local.members.find(({ path }) => path === own.path) as ManifestMember;
    const found = await checkCall(context, { entry: own, operands, asPointers }, member);
    if (found === 'value') values += 1;
    else if (found !== 'code') odd.push({ operands, asPointers, ...found });
  }
  return { values, odd };
}

function isLate(outcome: Expected): boolean {
  return 'code' in outcome && outcome.code === 'DEADLINE';
}

async function checkCall(
  { local, remote, view }: ConformanceContext,
  call: LocalCall,
  member: ManifestMember,
): Promise<'value' | 'code' | Pick<Nonconformity, 'expected' | 'actual'>> {
  const { outcome, seed, unsent } = await remote.run({ ...call, operands: call.operands.map(copyOf) }, member);
  const expected = await local.run(seed === undefined ? call : { ...call, seed });
  // How long a call takes is no part of what it comes to: one that is stopped here may just end there.
  if (isLate(expected) || isLate(outcome)) return 'code';
  const { mistyped, sizes } = expected;
  // Of such operands some libraries give nothing of the kind: that fails, here and on a domain.
  if (mistyped !== undefined && !call.operands.some(isDegenerate))
    return { expected: `a value of the type ${mistyped.type}`, actual: tell({ value: mistyped.value }, view) };
  // What follows a call is admitted by what it was declared to give.
  if (sizes !== undefined && outgrows(sizes.real, sizes.declared)) {
    return { expected: `about ${sizes.declared} elements at most, as its cost says`, actual: `${sizes.real} elements` };
  }
  if ('code' in expected) {
    if (!('code' in outcome) || outcome.code !== expected.code) return { expected: expected.code, actual: tell(outcome, view) };
    // What a client refuses, the domain refuses by itself.
    const fault = unsent ? await remote.faultOf(call.entry.path, call.entry.text, call.operands) : undefined;
    return unsent && fault?.code !== expected.code
      ? { expected: expected.code, actual: `${fault?.code ?? 'taken'} by the domain` }
      : 'code';
  }
  if ('code' in outcome) return { expected: tell(expected, view), actual: outcome.code };
  const place = firstDifference(viewed(expected.value, view), viewed(outcome.value, view));
  return place === undefined ? 'value' : { expected: `${tell(expected, view)} at ${place}`, actual: tell(outcome, view) };
}

/** A value with the library's objects in it made plain. */
function viewed(value: unknown, view: ConformanceContext['view']): unknown {
  if (Array.isArray(value)) return value.map((item) => viewed(item, view));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, viewed(item, view)]));
  return value instanceof Date || value instanceof Map || value instanceof Set || value instanceof ArrayBuffer ? value : view(value);
}

function tell(outcome: Expected, view: ConformanceContext['view']): string {
  if ('code' in outcome) return outcome.code;
  return (
    JSON.stringify(viewed(outcome.value, view), (_, item: unknown) =>
      typeof item === 'number' ? (Object.is(item, -0) ? '-0' : String(item)) : typeof item === 'bigint' ? `${item}n` : item,
    ) ?? 'undefined'
  );
}
