import type { GrowthPoint } from './fit-growth.ts';
import { valuePlaces } from './growth-terms.ts';

/** One call that gave something, and the lengths of that along its axes; `null` for what has none. */
export interface ShapedPoint extends Omit<GrowthPoint, 'result'> {
  readonly shape: readonly number[] | null;
}

const MOST_AXES = 3;
/** A longer axis that is always of one length is no constant that anybody would expect. */
const LONGEST_CONSTANT = 4;

/**
 * What the length of a result is along each axis: a length of an operand, a public number, or always the same. `null` where some
 * results have other axes than others, or a length is none of these. What never differed is not believed.
 */
export function fitDims(points: readonly ShapedPoint[]): readonly string[] | null {
  const told = points.filter(({ shape }) => shape === null || !shape.includes(0));
  const count = told[0]?.shape?.length ?? 0;
  if (count === 0 || count > MOST_AXES || told.some(({ shape }) => shape?.length !== count)) return null;
  const dims = Array.from({ length: count }, (_, axis) => sourceOf(told, axis));
  return dims.includes(undefined) ? null : (dims as readonly string[]);
}

function sourceOf(points: readonly ShapedPoint[], axis: number): string | undefined {
  const lengths = points.map(({ shape }) => shape?.[axis] as number);
  const operands = Array.from({ length: Math.max(...points.map((point) => point.operands.length)) }, (_, index) => index);
  const sources = [
    ...operands.flatMap((index) => [0, 1].map((of) => `axis:${index}:${of}`)),
    ...valuePlaces(points).map((place) => `value:${place}`),
  ];
  const found = sources.find((source) => {
    const seen = new Set<number>();
    return (
      points.every((point, index) => {
        const length = lengthOf(source, point);
        if (length !== undefined) seen.add(length);
        return length === undefined || length === lengths[index];
      }) && seen.size > 1
    );
  });
  if (found !== undefined) return found;
  const [first = 0] = lengths;
  const isConstant = first <= LONGEST_CONSTANT && points.length > 1 && lengths.every((length) => length === first);
  return isConstant ? `count:${first}` : undefined;
}

function lengthOf(source: string, { shapes = [], values }: ShapedPoint): number | undefined {
  const [what, index, axis] = source.split(':');
  return what === 'axis' ? shapes[Number(index)]?.[Number(axis)] : values[index as string];
}
