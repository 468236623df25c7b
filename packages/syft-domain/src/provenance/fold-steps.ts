/** One step of a computation, as an owner reads it: `s2 = numjs.subtract(bill_length_mm, s1)`. */
export interface ProvenanceStep {
  readonly name: string;
  readonly text: string;
}

/** A step that is not to be hidden: it reads a column, or holds an array from the requester. Those with lower marks matter more. */
export interface MarkedStep extends ProvenanceStep {
  readonly mark?: number;
}

const SHOWN_STEPS = 40;
/** Beyond so many marked steps the least important are folded too, and said to be. */
const SHOWN_MARKED = 400;
const SHOWN_CALLS = 5;

/** Keeps the first and the last steps of a long computation and the marked ones, and counts the others where they stand. */
export function foldSteps(steps: readonly MarkedStep[]): readonly ProvenanceStep[] {
  const half = SHOWN_STEPS / 2;
  const marked = steps.flatMap(({ mark }, index) => (mark === undefined ? [] : [{ mark, index }]));
  const kept = new Set(
    marked
      .sort((left, right) => left.mark - right.mark)
      .slice(0, SHOWN_MARKED)
      .map(({ index }) => index),
  );
  const folded: ProvenanceStep[] = [];
  let hidden: MarkedStep[] = [];
  const flush = (): void => {
    if (hidden.length > 0) folded.push({ name: '…', text: foldedText(hidden) });
    hidden = [];
  };
  for (const [index, step] of steps.entries()) {
    const isShown = steps.length <= SHOWN_STEPS || index < half || index >= steps.length - half || kept.has(index);
    if (!isShown) hidden.push(step);
    else {
      flush();
      folded.push({ name: step.name, text: step.text });
    }
  }
  return folded;
}

function foldedText(hidden: readonly MarkedStep[]): string {
  const calls = new Map<string, number>();
  for (const { text } of hidden) {
    const call = /= (.*?)\(/.exec(text)?.[1]?.replace(/^s\d+\./, '') ?? 'value';
    calls.set(call, (calls.get(call) ?? 0) + 1);
  }
  const most = [...calls].sort(([, left], [, right]) => right - left).slice(0, SHOWN_CALLS);
  const marked = hidden.filter(({ mark }) => mark !== undefined).length;
  const also = marked > 0 ? ` (${marked} of them with columns or arrays from the requester)` : '';
  const names = most.map(([call, count]) => `${call} × ${count}`).join(', ');
  return `… ${hidden.length} more ${hidden.length === 1 ? 'step' : 'steps'}${also}: ${names}${calls.size > SHOWN_CALLS ? ', …' : ''}`;
}
