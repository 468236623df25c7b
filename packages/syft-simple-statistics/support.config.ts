import { defineDecisions } from '@syft-libs/ast';

export default defineDecisions({
  libraries: [
    {
      name: 'simple-statistics',
      range: '>=7.12.1 <8.0.0',
      root: 'simpleStatistics',
      members: {},
    },
  ],
});
