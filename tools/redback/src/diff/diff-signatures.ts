import { type Accepts, formatSignature, formatType, type Param, type Signature } from '@syft-libs/ast';
import type { Change, ChangeKind } from './change.ts';
import { covers, isSameType } from './covers.ts';

type Found = Omit<Change, 'path'>;

/** Both sides of one member, and what stands for the types on each. */
export interface SignaturePair {
  readonly before: readonly Signature[];
  readonly after: readonly Signature[];
  readonly acceptsBefore: Accepts;
  readonly acceptsAfter: Accepts;
}

/** What an entry takes and gives now that it did not, and no longer does: by overloads, of which a call takes the first that fits. */
export function diffSignatures({ before, after, acceptsBefore, acceptsAfter }: SignaturePair): readonly Found[] {
  const found: Found[] = [];
  for (const old of before) {
    const heir = after.find((signature) => takesAll(signature, old, acceptsAfter));
    if (heir === undefined) found.push(...lost(old, after, acceptsAfter));
    else found.push(...givesOtherwise(old, heir));
  }
  for (const fresh of after) {
    if (before.some((signature) => takesAll(signature, fresh, acceptsBefore))) continue;
    const old = before.find((signature) => takesAll(fresh, signature, acceptsAfter));
    // It is what became of one that is told of above.
    if (old === undefined && found.some(({ kind }) => kind === 'takes-less') && after.length <= before.length) continue;
    const reasons = old === undefined ? [`can be called as ${formatSignature(fresh)}`] : gains(old, fresh, acceptsBefore);
    found.push(...reasons.map((reason) => ({ kind: 'takes-more' as ChangeKind, bump: 'minor' as const, reason })));
  }
  const names = before.length === after.length && found.length === 0 ? renamed(before, after) : [];
  return unique([...found, ...names]);
}

/** Whether each call that `narrow` takes is one that `wide` takes. */
function takesAll(wide: Signature, narrow: Signature, accepts: Accepts): boolean {
  return losses(narrow, wide, accepts).length === 0;
}

/** Why calls of `old` are no calls of `now`; nothing when all are. */
function losses(old: Signature, now: Signature, accepts: Accepts): readonly string[] {
  const places = Math.max(old.params.length, now.params.length);
  return Array.from({ length: places }, (_, index) => {
    const [was, is] = [paramAt(old, index), paramAt(now, index)];
    if (was === undefined) return is === undefined || is.optional || is.rest ? undefined : `needs ${tell(is)}, which it did not have`;
    if (is === undefined) return `no longer takes ${tell(was)}`;
    if (was.rest && !is.rest) return `takes ${tell(is)} once, not any number of times`;
    if (!covers(typeOf(is), typeOf(was), accepts)) {
      return `takes ${formatType(typeOf(is))} for ${tell(is)}, no longer ${formatType(typeOf(was))}`;
    }
    if ((was.optional || was.rest) && !is.optional && !is.rest) return `needs ${tell(is)}, which was optional`;
    return is.public && !was.public ? `needs a public argument for ${tell(is)}` : undefined;
  }).filter((reason) => reason !== undefined);
}

/** What `now` takes beyond `old`, in words. */
function gains(old: Signature, now: Signature, accepts: Accepts): readonly string[] {
  const reasons = now.params.flatMap((is, index) => {
    const was = paramAt(old, index);
    if (was === undefined) return [`takes ${is.rest ? 'any number of' : 'an optional'} ${tell(is)}`];
    if (!covers(typeOf(was), typeOf(is), accepts))
      return [`takes ${formatType(typeOf(is))} for ${tell(is)}, not only ${formatType(typeOf(was))}`];
    if (is.rest && !was.rest) return [`takes ${tell(is)} any number of times`];
    if (is.optional && !was.optional) return [`no longer needs ${tell(is)}`];
    return was.public && !is.public ? [`takes private values for ${tell(is)}`] : [];
  });
  return reasons.length > 0 ? reasons : [`can be called as ${formatSignature(now)}`];
}

function lost(old: Signature, after: readonly Signature[], accepts: Accepts): readonly Found[] {
  const [nearest] = after.map((signature) => losses(old, signature, accepts)).sort((left, right) => left.length - right.length);
  const reasons = nearest === undefined || nearest.length > 2 ? [`can no longer be called as ${formatSignature(old)}`] : nearest;
  return reasons.map((reason) => ({ kind: 'takes-less', bump: 'major', reason }));
}

/** A pointer's class follows from the declared result, so that any other result is another one for those who call. */
function givesOtherwise(old: Signature, now: Signature): readonly Found[] {
  if (!isSameType(old.returns, now.returns)) {
    return [{ kind: 'gives', bump: 'major', reason: `gives ${formatType(now.returns)}, not ${formatType(old.returns)}` }];
  }
  if (old.async === now.async) return [];
  const reason = now.async
    ? 'works asynchronously now; a pointer is the same either way'
    : 'gives its result at once; a pointer is the same either way';
  return [{ kind: 'behaviour', bump: 'patch', reason }];
}

function renamed(before: readonly Signature[], after: readonly Signature[]): readonly Found[] {
  return before.flatMap((old, index) =>
    old.params.flatMap((param, place) => {
      const now = (after[index] as Signature).params[place];
      if (now === undefined || now.name === param.name) return [];
      return [{ kind: 'text' as const, bump: 'patch' as const, reason: `calls its parameter ${param.name} ${now.name}` }];
    }),
  );
}

/** The parameter that takes the argument at a place; the last one goes on where it is a rest parameter. */
function paramAt({ params }: Signature, index: number): Param | undefined {
  const last = params.at(-1);
  return params[index] ?? (last?.rest === true ? last : undefined);
}

/** What one argument there has to be. */
function typeOf({ type, rest }: Param): Param['type'] {
  return rest && type.kind === 'list' ? type.of : type;
}

function tell({ name }: Param): string {
  return `\`${name}\``;
}

function unique(found: readonly Found[]): readonly Found[] {
  return [...new Map(found.map((one) => [one.reason, one])).values()];
}
