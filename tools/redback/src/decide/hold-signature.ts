// Signatures that say all of what their calls give: what they say is widened where that is little, and what they take is cut to what
// holds elsewhere.
import { formatType, parseType, type Signature, type TypeRef, unionOf } from '@syft-libs/ast';
import type { OddCall } from '../surface/snapshot.ts';
import type { KnownTypes } from './known-types.ts';
import type { Trimmed } from './trim-signature.ts';
import { agrees, hasHole, isNothing, mergeObserved } from './type-agreement.ts';
import { widenToSeen } from './widen-type.ts';

export interface Holding {
  /** Calls that gave something else than a signature said. */
  readonly odd: readonly OddCall[];
  readonly types: KnownTypes;
  /** Somebody says what it gives: nothing in its place may be added, and no other type. */
  readonly isPromised: boolean;
  /** The signature as it would be allowed. */
  readonly finish: (signature: Signature) => Trimmed;
}

/** A result of more types than these tells little. */
const MOST_TYPES = 3;

/** The signature as it may be allowed, or several in its place; none where nothing that it takes gives what can be said. */
export function holdSignature(signature: Signature, holding: Holding): readonly Trimmed[] {
  const { odd, types, finish } = holding;
  const finished = finish(signature);
  if (finished.signature === null) return [finished];
  const { params } = finished.signature;
  let { returns } = finished.signature;
  const broken: OddCall[] = [];
  for (const call of odd) {
    if (!isTaken(call, params)) continue;
    const gives = parseType(call.gives);
    const wide = isGiven(gives, returns, types) ? returns : widened(returns, gives, holding);
    if (wide === null) broken.push(call);
    else returns = wide;
  }
  if (broken.length === 0) return [{ ...finished, signature: { ...finished.signature, returns } }];
  const shorter = shortened(signature, broken);
  const narrow = without(shorter?.longer ?? signature, broken);
  return [shorter?.shorter, narrow].flatMap((one) => (one == null ? [] : holdSignature(one, holding)));
}

/** A signature that ends before an optional parameter which all of the calls were given, and one that asks for it. */
function shortened(signature: Signature, broken: readonly OddCall[]): { readonly shorter: Signature; readonly longer: Signature } | null {
  const { params } = signature;
  const end = params.findIndex(({ optional }, index) => optional && broken.every(({ takes }) => takes.length > index));
  if (end < 0) return null;
  const asked = params.map((param, index) => (index <= end ? { ...param, optional: false } : param));
  return { shorter: { ...signature, params: params.slice(0, end) }, longer: { ...signature, params: asked } };
}

type Params = Signature['params'];

/** Whether a call could be made by parameters like these. */
function isTaken({ takes }: OddCall, params: Params): boolean {
  if (takes.length < params.filter(({ optional, rest }) => !optional && !rest).length) return false;
  return takes.every((text, index) => partsAt(params, index).includes(text));
}

function partsAt(params: Params, index: number): readonly string[] {
  const type = typeAt(params, index);
  if (type === undefined) return [];
  return [type, ...(type.kind === 'union' ? type.of : [])].map(formatType);
}

function typeAt(params: Params, index: number): TypeRef | undefined {
  const param = params[index] ?? (params.at(-1)?.rest === true ? params.at(-1) : undefined);
  return param?.rest === true && param.type.kind === 'list' ? param.type.of : param?.type;
}

function isGiven(gives: TypeRef, returns: TypeRef, types: KnownTypes): boolean {
  if (gives.kind === 'unknown') return false;
  if (gives.kind !== 'tuple' || returns.kind !== 'tuple') return agrees(gives, returns, types);
  return gives.items.length === returns.items.length && gives.items.every((item, at) => agrees(item, returns.items[at] as TypeRef, types));
}

/** A type with what was given besides; `null` where that would be too much to say. */
function widened(returns: TypeRef, gives: TypeRef, holding: Holding): TypeRef | null {
  const { types, isPromised } = holding;
  if (gives.kind === 'tuple' && returns.kind === 'tuple') {
    if (gives.items.length !== returns.items.length) return null;
    const items = returns.items.map((item, at) => {
      const own = gives.items[at] as TypeRef;
      return isGiven(own, item, types) ? item : widened(item, own, holding);
    });
    return items.includes(null) ? null : { ...returns, items: items as TypeRef[] };
  }
  if (hasHole(gives)) return null;
  const less = widenToSeen(returns, gives, types);
  if (less !== null || isPromised) return less;
  const wide = unionOf(mergeObserved([returns, gives], types));
  const parts = wide.kind === 'union' ? wide.of : [wide];
  return parts.filter((part) => !isNothing(part)).length > MOST_TYPES ? null : wide;
}

/** The signature without that member of a union among its parameters that most of the calls have in common. */
function without(signature: Signature, broken: readonly OddCall[]): Signature | null {
  const places = signature.params.flatMap(({ type }, index) =>
    type.kind === 'union' ? type.of.map((part) => ({ index, part, text: formatType(part) })) : [],
  );
  const shared = ({ index, text }: (typeof places)[number]) => broken.filter(({ takes }) => takes[index] === text).length;
  const most = Math.max(0, ...places.map(shared));
  const worst = places.find((place) => shared(place) === most);
  if (worst === undefined || most === 0) return null;
  const params = signature.params.map((param, index) => {
    if (index !== worst.index || param.type.kind !== 'union') return param;
    return { ...param, type: unionOf(param.type.of.filter((part) => part !== worst.part)) };
  });
  return { ...signature, params };
}
