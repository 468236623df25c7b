import type { Sample } from '../../surface/sample.ts';

/** What an instance consists of, as far as that shows from outside. */
export interface InstanceParts {
  /** As `ValueFacts` names it; `null` for what is no instance of the library's. */
  readonly type: string | null;
  /** The name of its constructor, as its prototype has it. */
  readonly className: string | null;
  /** In the order in which the instance has them. */
  readonly fields: readonly FieldFacts[];
  /** The type of the list of what it holds under 0, 1 and so on; `null` where it holds nothing so. */
  readonly items: string | null;
  /** Lengths of the lists and arrays that fields lead to. */
  readonly lengths: readonly LengthFacts[];
  /** Own properties that are neither named fields nor items: symbols, texts. */
  readonly hasOthers: boolean;
  readonly view: ViewFacts | null;
}

export interface FieldFacts {
  readonly name: string;
  readonly kind: 'data' | 'getter' | 'function';
  readonly type: string;
  readonly number: number | null;
}

/** `length` is that of every list along the axis; `null` where there is none so deep. Uneven lists are left out. */
export interface LengthFacts {
  /** Field names, through instances: `matrix.data`; `` for the items of the instance itself. */
  readonly of: string;
  readonly axis: number;
  readonly length: number | null;
}

/** A strided view of a flat buffer: the instance itself, or what its own field holds. */
export interface ViewFacts {
  readonly field: string | null;
  /** The sample's word for the class of the data; `list` for a list. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** In C order; `null` where they are too many, or reach outside the data. */
  readonly elements: readonly Sample[] | null;
  /** The elements lie in C order and fill the data. */
  readonly isCompact: boolean;
}
