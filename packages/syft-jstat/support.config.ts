import { defineDecisions } from '@syft-libs/ast';

export default defineDecisions({
  libraries: [
    {
      name: 'jstat',
      range: '>=1.9.6 <2.0.0',
      root: 'jstat',
      members: {},
    },
  ],
});
