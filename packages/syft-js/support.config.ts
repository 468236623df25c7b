import { defineDecisions } from '@syft-libs/ast';

export default defineDecisions({
  libraries: [
    {
      name: 'javascript',
      range: '15.0.0',
      root: 'js',
      members: {
        'Math.random': { verdict: 'allow', reason: 'pure but for its random source, marked' },
        'Number.toFixed': { verdict: 'allow', reason: 'pure; the number of digits sets the length of the text', publicParams: ['digits'] },
      },
    },
  ],
});
