/** What a pointer to a date can do, in UTC and in milliseconds; nothing asks the clock, the time zone or the locale. */
export const dateMembers = Object.freeze({
  /** Milliseconds since 1970. */
  getTime(this: Date): number {
    return this.getTime();
  },
  /** The year. */
  getUTCFullYear(this: Date): number {
    return this.getUTCFullYear();
  },
  /** The month, 0 to 11. */
  getUTCMonth(this: Date): number {
    return this.getUTCMonth();
  },
  /** The day of the month, 1 to 31. */
  getUTCDate(this: Date): number {
    return this.getUTCDate();
  },
  /** The day of the week, 0 for Sunday to 6. */
  getUTCDay(this: Date): number {
    return this.getUTCDay();
  },
  /** The hour, 0 to 23. */
  getUTCHours(this: Date): number {
    return this.getUTCHours();
  },
  /** The minute, 0 to 59. */
  getUTCMinutes(this: Date): number {
    return this.getUTCMinutes();
  },
  /** The second, 0 to 59. */
  getUTCSeconds(this: Date): number {
    return this.getUTCSeconds();
  },
  /** The millisecond, 0 to 999. */
  getUTCMilliseconds(this: Date): number {
    return this.getUTCMilliseconds();
  },
  /** Written as ISO 8601. Throws for an invalid date. */
  toISOString(this: Date): string {
    return this.toISOString();
  },
  /** Whether it is a date at all. */
  isValid(this: Date): boolean {
    return !Number.isNaN(this.getTime());
  },
  /** The date in another year. */
  withUTCFullYear(this: Date, year: number): Date {
    return new Date(new Date(this).setUTCFullYear(year));
  },
  /** The date in another month, 0 to 11. */
  withUTCMonth(this: Date, month: number): Date {
    return new Date(new Date(this).setUTCMonth(month));
  },
  /** The date on another day of the month. */
  withUTCDate(this: Date, day: number): Date {
    return new Date(new Date(this).setUTCDate(day));
  },
  /** The date at another hour. */
  withUTCHours(this: Date, hours: number): Date {
    return new Date(new Date(this).setUTCHours(hours));
  },
  /** The date at another minute. */
  withUTCMinutes(this: Date, minutes: number): Date {
    return new Date(new Date(this).setUTCMinutes(minutes));
  },
  /** The date at another second. */
  withUTCSeconds(this: Date, seconds: number): Date {
    return new Date(new Date(this).setUTCSeconds(seconds));
  },
  /** The date at another millisecond. */
  withUTCMilliseconds(this: Date, milliseconds: number): Date {
    return new Date(new Date(this).setUTCMilliseconds(milliseconds));
  },
  /** So many milliseconds later. */
  add(this: Date, milliseconds: number): Date {
    return new Date(this.getTime() + milliseconds);
  },
  /** Milliseconds since the other date. */
  sub(this: Date, other: Date): number {
    return this.getTime() - other.getTime();
  },
  /** Whether both are the same time. */
  eq(this: Date, other: Date): boolean {
    return this.getTime() === other.getTime();
  },
  /** Whether they are different times. */
  ne(this: Date, other: Date): boolean {
    return this.getTime() !== other.getTime();
  },
  /** Whether it is earlier. */
  lt(this: Date, other: Date): boolean {
    return this.getTime() < other.getTime();
  },
  /** Whether it is not later. */
  le(this: Date, other: Date): boolean {
    return this.getTime() <= other.getTime();
  },
  /** Whether it is later. */
  gt(this: Date, other: Date): boolean {
    return this.getTime() > other.getTime();
  },
  /** Whether it is not earlier. */
  ge(this: Date, other: Date): boolean {
    return this.getTime() >= other.getTime();
  },
  /** The date so many milliseconds after the start of 1970. */
  fromMilliseconds(milliseconds: number): Date {
    return new Date(milliseconds);
  },
  /** Milliseconds since 1970 of a time in UTC; months count from 0. */
  // biome-ignore lint/complexity/useMaxParams: as many as its namesake of the language has
  UTC(year: number, month?: number, day?: number, hours?: number, minutes?: number, seconds?: number, milliseconds?: number): number {
    return Date.UTC(year, month ?? 0, day ?? 1, hours ?? 0, minutes ?? 0, seconds ?? 0, milliseconds ?? 0);
  },
});
