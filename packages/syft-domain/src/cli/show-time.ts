import { SyftError } from '@syft-libs/ast';
import { parseTime } from '../grants/grant-columns.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `2026-11-23 08:15 UTC`. */
export function showTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `2027-06-30` for a time that ends that day, UTC; else to the minute. */
export function showEnd(time: number): string {
  const text = new Date(time).toISOString();
  return text.endsWith('T23:59:59.999Z') ? text.slice(0, 10) : showTime(time);
}

/** How long ago a time was: `3 minutes ago`. */
export function showAge(time: number, now: number): string {
  for (const [unit, length] of UNITS) {
    const count = Math.floor((now - time) / length);
    if (count >= 1) return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
  }
  return 'just now';
}

/** Reads a date of the command line that has yet to come. Throws `BAD_ARGUMENT` with the option's name. */
export function parseEnd(option: string, text: string): number {
  // The engine reads almost anything as some date: `7` as July 2001.
  if (!/^\d{4}-\d{2}-\d{2}([T ].+)?$/.test(text)) throw badEnd(option, 'expected a date such as 2027-06-30');
  let end: number;
  try {
    end = parseTime(text);
  } catch {
    throw badEnd(option, 'there is no such date');
  }
  if (end <= Date.now()) throw badEnd(option, 'it is in the past');
  return end;
}

function badEnd(option: string, reason: string): SyftError {
  return new SyftError('BAD_ARGUMENT', `cannot read ${option}: ${reason}`);
}
