/** Numbers between 0 and 100, the same for the same seed. */
export function sampleColumn(length: number, seed: number): Float64Array {
  let state = seed;
  const column = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    column[row] = (state / 2 ** 32) * 100;
  }
  return column;
}
