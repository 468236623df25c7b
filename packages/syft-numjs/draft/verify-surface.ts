// Compares the draft with numjs itself: `node --conditions=@syft-libs/source draft/verify-surface.ts`. Names, kinds and aliases;
// then every example: argument types, result type, mutation, shared memory, declared size, randomness, rows.
import { formatType, parseSignature, type Signature } from '@syft-libs/ast';
import { numjs } from '../src/runtime.ts';
import type { Call, Entry } from './entry.ts';
import { GUARDS } from './guards.ts';
import { libraryMembers } from './library-members.ts';
import { SURFACE } from './surface.ts';
import { TYPE_ALIASES } from './type-aliases.ts';
import { checkExample } from './verify-example.ts';
import { fitsCall } from './verify-types.ts';

const problems: string[] = [];
const members = libraryMembers(numjs);
const paths = new Set(SURFACE.map(({ path }) => path));
for (const path of members.keys()) if (!paths.has(path)) problems.push(`${path}: in numjs, not in the draft`);
for (const path of paths) if (!members.has(path)) problems.push(`${path}: in the draft, not in numjs`);
if (paths.size !== SURFACE.length) problems.push('a path stands twice');

let calls = 0;
for (const entry of SURFACE) {
  const signatures = entry.signatures.map((text) => parseSignature(text, TYPE_ALIASES));
  const found = members.get(entry.path);
  if (entry.aliasOf !== undefined && members.get(entry.aliasOf) !== found) problems.push(`${entry.path}: not an alias`);
  if (entry.verdict === 'allow') calls += checkAllowed(entry, signatures, found);
}

function checkAllowed(entry: Entry, signatures: readonly Signature[], member: unknown): number {
  const report = (problem: string, call?: Call) =>
    problems.push(`${entry.path}: ${problem}${call === undefined ? '' : ` ${JSON.stringify(call)}`}`);
  if (entry.ok.length < 2) report('fewer than two examples');
  for (const guard of entry.guards) if (!Object.hasOwn(GUARDS, guard)) report(`no guard ${guard}`);
  for (const { returns } of signatures) if (formatType(returns).includes('unknown')) report('unknown result');
  for (const call of [...entry.ok, ...entry.throws, ...entry.guarded]) {
    if (!signatures.some((signature) => fitsCall(signature, entry, call))) report('arguments fit no signature', call);
  }
  for (const call of entry.ok) for (const problem of checkExample(entry, signatures, member, call)) report(problem, call);
  for (const call of entry.throws) if (checkExample(entry, signatures, member, call)[0] !== 'throws') report('does not throw', call);
  return entry.ok.length + entry.throws.length;
}

const allowed = SURFACE.filter(({ verdict }) => verdict === 'allow').length;
const guarded = SURFACE.reduce((count, entry) => count + entry.guarded.length, 0);
console.log(
  `${SURFACE.length} members, ${allowed} allowed, ${SURFACE.length - allowed} refused; ${calls} calls made, ${guarded} left to guards`,
);
console.log(problems.length === 0 ? 'no problems' : problems.join('\n'));
process.exitCode = problems.length === 0 ? 0 : 1;
