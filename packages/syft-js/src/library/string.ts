import { integerOf } from './integer-of.ts';

/** Texts that travel are whole: half of a pair of code units comes out as U+FFFD. */
function whole(text: string): string {
  return text.toWellFormed();
}

/**
 * What a pointer to a string can do. Lengths and places count UTF-16 code units, and what is cut between two halves of a character
 * has U+FFFD in their place; nothing asks the locale.
 */
export const stringMembers = Object.freeze({
  /** The number of code units. */
  length: 0 as number,
  /** The code unit there, from the end if negative; `undefined` outside. */
  at(this: string, index: number): string | undefined {
    const unit = this.at(index);
    return unit === undefined ? undefined : whole(unit);
  },
  /** The code unit there; empty outside. */
  charAt(this: string, index: number): string {
    return whole(this.charAt(index));
  },
  /** The number of the code unit there; NaN outside. */
  charCodeAt(this: string, index: number): number {
    return this.charCodeAt(index);
  },
  /** The code point that begins there; `undefined` outside. */
  codePointAt(this: string, index: number): number | undefined {
    return this.codePointAt(index);
  },
  /** The strings one after another. */
  concat(this: string, ...others: readonly string[]): string {
    return this.concat(...others);
  },
  /** Whether it has no code unit. */
  isEmpty(this: string): boolean {
    return this.length === 0;
  },
  /** How often this stands in it, one after another; 0 for an empty part. */
  count(this: string, part: string): number {
    return part === '' ? 0 : this.split(part).length - 1;
  },
  /** Whether it begins so. */
  startsWith(this: string, start: string): boolean {
    return this.startsWith(start);
  },
  /** Whether it ends so. */
  endsWith(this: string, end: string): boolean {
    return this.endsWith(end);
  },
  /** Whether it has this in it. */
  includes(this: string, part: string): boolean {
    return this.includes(part);
  },
  /** Where this stands first; -1 for nowhere. */
  indexOf(this: string, part: string): number {
    return this.indexOf(part);
  },
  /** Where this stands last; -1 for nowhere. */
  lastIndexOf(this: string, part: string): number {
    return this.lastIndexOf(part);
  },
  /** In one of Unicode's normal forms, NFC unless said otherwise. */
  normalize(this: string, form?: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
    return this.normalize(form);
  },
  /** Filled up at the end to a length. */
  padEnd(this: string, length: number, fill?: string): string {
    return whole(this.padEnd(length, fill));
  },
  /** Filled up at the start to a length. */
  padStart(this: string, length: number, fill?: string): string {
    return whole(this.padStart(length, fill));
  },
  /** So many times in a row. */
  repeat(this: string, times: number): string {
    return this.repeat(times);
  },
  /** With the first such part replaced, and the replacement taken as it is. */
  replace(this: string, part: string, replacement: string): string {
    return this.replace(part, () => replacement);
  },
  /** With every such part replaced, and the replacement taken as it is. */
  replaceAll(this: string, part: string, replacement: string): string {
    return this.replaceAll(part, () => replacement);
  },
  /** From a start up to an end, both from the end if negative. */
  slice(this: string, start: number, end?: number): string {
    return whole(this.slice(start, end));
  },
  /** Between two places, whichever comes first. */
  substring(this: string, start: number, end?: number): string {
    return whole(this.substring(start, end));
  },
  /** The parts between separators. */
  split(this: string, separator: string): string[] {
    return this.split(separator).map(whole);
  },
  /** The characters, by code points. */
  characters(this: string): string[] {
    return [...this];
  },
  /** The numbers of the code points. */
  codePoints(this: string): number[] {
    return [...this].map((character) => character.codePointAt(0) ?? 0);
  },
  /** In lower case, by Unicode's own mapping. */
  toLowerCase(this: string): string {
    return this.toLowerCase();
  },
  /** In upper case, by Unicode's own mapping. */
  toUpperCase(this: string): string {
    return this.toUpperCase();
  },
  /** Without white space at both ends. */
  trim(this: string): string {
    return this.trim();
  },
  /** Without white space at its start. */
  trimStart(this: string): string {
    return this.trimStart();
  },
  /** Without white space at its end. */
  trimEnd(this: string): string {
    return this.trimEnd();
  },
  /** Whether both are equal. */
  eq(this: string, other: string): boolean {
    return this === other;
  },
  /** Whether they differ. */
  ne(this: string, other: string): boolean {
    return this !== other;
  },
  /** -1, 0 or 1: whether it comes before, is equal or comes after, by code units. */
  compare(this: string, other: string): number {
    return this < other ? -1 : this > other ? 1 : 0;
  },
  /** Whether it comes before, by code units. */
  lt(this: string, other: string): boolean {
    return this < other;
  },
  /** Whether it comes before or is equal, by code units. */
  le(this: string, other: string): boolean {
    return this <= other;
  },
  /** Whether it comes after, by code units. */
  gt(this: string, other: string): boolean {
    return this > other;
  },
  /** Whether it comes after or is equal, by code units. */
  ge(this: string, other: string): boolean {
    return this >= other;
  },
  /** The number that it writes; NaN for none, 0 for an empty one. */
  toNumber(this: string): number {
    return Number(this);
  },
  /** The integer that it writes. Throws for none, and for one of more than 1,000 bits. */
  toBigInt(this: string): bigint {
    return integerOf(this);
  },
  /** The string of these code units. */
  fromCharCode(...codes: readonly number[]): string {
    return whole(String.fromCharCode(...codes));
  },
  /** The string of these code points. Throws for a number that is none. */
  fromCodePoint(...codes: readonly number[]): string {
    return whole(String.fromCodePoint(...codes));
  },
});
