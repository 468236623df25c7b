import type { MemberDecision } from '@syft-libs/ast';
import { describe, expect, test } from 'vitest';
import { decisionLines } from '../../src/cli/decision-lines.ts';
import type { DecisionOutcome } from '../../src/surface/package-plan.ts';
import type { ProbeFacts } from '../../src/surface/snapshot.ts';
import { type MemberTraits, member, plan, results } from './make-snapshot.ts';

const EXAMPLES: Pick<ProbeFacts, 'examples'> = { examples: [{ args: [{ $: 'list', items: [1, 2] }] }] as never };

function outcomesOf(traits: Readonly<Record<string, MemberTraits>>, members: Readonly<Record<string, MemberDecision>>) {
  const made = plan(
    Object.entries(traits).map(([name, one]) => member(name, one)),
    { members },
  );
  return made.libraries[0]?.outcomes as readonly DecisionOutcome[];
}

const linesOf = (outcomes: readonly DecisionOutcome[]) => decisionLines({ libraries: [{ outcomes } as never] }, []).slice(1);

describe('what an allow leaves open', () => {
  const open = (traits: MemberTraits, decision: Partial<MemberDecision> = {}) =>
    outcomesOf({ f: traits }, { f: { verdict: 'allow', reason: 'read', ...decision } })[0]?.members[0]?.open;

  test('is a cost where none was seen to bound it', () => {
    expect(open({ probe: { growth: null, ...EXAMPLES } })).toEqual(['no-cost']);
  });

  test('is a call to test with where none that was seen is one by the signatures', () => {
    expect(open({ probe: EXAMPLES }, { signatures: ['(x: string) => number'] })).toEqual(['no-cases']);
    expect(open({ runtime: { smells: ['Date'] } })).toEqual(['no-cases']);
  });

  test('is nothing where both were seen', () => {
    expect(open({ runtime: { smells: ['Date'] }, probe: EXAMPLES })).toEqual([]);
  });

  test('is nothing where no person allowed it', () => {
    expect(outcomesOf({ f: {} }, { f: { reason: 'its rows', rows: 'keep' } })[0]?.members[0]).toMatchObject({ verdict: 'allow', open: [] });
  });
});

test('each decision is told with what it came to', () => {
  const outcomes = outcomesOf(
    {
      'a.one': {},
      'a.read': { probe: { reached: ['fs'] } },
      label: { declared: null, probe: results('number', 'string', 'boolean[]', 'Date') },
      mean: {},
      mode: {},
    },
    {
      'a.*': { verdict: 'allow', reason: 'all' },
      label: { reason: 'by hand', signatures: ['(x: unknown) => number'] },
      mean: { verdict: 'allow', reason: 'read' },
      mode: { verdict: 'refuse', reason: 'wrong for ties' },
    },
  );
  expect(linesOf(outcomes)).toEqual([
    'decision  came to',
    'a.*       1 member allowed; 1 member refused by io: reaches outside the library: fs',
    'label     left for review by unknown-param, with the signatures given: the type of its parameter x is unknown',
    'mean      allowed',
    'mode      refused',
  ]);
});

test('of many decisions those that came to what they ask for are counted', () => {
  const names = Array.from({ length: 30 }, (_, index) => `f${index}`);
  const traits = Object.fromEntries(names.map((name) => [name, {}]));
  const members = Object.fromEntries(names.map((name) => [name, { verdict: 'allow', reason: 'read' } as MemberDecision]));
  expect(linesOf(outcomesOf(traits, members))).toEqual(['30 decisions came to what they ask for']);
  expect(linesOf(outcomesOf(traits, { ...members, f0: { reason: 'typed', signatures: ['(x: unknown) => number'] } }))).toEqual([
    'decision  came to',
    expect.stringMatching(/^f0 +left for review by unknown-param, with the signatures given: /),
    '29 decisions more came to what they ask for',
  ]);
});

test('who decided nothing is told nothing', () => {
  expect(decisionLines(plan([member('f')]), [])).toEqual([]);
});
