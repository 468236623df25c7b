import { defineDecisions } from '@syft-libs/ast';

const LENIENT = 'takes places outside of the matrix without a word, and makes an instance that no codec can vouch for';
const OUTSIDE = 'with places outside of the matrix, what is left of it differs from what a codec can send';

const VIEWS = [
  'MatrixColumnSelectionView',
  'MatrixColumnView',
  'MatrixFlipColumnView',
  'MatrixFlipRowView',
  'MatrixRowSelectionView',
  'MatrixRowView',
  'MatrixSelectionView',
  'MatrixTransposeView',
  'WrapperMatrix2D',
];
const ODD = ['copy', 'diag_', 'repeat', 'set', 'swapColumns'];

export default defineDecisions({
  libraries: [
    {
      name: 'ml-matrix',
      range: '>=6.15.1 <7.0.0',
      root: 'mlMatrix',
      members: {
        ...Object.fromEntries(VIEWS.map((name) => [name, { verdict: 'review', reason: LENIENT }])),
        '*View.set': { verdict: 'refuse', reason: 'writes through to the matrix behind the view, which is no operand of the call' },
        'WrapperMatrix*.set': {
          verdict: 'refuse',
          reason: 'writes wherever it is told to, outside the matrix too, and so makes lists of any length',
        },
        'SymmetricMatrix.*': {
          verdict: 'refuse',
          reason: 'its values are kept in a private field, so no codec can send them; Matrix does',
        },
        ...Object.fromEntries(ODD.map((name) => [`AbstractMatrix.${name}`, { verdict: 'review', reason: OUTSIDE }])),
      },
    },
  ],
});
