import { defineDecisions } from '@syft-libs/ast';

export default defineDecisions({
  libraries: [
    {
      name: 'tiny-lib',
      range: '>=2.3.1 <3.0.0',
      root: 'tinyLib',
      members: {},
    },
  ],
});
