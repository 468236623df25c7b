import { conformance } from '@syft-libs/testing';
import { numjs } from '../src/index.ts';
import type { NdArray } from '../src/nd-view.ts';
import { allowed, plain } from './example-calls.ts';
import { cases as generated } from './gen/cases.ts';
import { samples } from './gen/samples.ts';

const cases = Object.fromEntries(
  allowed.map(({ path, ok, throws, guarded }) => {
    return [path, [...[...ok, ...throws, ...guarded].map((call) => call.map(plain)), ...(generated[path] ?? [])]];
  }),
);

await conformance(numjs, { cases, samples, view: viewOf });

/** An array as ndarray itself reads it: index by index, so that no code of ours says which elements a view has. */
function viewOf(live: object): unknown {
  const { dtype, shape, selection } = live as NdArray & {
    readonly dtype: string;
    readonly shape: readonly number[];
    readonly selection: { get(...index: readonly number[]): unknown };
  };
  const elements: unknown[] = [];
  const visit = (index: readonly number[]): void => {
    if (index.length === shape.length) elements.push(selection.get(...index));
    else for (let at = 0; at < (shape[index.length] as number); at++) visit([...index, at]);
  };
  visit([]);
  // numjs keeps a length of -0 as it was given; it is no other length than 0.
  return { dtype, shape: shape.map((length) => length + 0), elements };
}
