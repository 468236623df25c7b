import { defineDecisions } from '@syft-libs/ast';

export default defineDecisions({
  libraries: [
    {
      name: 'ml-matrix',
      range: '>=6.15.1 <7.0.0',
      root: 'mlMatrix',
      members: {},
    },
  ],
});
