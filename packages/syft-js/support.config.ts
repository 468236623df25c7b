import { defineDecisions } from '@syft-libs/ast';

export default defineDecisions({
  tests: 'elsewhere',
  libraries: [
    {
      name: 'javascript',
      module: { file: './src/library/index.ts', version: '15.0.0' },
      range: '15.0.0',
      root: 'js',
      members: {
        'Date.UTC': { verdict: 'allow', reason: 'counts in UTC; the clock is not asked' },
        'Date.add': { verdict: 'allow', reason: 'makes a date of a number; the clock is not asked' },
        'Date.fromMilliseconds': { verdict: 'allow', reason: 'makes a date of a number; the clock is not asked' },
        'Date.withUTC*': { verdict: 'allow', reason: 'changes a copy of the date, in UTC; the clock is not asked' },
        'Number.toDate': { verdict: 'allow', reason: 'makes a date of a number; the clock is not asked' },
        'String.padEnd': { publicParams: ['length'], reason: 'the length of the result' },
        'String.padStart': { publicParams: ['length'], reason: 'the length of the result' },
      },
      types: {
        Number: { membersOf: 'number', reason: 'members of numbers' },
        String: { membersOf: 'string', reason: 'members of strings' },
        Boolean: { membersOf: 'boolean', reason: 'members of booleans' },
        BigInt: { membersOf: 'bigint', reason: 'members of bigints' },
        Date: { membersOf: 'Date', reason: 'members of dates' },
        NumberList: { membersOf: 'number[]', reason: 'members of lists' },
        StringList: { membersOf: 'string[]', reason: 'members of lists' },
        BooleanList: { membersOf: 'boolean[]', reason: 'members of lists' },
        BigIntList: { membersOf: 'bigint[]', reason: 'members of lists' },
        NumberRows: { membersOf: 'number[][]', reason: 'members of lists of lists' },
        NumberSet: { membersOf: 'Set<number>', reason: 'members of sets' },
        StringSet: { membersOf: 'Set<string>', reason: 'members of sets' },
        NumberMap: { membersOf: 'Map<string, number>', reason: 'members of maps' },
        StringMap: { membersOf: 'Map<string, string>', reason: 'members of maps' },
      },
    },
  ],
});
