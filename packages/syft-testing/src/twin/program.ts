/** A made-up client, or several: what is sent to both twins. Plain data, so that a failing one can be shrunk and printed. */
export interface Program {
  /** Where it came from: the seed makes it again. */
  readonly seed: number;
  /** Ids that each session uses up, by session. */
  readonly slots: readonly number[];
  readonly steps: readonly Step[];
}

/** The result of an earlier step: `slot` counts a session's ids from 1. */
export class Slot {
  readonly session: number;
  readonly slot: number;

  constructor(session: number, slot: number) {
    this.session = session;
    this.slot = slot;
  }
}

interface OfSession {
  readonly session: number;
}

/** Steps that belong into numbered frames: as many as follow one another leave as one. */
export type SequencedStep = OfSession &
  (
    | {
        readonly kind: 'call';
        readonly slot: number;
        readonly path: string;
        readonly signature: string;
        readonly operands: readonly unknown[];
      }
    | {
        readonly kind: 'select';
        readonly slot: number;
        readonly dataset: string;
        readonly columns: readonly string[];
        readonly mock: boolean;
      }
    | { readonly kind: 'delete'; readonly targets: readonly Slot[] }
    /** Ends the frame. */
    | { readonly kind: 'flush' }
  );

/** Questions; `waits` when nothing more is sent before the answer is there. */
export type Question = OfSession & { readonly waits: boolean } & (
    | { readonly kind: 'get'; readonly target: Slot }
    | { readonly kind: 'describe'; readonly target: Slot }
    | { readonly kind: 'request'; readonly slot: number; readonly target: Slot; readonly reason: string }
    | { readonly kind: 'status' | 'cancel'; readonly target: Slot }
    /** Waits for a release: until the request is denied or cancelled, or the program ends. */
    | { readonly kind: 'fetch'; readonly target: Slot }
    | { readonly kind: 'datasets' | 'requests' }
    | { readonly kind: 'put'; readonly slot: number; readonly value: unknown }
  );

/** What the owner does meanwhile; it waits until everybody has been served. */
export type OwnerStep =
  | { readonly kind: 'revoke'; readonly person: string; readonly dataset: string }
  | { readonly kind: 'grant'; readonly person: string; readonly dataset: string; readonly columns: readonly string[] }
  | { readonly kind: 'deny'; readonly target: Slot }
  | { readonly kind: 'advance'; readonly milliseconds: number };

export type Step = SequencedStep | Question | OwnerStep;

/** A program as a person reads it. */
export function formatProgram({ seed, steps }: Program): string {
  return [`seed ${seed}`, ...steps.map((step) => `  ${formatStep(step)}`)].join('\n');
}

/** One step as a person reads it. */
export function formatStep(step: Step): string {
  const { kind, ...rest } = step;
  return `${kind} ${Object.entries(rest)
    .map(([name, value]) => `${name}=${formatValue(value)}`)
    .join(' ')}`;
}

function formatValue(value: unknown): string {
  if (value instanceof Slot) return `#${value.session}.${value.slot}`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return `[${value.map(formatValue).join(', ')}]`;
  if (ArrayBuffer.isView(value))
    return `${Object.prototype.toString.call(value).slice(8, -1)}[${(value as unknown as readonly unknown[]).length}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${formatValue(item)}`)
      .join(', ')}}`;
  return JSON.stringify(value) ?? 'undefined';
}
