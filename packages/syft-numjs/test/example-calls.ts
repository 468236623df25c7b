// Runs example calls as a domain's VM does: match a signature, bring operands into the library's own types, call, isolate.
import {
  type AllowlistEntry,
  type ArrayValue,
  boundOfShape,
  boundOfValue,
  buildAllowlist,
  type CallChecks,
  CallMatcher,
  CodecRegistry,
  isDtype,
  type OperandView,
  parseManifest,
  type Signature,
  type TypeRef,
  typedArrayOf,
  valueFits,
} from '@syft-libs/ast';
import { numjs } from '../src/index.ts';
import { CASES, type Call, type EntryCases } from './cases.ts';
import { isNdSample } from './samples.ts';

export const loaded = await numjs.load();
export const manifest = parseManifest(await numjs.manifest());
export const allowlist = buildAllowlist([{ support: numjs, manifest, loaded }]);
export const library: unknown = loaded[0]?.module;

/** Each entry of the allowlist with its calls. */
export const allowed: readonly (EntryCases & { readonly path: string })[] = allowlist.entries.map(({ path }) => {
  const cases = CASES[path];
  if (cases === undefined) throw new Error(`no calls of ${path}`);
  return { path, ...cases };
});

export const registry = new CodecRegistry(numjs.codecs);
const checks: CallChecks = {
  accepts: (id) => allowlist.accepts(id),
  detect: (id, value) => registry.byType(id)?.detect(value) ?? false,
  factsOf: () => {
    throw new Error('these calls have no pointers');
  },
};
const matcher = new CallMatcher(checks);

/** An operand as it comes off the wire: samples as plain arrays, everything else as it is. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isNdSample(value)) return typeof value === 'object' && value !== null ? { ...value } : value;
  if (!isDtype(value.nd)) throw new Error('no dtype');
  const size = value.shape.reduce((product, length) => product * length, 1);
  const numbers = value.data.length === size ? value.data : new Array<number>(size).fill(0);
  const typed = typedArrayOf(value.nd);
  const data =
    typed === undefined ? [...numbers] : (typed as unknown as { from(list: readonly number[]): ArrayValue['data'] }).from(numbers);
  return { type: 'numjs.NdArray', dtype: value.nd, shape: value.shape, data } satisfies ArrayValue;
}

/** The call's signature. Throws as a domain would. */
export function match(entry: AllowlistEntry, operands: readonly unknown[]): Signature {
  return matcher.match(entry, operands);
}

/** Calls the library and gives the result with memory of its own. */
export function run(entry: AllowlistEntry, operands: readonly unknown[]): unknown {
  const { params } = match(entry, operands);
  const args = entry.receiver === undefined ? operands : operands.slice(1);
  const live = args.map((arg, index) => {
    const param = params[Math.min(index, params.length - 1)];
    return param === undefined ? arg : revive(arg, param.rest && param.type.kind === 'list' ? param.type.of : param.type);
  });
  const receiver = entry.receiver === undefined ? [] : [revive(operands[0], { kind: 'ref', id: entry.receiver })];
  const result = entry.call?.([...receiver, ...live]);
  const codec = registry.find(result);
  return codec?.isolate?.(result, () => false, library) ?? result;
}

function revive(value: unknown, type: TypeRef): unknown {
  if (type.kind === 'union') return revive(value, type.of.find((member) => valueFits(value, member, checks)) ?? { kind: 'unknown' });
  if (type.kind === 'list' && Array.isArray(value)) return value.map((item) => revive(item, type.of));
  return type.kind === 'ref' ? registry.byType(type.id)?.revive?.(value, library) : value;
}

/** True when a result is of a type. */
export function fits(value: unknown, type: TypeRef): boolean {
  return valueFits(value, type, checks);
}

/** Operands as guards and costs see constants. */
export function constants(operands: readonly unknown[]): readonly OperandView[] {
  return operands.map((value) => ({ bound: boundOfValue(value), value, isPublic: true }));
}

/** The same call on private operands wherever a pointer may stand; an array's first axis is known up to `slack` rows more. */
export function privates(entry: AllowlistEntry, operands: readonly unknown[], slack = 0): readonly OperandView[] {
  const { params } = match(entry, operands);
  const offset = entry.receiver === undefined ? 0 : 1;
  return operands.map((value, index) => {
    const param = index < offset ? undefined : params[Math.min(index - offset, params.length - 1)];
    return param?.public === true ? (constants([value])[0] as OperandView) : privateView(value, slack);
  });
}

function privateView(value: unknown, slack: number): OperandView {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    const items = value.map((item) => privateView(item, slack));
    return { bound: boundOfValue(value), value: undefined, isPublic: false, items };
  }
  const { dims = [] } = boundOfValue(value);
  const [first, ...rest] = dims;
  return { bound: boundOfShape(first === undefined ? [] : [first + slack, ...rest]), value: undefined, isPublic: false };
}

/** A call in a message. */
export function describeCall(call: Call): string {
  return JSON.stringify(call.map((item) => (isNdSample(item) ? `${item.nd}[${item.shape.join()}]` : item))).slice(0, 80);
}
