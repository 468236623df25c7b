import { formatSignature, formatType, type Param, parseType, type Signature, type TypeRef, unionOf } from '@syft-libs/ast';
import { bare } from './argument-lists.ts';
import { isGood, type Returned } from './caller.ts';
import type { ProbeTarget } from './probe-target.ts';
import { argumentTypes, isOfNothing } from './results.ts';
import { type TypeNames, typeFits } from './type-fit.ts';

/** Argument types that worked, and what they gave. */
interface Pattern {
  readonly params: readonly TypeRef[];
  readonly returns: TypeRef;
  readonly isOptionalFrom: number;
}

const MOST_SIGNATURES = 6;
const LETTERS = 'abcdefghij';

/** Signatures, in the grammar, of the calls that worked: alike ones united, arguments that changed nothing left out. */
export function inferSignatures(
  trials: readonly Returned[],
  { names, signatures }: Pick<ProbeTarget, 'names' | 'signatures'>,
  types: TypeNames,
): readonly string[] {
  // What has to be given is part of a call, whatever difference it makes.
  const fewest = Math.min(...signatures.map(({ signature }) => signature.params.filter(({ optional, rest }) => !optional && !rest).length));
  const asked = Number.isFinite(fewest) ? trials.filter(({ args }) => args.length >= fewest) : [];
  // Where that works for a function alone, or for nothing at all, and fewer do without, the others need not be given.
  const isTelling = (trial: Returned) => takesNone(trial) && !isOfNothing(trial);
  const isAsked = asked.some((trial) => trial.args.length === fewest && (isTelling(trial) || !trials.some(isTelling)));
  const idle = idleCalls(trials);
  const useful = (isAsked ? asked : trials).filter((trial) => (isAsked && trial.args.length <= fewest) || !idle.has(trial));
  const patterns = uniteOptional(uniteParams(patternsOf(useful, types)));
  const isAsync = trials.some(({ outcome }) => outcome.isPromise);
  const texts = patterns.map((pattern) => formatSignature(signatureOf(pattern, names, isAsync)));
  return [...new Set(texts)].slice(0, MOST_SIGNATURES);
}

/** No function is among the arguments. */
function takesNone({ args }: Returned): boolean {
  return !args.some((arg) => typeof arg === 'object' && arg !== null && arg.$ === 'callback');
}

/** Calls of which the last argument made no difference: the same call without it gave the same. */
function idleCalls(trials: readonly Returned[]): ReadonlySet<Returned> {
  const known = new Map(trials.map((trial) => [JSON.stringify([trial.receiver, trial.args]), trial.outcome.value.digest]));
  const idle = new Set<Returned>();
  for (const kind of Map.groupBy(trials, argumentTypes).values()) {
    const shorter = kind.map(({ receiver, args }) =>
      args.length === 0 ? undefined : known.get(JSON.stringify([receiver, args.slice(0, -1)])),
    );
    const told = kind.filter((_, index) => shorter[index] !== undefined);
    const same = kind.filter((trial, index) => shorter[index] === trial.outcome.value.digest);
    // What a few calls of a kind show holds for the others.
    for (const trial of told.length > 1 && same.length === told.length ? kind : same) idle.add(trial);
  }
  return idle;
}

function patternsOf(trials: readonly Returned[], types: TypeNames): readonly Pattern[] {
  const byParams = new Map<string, { params: readonly TypeRef[]; returns: TypeRef[] }>();
  const typesOf = ({ outcome }: Returned) => outcome.operands.filter(({ name }) => name !== 'self').map(({ type }) => parseType(type));
  const vague: Returned[] = [];
  for (const trial of trials) {
    const params = typesOf(trial);
    if (params.some((type) => formatType(type).includes('unknown'))) {
      vague.push(trial);
      continue;
    }
    const key = params.map(formatType).join('; ');
    const found = byParams.get(key) ?? { params, returns: [] };
    if (isGood(trial) || found.returns.length === 0) found.returns.push(parseType(trial.outcome.value.type));
    byParams.set(key, found);
  }
  if (byParams.size === 0)
    for (const trial of vague) byParams.set('', { params: typesOf(trial), returns: [parseType(trial.outcome.value.type)] });
  return [...byParams.values()].map(({ params, returns }) => ({ params, returns: narrow(returns, types), isOptionalFrom: params.length }));
}

/** The union of types without those that another of them covers. */
function narrow(returns: readonly TypeRef[], types: TypeNames): TypeRef {
  const texts = [...new Set(returns.map(formatType))].sort();
  const kept = texts.filter(
    (text) =>
      !text.includes('unknown') || !texts.some((other) => !other.includes('unknown') && typeFits(parseType(text), parseType(other), types)),
  );
  return unionOf(kept.map((text) => parseType(text)));
}

/** Patterns of one length and result that differ in one place become one, as long as there are any. */
function uniteParams(patterns: readonly Pattern[]): readonly Pattern[] {
  const left = [...patterns];
  for (let first = 0; first < left.length; first++) {
    for (let second = first + 1; second < left.length; second++) {
      const united = unite(left[first] as Pattern, left[second] as Pattern);
      if (united === null) continue;
      left[first] = united;
      left.splice(second, 1);
      second = first;
    }
  }
  return left;
}

function unite(left: Pattern, right: Pattern): Pattern | null {
  if (left.params.length !== right.params.length || formatType(left.returns) !== formatType(right.returns)) return null;
  const differing = left.params.flatMap((type, index) => (formatType(type) === formatType(right.params[index] as TypeRef) ? [] : [index]));
  const [at] = differing;
  if (at === undefined || differing.length > 1) return null;
  const both = unionOf([left.params[at] as TypeRef, right.params[at] as TypeRef]);
  return { ...left, params: left.params.map((type, index) => (index === at ? both : type)) };
}

/** A pattern that begins another one of the same result makes the rest of that one optional. */
function uniteOptional(patterns: readonly Pattern[]): readonly Pattern[] {
  const sorted = [...patterns].sort((a, b) => b.params.length - a.params.length);
  const kept: Pattern[] = [];
  for (const pattern of sorted) {
    const at = kept.findIndex((longer) => begins(pattern, longer));
    const longer = kept[at];
    if (longer === undefined) kept.push(pattern);
    else kept[at] = { ...longer, isOptionalFrom: Math.min(longer.isOptionalFrom, pattern.params.length) };
  }
  return kept.sort((a, b) => a.params.length - b.params.length);
}

function begins(short: Pattern, long: Pattern): boolean {
  if (short.params.length >= long.isOptionalFrom || long.isOptionalFrom - short.params.length > 1) return false;
  if (formatType(short.returns) !== formatType(long.returns)) return false;
  return short.params.every((type, index) => formatType(type) === formatType(long.params[index] as TypeRef));
}

function signatureOf({ params, returns, isOptionalFrom }: Pattern, names: readonly string[] | null, isAsync: boolean): Signature {
  const rest = names?.findIndex((name) => name.startsWith('...')) ?? -1;
  const taken = new Set<string>();
  const named = params.map((type, index): Param => {
    const written = bare(names?.[index] ?? '');
    const name = written !== '' && !taken.has(written) && written !== 'public' ? written : (LETTERS[index] ?? `arg${index}`);
    taken.add(name);
    return { name, type, optional: index >= isOptionalFrom, rest: false, public: false };
  });
  if (rest < 0 || rest >= params.length) return { params: named, returns, async: isAsync };
  const tail: Param = { ...(named[rest] as Param), optional: false, rest: true, type: { kind: 'list', of: unionOf(params.slice(rest)) } };
  return { params: [...named.slice(0, rest), tail], returns, async: isAsync };
}
