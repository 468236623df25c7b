import type { Sample } from '../../surface/sample.ts';
import { isGood, type Returned, type Trial } from './caller.ts';
import { type Form, scaleSample } from './scale-sample.ts';

export type Operands = Pick<Trial, 'receiver' | 'args'>;
/** How each operand grows, the receiver first; `null` for one that stays as it is. */
type Growing = (place: number) => Form | null;

const SMALL = 4;

/** Larger data in every operand that is not public; none where nothing can be enlarged. */
export function enlarged(
  { receiver, args, outcome }: Returned,
  size: number,
  publicParams: readonly number[],
  formOf: Growing = () => 'square',
): readonly Operands[] {
  const shift = receiver === null ? 0 : 1;
  const larger = (arg: Sample, name: string, place: number): Sample | null => {
    const form = formOf(place);
    const elements = outcome.operands.find((operand) => operand.name === name)?.elements ?? 0;
    return form === null ? null : scaleSample(arg, sizeFor(arg, elements, form === 'small' ? SMALL : size), form);
  };
  const self = receiver === null ? null : larger(receiver, 'self', 0);
  const others = args.map((arg, index) => (publicParams.includes(index) ? null : larger(arg, `arg:${index}`, index + shift)));
  if (self === null && others.every((other) => other === null)) return [];
  return [{ receiver: self ?? receiver, args: args.map((arg, index) => others[index] ?? arg) }];
}

/** Each operand by itself, where there are several. */
export function eachEnlarged(base: Returned, size: number, publicParams: readonly number[]): readonly Operands[] {
  const calls = placesOf(base).flatMap((one) => enlarged(base, size, publicParams, (place) => (place === one ? 'square' : null)));
  return calls.length > 1 ? calls : [];
}

function placesOf({ receiver, args }: Returned): readonly number[] {
  return Array.from({ length: args.length + (receiver === null ? 0 : 1) }, (_, place) => place);
}

/** Rows or columns alone: in all operands, in each by itself, and rows in the first where the others get columns. */
export function inForms(base: Returned, size: number, publicParams: readonly number[]): readonly Operands[] {
  const places = placesOf(base);
  const alone = places.length < 2 ? [] : places;
  const ways: readonly Growing[] = [
    () => 'long',
    () => 'wide',
    ...alone.flatMap((one): Growing[] => [(place) => (place === one ? 'long' : 'small'), (place) => (place === one ? 'wide' : 'small')]),
    (place) => (place === 0 ? 'long' : 'wide'),
    (place) => (place === 0 ? 'wide' : 'long'),
  ];
  return ways.flatMap((way) => enlarged(base, size, publicParams, way));
}

/**
 * The calls with operands whose rows and columns can grow by themselves, in the place of those with two axes that are made of
 * something else: a diagonal matrix is always a square.
 */
export function formedBases(bases: readonly Returned[], telling: readonly Returned[], receivers: readonly Sample[]): readonly Returned[] {
  const seen = telling.filter(isGood);
  const formed = bases.map(({ receiver, args, outcome, declared }): Returned => {
    const isFlat = (name: string) => outcome.operands.find((operand) => operand.name === name)?.shape?.length !== 2;
    const other = (sample: Sample, name: string, others: readonly Sample[]) =>
      isFlat(name) || hasForms(sample) ? sample : (others.find(hasForms) ?? sample);
    const given = args.map((arg, index) => {
      const others = seen.filter(({ args: { length } }) => length === args.length).map((trial) => trial.args[index] as Sample);
      return other(arg, `arg:${index}`, others);
    });
    const self = receiver === null ? null : other(receiver, 'self', receivers);
    // How many elements the others have is not known, nor asked: they are lists themselves.
    return { receiver: self, args: given, declared, outcome: { ...outcome, operands: [] } };
  });
  const isFormed = ({ receiver, args }: Returned) => [...(receiver === null ? [] : [receiver]), ...args].some(hasForms);
  return [...new Map(formed.filter(isFormed).map((base) => [JSON.stringify([base.receiver, base.args]), base])).values()];
}

function hasForms(sample: Sample): boolean {
  const [long, wide] = [scaleSample(sample, 4 * SMALL, 'long'), scaleSample(sample, 4 * SMALL, 'wide')];
  return long !== null && JSON.stringify(long) !== JSON.stringify(wide);
}

/** A recipe may make a square of what it lists: a diagonal matrix of its diagonal. */
function sizeFor(sample: Sample, elements: number, size: number): number {
  const listed = countListed(sample);
  return listed > 1 && elements >= listed * listed ? Math.ceil(Math.sqrt(size)) : size;
}

function countListed(sample: Sample): number {
  if (typeof sample !== 'object' || sample === null) return 1;
  if (sample.$ === 'list' || sample.$ === 'array') return sample.items.reduce((total: number, item) => total + countListed(item), 0);
  if (sample.$ === 'new') return Math.max(0, ...sample.args.map(countListed));
  if (sample.$ === 'call')
    return Math.max(0, ...[...sample.args, ...(sample.receiver === undefined ? [] : [sample.receiver])].map(countListed));
  return 1;
}
