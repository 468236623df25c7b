// Calls with which libraries note that something was wrong.
import type { Sample } from '../../surface/sample.ts';
import type { CallRequest } from '../runtime/samples.ts';

/** From here on a number is huge. */
const HUGE = 1e6;

/** A call, and whether it threw where that is known. */
export interface KnownCall {
  readonly request: CallRequest;
  readonly threw?: boolean;
}

/** Some of these calls, each odd in a way in which none before it is: negative, zero, empty, huge, missing, or one that threw. */
export function oddCalls(calls: readonly KnownCall[], most: number): readonly CallRequest[] {
  const seen = new Set<string>();
  const odd: CallRequest[] = [];
  for (const { request, threw = false } of calls) {
    if (odd.length >= most) break;
    const ways = request.args.flatMap((arg, index) => oddities(arg).map((oddity) => `${index} ${oddity}`));
    const fresh = (threw ? [...ways, 'throws'] : ways).filter((way) => !seen.has(way));
    if (fresh.length === 0) continue;
    for (const way of fresh) seen.add(way);
    odd.push(request);
  }
  return odd;
}

function oddities(sample: Sample): readonly string[] {
  if (typeof sample === 'number') return oddNumber(sample);
  if (sample === null || sample === '') return [sample === null ? 'null' : 'empty'];
  if (typeof sample !== 'object') return [];
  switch (sample.$) {
    case 'undefined':
      return ['null'];
    case 'number':
      return [sample.value === 'NaN' ? 'nan' : sample.value === '-0' ? 'zero' : 'infinite'];
    case 'list':
    case 'array':
    case 'set':
      return sample.items.length === 0 ? ['empty'] : [...new Set(sample.items.flatMap(oddities))].map((oddity) => `${oddity} inside`);
    case 'record':
      return Object.keys(sample.fields).length === 0 ? ['empty'] : [];
    default:
      return [];
  }
}

function oddNumber(value: number): readonly string[] {
  if (value === 0) return ['zero'];
  return [...(value < 0 ? ['negative'] : []), ...(Math.abs(value) >= HUGE ? ['huge'] : [])];
}
