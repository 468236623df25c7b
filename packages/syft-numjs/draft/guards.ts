// What has to hold before numjs is called, from public arguments and public metadata alone (a private length counts with its
// declared bound; what then turns out wrong inside is sealed). numjs itself checks next to nothing.

export const GUARDS = {
  rectangular: 'A nested list has rows of one length, all numbers (numjs takes the first row’s length and pads with undefined).',
  range:
    'start, stop, step finite; step > 0 unless stop <= start; step >= 2^-50 * max(|start|, |stop|), or start + step is start and it never ends; count within arrayBytes.',
  shape: 'Lengths are non-negative integers, at most arrayRank of them, their product within arrayBytes; -1, fractions, nested lists: no.',
  square: 'n is a non-negative integer and n * n within arrayBytes.',
  sameShape: 'The second operand is a number, or has the shape of the first; numjs does not broadcast.',
  assignable: 'As sameShape; the receiver keeps its dtype.',
  index: 'As many integers as axes, each in [-length, length).',
  pick: 'Rank >= 1. At most as many as axes; each null, or an integer in [0, length) (a negative one is ignored by numjs: allowed, keeps the axis).',
  low: 'At most as many as axes; each null, or an integer <= length (negative ones are ignored).',
  high: 'At most as many as axes; each null, or an integer <= length (negative ones are ignored; larger ones read past the end).',
  stride: 'At most as many as axes; each null, or a non-zero integer in int32 (0, fractions and 2^32 make an infinite axis).',
  slice:
    'Each argument, resolved as numjs does (negative from the end; end 0 or null is its bug #19), leaves 0 <= lo, lo + hi <= length, step non-zero int32.',
  reshape: 'Integers >= -1, at most one -1, product equal to the size; numjs takes [0.5, 8] and [-2, -2] for 4 elements.',
  permutation: 'Every axis exactly once; numjs takes [0, 0] and reads past the end.',
  axis: 'Rank >= 1 and an integer in [-rank, rank); numjs loops forever on rank 0 with a negative axis.',
  rotate: 'Rank >= 2; |k| an integer <= 1000 (a negative k is counted up by 4 in a loop); axes two different integers in [0, rank).',
  stackAxis: 'A non-empty list of equal shapes of rank >= 1 (or of numbers); axis an integer in [-rank - 1, rank].',
  concat: 'One list of at least one, or two or more; arrays of rank 1 to 3 that agree on all but the last axis; numbers count as [x].',
  dot: 'Ranks 1 or 2 and inner lengths equal.',
  smaller: 'Equal ranks >= 1; 1 <= filter length <= array length on every axis (a larger filter makes negative shapes).',
  complex: 'Rank >= 1 and a last axis of exactly 2 (real, imaginary).',
  diagonal: 'Rank >= 1 (rank 0 gives 2^30 elements of stride 0); for rank 1, length squared within arrayBytes.',
  ranked: 'Rank >= 1; numjs loses the element of a rank-0 array here.',
  plane: 'Rank 2, or rank 3 with a last axis of 3 or more (2 channels read past the end).',
  image: 'Rank 2, or rank 3 with a last axis of 1 or of 3 and more.',
  area: 'The table has rank 2; h0, w0 >= 0, H, W >= 1, integers, inside the table.',
  shapes: 'Non-negative integers.',
} as const;

export type GuardName = keyof typeof GUARDS;
