/** What a parameter's name says about the values that it takes. Conventions of mathematics and of array libraries at large. */
import type { Sample } from '../../surface/sample.ts';
import { listOf } from './plain-samples.ts';

interface NamedNumbers {
  readonly names: RegExp;
  readonly values: readonly number[];
}

const NUMBERS: readonly NamedNumbers[] = [
  {
    names:
      /^(?:n|k|m|count|counts|num\w*|number\w*|size|length|len|rows?|cols?|columns?|row_?count|column_?count|width|height|repeat\w*|bins?|clusters?|max\w*iter\w*|iterations?|trials?|samples?)$/i,
    values: [2, 3, 1, 4],
  },
  {
    names: /^(?:axis|dim|dimension|index|idx|i|j|at|position|offset|start\w*|begin|from|(?:row|column)_?index\w*|key)$/i,
    values: [0, 1, 2],
  },
  { names: /^(?:stop|end\w*|to)$/i, values: [2, 3, 1] },
  { names: /^(?:p|q|prob\w*|quantile\w*|percent\w*|ratio|rate|fraction|alpha|significance\w*|confidence\w*)$/i, values: [0.5, 0.25, 0.9] },
  {
    names:
      /^(?:step|stride|degree|order|power|exponent|base|seed|lag|df\w*|dof\w*|scale|shape|lambda|theta|beta|sigma|std\w*|sd|mean|mu|loc(?:al|ation)?|var(?:iance)?)$/i,
    values: [2, 1, 3],
  },
  // A lower bound, an upper one, and what lies between them.
  { names: /^(?:min\w*|low\w*|a)$/i, values: [1, 0, 2] },
  { names: /^(?:mid\w*|c)$/i, values: [2, 3, 2.5] },
  { names: /^(?:max\w*|high\w*|up\w*|b)$/i, values: [3, 5, 4] },
];

const LABELS = /^(?:labels?|classes|categories|groups?|clusters|targets)$/i;
const SHAPES = /^(?:shape|size|dims?|dimensions?)$/i;
const INDICES = /(?:ind(?:ex|ices)|idx|axes|axis|order|rows|columns|permutation)$/i;
const MATRICES = /(?:matrix|matrices|mat|points|grid|image|table|designMatrix)$/i;
const LISTS = /^(?:xs?|ys?|values|data\w*|arr\w*|list|items|vec\w*|sample\w*|series|population|numbers|weights|observations|other)$/i;
const FUNCTIONS = /^(?:f|fn|func\w*|callback|cb|iteratee|predicate|compare\w*|comparator|reducer)$/i;
const TRUTHS =
  /^(?:(?:is|has|use|with|no)[A-Z]\w*|\w*bool(?:ean)?|flag|exclusive|inclusive|strict|sorted|unbiased|reverse\w*|desc(?:ending)?|asc(?:ending)?)$/;
const WORDS: readonly (readonly [names: RegExp, values: readonly string[]])[] = [
  [/^(?:d?type|kind)$/i, ['float64', 'int32', 'array']],
  [/^by$|dimension|axis/i, ['row', 'column']],
];

/** Numbers for a parameter of this name, likeliest first; none where it says nothing. */
export function numbersNamed(name: string): readonly number[] {
  return NUMBERS.find(({ names }) => names.test(name))?.values ?? [];
}

export function wordsNamed(name: string): readonly string[] {
  return WORDS.find(([names]) => names.test(name))?.[1] ?? [];
}

/** Lists of numbers for a parameter of this name: sizes along axes, or places. */
export function listsNamed(name: string): readonly Sample[] {
  if (isShapeName(name)) return [listOf([2, 2]), listOf([4]), listOf([2, 3]), listOf([3, 3])];
  if (LABELS.test(name)) return [listOf([0, 1, 1, 0]), listOf([0, 1, 1, 0]), listOf([0, 1, 1])];
  return INDICES.test(name) ? [listOf([1, 0]), listOf([0]), listOf([0, 1])] : [];
}

export function isShapeName(name: string): boolean {
  return SHAPES.test(name);
}

export type NamedKind = 'number' | 'list' | 'matrix' | 'callback' | 'string' | 'boolean';

/** What kind of value an undeclared parameter of this name most likely takes. */
export function kindNamed(name: string): NamedKind | null {
  if (TRUTHS.test(name)) return 'boolean';
  if (MATRICES.test(name)) return 'matrix';
  if (FUNCTIONS.test(name)) return 'callback';
  if (LISTS.test(name)) return 'list';
  if (numbersNamed(name).length > 0) return 'number';
  return /^(?:str\w*|text|words?)$/i.test(name) || wordsNamed(name).length > 0 ? 'string' : null;
}

/** Single letters, and these, mean one thing here and another there. */
const AMBIGUOUS = /^(?:.|[xy]s|other|rows?|cols?|columns?|size|shape|key|to|at|from|sample|clusters|order|dims?)$/i;

/** What kind of value a parameter of this name takes for sure, where such values work at all. */
export function kindSurelyNamed(name: string): NamedKind | null {
  return AMBIGUOUS.test(name) ? null : kindNamed(name);
}
