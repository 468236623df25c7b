import { joinSignatures, type Limits, parseManifest, resolveLimits, type SupportPackage, signatureText } from '@syft-libs/ast';
import { afterAll, describe, expect, test } from 'vitest';
import { plainMaker, sendableCalls, sendableSamples } from '../samples/plain-values.ts';
import type { Samples } from '../samples/values-of-type.ts';
import { viewOfLive } from '../samples/view-of-live.ts';
import { GENERATED_CALLS, hasTellingReceiver, isFoundOn, makeArgumentLists, makeGrownLists } from './argument-lists.ts';
import { CALL_BYTES, CALL_OPERATIONS } from './call-limits.ts';
import { type ConformanceContext, checkEntry, type Nonconformity } from './check-entry.ts';
import { LocalLibrary } from './local-library.ts';
import { RemoteLibrary } from './remote-library.ts';
import { shapedSamples } from './shaped-samples.ts';

export interface ConformanceOptions {
  /** Calls to make besides the generated ones, by path: plain operands, the receiver first. */
  readonly cases?: Readonly<Record<string, readonly (readonly unknown[])[]>>;
  /** Values of types of which not every array is one, by type. */
  readonly samples?: Samples;
  /** Generated calls of each signature; 24 unless said otherwise. */
  readonly generated?: number;
  /** A library's own object as plain data, read by the library's own means: element by element, with dtype and shape. Its own fields unless given, or what its codec writes of it. */
  readonly view?: (live: object) => unknown;
}

/** How a package stands. `passing` counts allowed entries all of whose calls came out as they should. */
export interface ConformanceTable {
  allowed: number;
  refused: number;
  review: number;
  total: number;
  cases: number;
  passing: number;
}

/** So small that a generated call that is too large is refused before it runs. */
const LIMITS: Partial<Limits> = { callBytes: CALL_BYTES, callOperations: CALL_OPERATIONS, callDeadline: 500 };
/** Items of a longer list are counted. */
const MOST_TOLD = 40;
const ENTRY_TIMEOUT = 30_000;

/**
 * A suite for support packages, one test an entry. Each allowed one is called here on private copies and through a real
 * client of a real domain: same elements (by `Object.is`), dtype and shape, or the same code; what comes back is of the type that the
 * manifest says, and no larger than its cost says. Each other member answers with the
 * bytes of an unknown path. Resolves once the tests are registered; the table is complete, and printed, when they have run.
 */
export async function conformance(
  support: SupportPackage,
  { cases = {}, samples = {}, generated = GENERATED_CALLS, view = viewBy(support) }: ConformanceOptions = {},
): Promise<ConformanceTable> {
  const local = await LocalLibrary.load(support, resolveLimits(LIMITS));
  const remote = await RemoteLibrary.open(support, LIMITS);
  const count = (verdict: string): number => local.members.filter((member) => member.verdict === verdict).length;
  const table: ConformanceTable = {
    allowed: count('allow'),
    refused: count('refuse'),
    review: count('review'),
    total: local.members.length,
    cases: 0,
    passing: 0,
  };
  const { libraries } = parseManifest(await support.manifest());
  const listed = { types: libraries.flatMap(({ types }) => types), members: libraries.flatMap(({ members }) => members) };
  const sendable = sendableSamples(samples, listed.types);
  const shaped = await shapedSamples(local);
  const context: ConformanceContext = { local, remote, view };

  describe(`${support.name}: allowed entries give what the library gives`, () => {
    test.each(local.entries.map((entry) => [entry.path, entry] as const))('%s', { timeout: ENTRY_TIMEOUT }, async (path, entry) => {
      const made = [
        ...sendableCalls(cases[path] ?? []),
        ...makeArgumentLists(local, entry, { count: generated, samples: sendable }),
        ...makeGrownLists(local, entry, { samples: sendable, shaped }),
      ];
      const telling = made.filter((operands) => hasTellingReceiver(entry, operands));
      const found = telling.filter((operands) => isFoundOn(entry, operands, listed));
      // Where every instance has another one in its place, that one is called, and gives the same.
      const calls = found.length > 0 ? found : telling;
      const { odd, values } = await checkEntry(context, entry, calls);
      expect(odd.slice(0, 5).map((one) => describeCall(one))).toEqual([]);
      expect(values, 'calls that gave a value').toBeGreaterThan(0);
      table.cases += calls.length;
      table.passing += 1;
    });
  });

  const denied = local.members.filter(({ verdict }) => verdict !== 'allow').map((member) => [member.path, member] as const);
  describe.runIf(denied.length > 0)(`${support.name}: refused members answer like unknown ones`, () => {
    test.each(denied)('%s', async (path, { signatures }) => {
      const unknown = await remote.faultOf(`${path}NoSuchThing`, '() => number', []);
      const text = joinSignatures(signatures.map(signatureText));
      for (const operands of [[], [1], [[1, 2]]]) expect(await remote.faultOf(path, text, operands)).toEqual(unknown);
      expect(unknown?.code).toBe('NOT_ALLOWED');
    });
  });

  afterAll(async () => {
    console.table({ [support.name]: table });
    await remote[Symbol.asyncDispose]();
  });
  return table;
}

function viewBy({ codecs }: SupportPackage): (live: object) => unknown {
  const plainOf = plainMaker(codecs);
  return (live) => viewOfLive(live, plainOf);
}

function describeCall({ operands, asPointers, expected, actual }: Nonconformity): string {
  const told = operands.map((operand, index) => `${asPointers[index] === true ? '→' : ''}${tellOperand(operand)}`);
  return `(${told.join(', ')}): expected ${expected.slice(0, 300)}, got ${actual.slice(0, 300)}`;
}

function tellItems(items: readonly unknown[]): string {
  const told = items
    .slice(0, items.length > MOST_TOLD ? 2 : MOST_TOLD)
    .map(tellOperand)
    .join(', ');
  return items.length > MOST_TOLD ? `${told}, … ${items.length} in all` : told;
}

function tellOperand(operand: unknown): string {
  if (typeof operand === 'number') return Object.is(operand, -0) ? '-0' : String(operand);
  if (typeof operand === 'bigint') return `${operand}n`;
  if (ArrayBuffer.isView(operand)) return `${operand.constructor.name}[${tellItems([...(operand as Float64Array)])}]`;
  if (Array.isArray(operand)) return `[${tellItems(operand)}]`;
  if (typeof operand === 'object' && operand !== null)
    return `{${Object.entries(operand)
      .map(([key, item]) => `${key}: ${tellOperand(item)}`)
      .join(', ')}}`;
  return JSON.stringify(operand) ?? 'undefined';
}
