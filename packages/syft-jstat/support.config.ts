import { defineDecisions, type MemberDecision } from '@syft-libs/ast';

/** The bound that was found knows square tables, and a wide one gives more. */
const outgrown: MemberDecision = { verdict: 'review', reason: 'gives more than its bound says for tables that are not square' };

export default defineDecisions({
  libraries: [
    {
      name: 'jstat',
      range: '>=1.9.6 <2.0.0',
      root: 'jstat',
      members: { SOR: outgrown, divide: outgrown },
    },
  ],
});
