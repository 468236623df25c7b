import { SyftError } from '../errors.ts';

/** Collects everything that is wrong with a document, each with the place where it stands. */
export class Problems {
  readonly #found: string[] = [];

  add(place: string, reason: string): void {
    this.#found.push(`${place}: ${reason}`);
  }

  /** Runs a check that throws and notes what it says. */
  attempt<T>(place: string, check: () => T): T | undefined {
    try {
      return check();
    } catch (error) {
      this.add(place, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  object(value: unknown, place: string, keys: readonly string[]): Readonly<Record<string, unknown>> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.add(place, 'expected an object');
      return {};
    }
    for (const key of Object.keys(value)) if (!keys.includes(key)) this.add(`${place}.${key}`, 'unknown key');
    for (const key of keys) if (!Object.hasOwn(value, key)) this.add(`${place}.${key}`, 'missing');
    return value as Readonly<Record<string, unknown>>;
  }

  /** A record of any keys. */
  record(value: unknown, place: string): Readonly<Record<string, unknown>> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
    this.add(place, 'expected an object');
    return {};
  }

  list(value: unknown, place: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (value !== undefined) this.add(place, 'expected a list');
    return [];
  }

  strings(value: unknown, place: string): readonly string[] {
    return this.list(value, place).filter((item, index): item is string => {
      if (typeof item !== 'string') this.add(`${place}[${index}]`, 'expected a string');
      return typeof item === 'string';
    });
  }

  string(value: unknown, place: string): string {
    if (typeof value === 'string') return value;
    if (value !== undefined) this.add(place, 'expected a string');
    return '';
  }

  /** A whole number from zero up. */
  count(value: unknown, place: string): void {
    if (!(Number.isSafeInteger(value) && (value as number) >= 0) && value !== undefined) this.add(place, 'expected a whole number');
  }

  boolean(value: unknown, place: string): boolean {
    if (typeof value !== 'boolean' && value !== undefined) this.add(place, 'expected true or false');
    return value === true;
  }

  oneOf<T extends string>(value: unknown, place: string, choices: readonly T[]): T {
    if (!choices.includes(value as T) && value !== undefined) this.add(place, `expected one of ${choices.join(', ')}`);
    return value as T;
  }

  /** Throws `BAD_MANIFEST` (or the code given) with every problem, one a line. */
  throwIfAny(what: string, code: 'BAD_MANIFEST' | 'BAD_CONFIG' = 'BAD_MANIFEST'): void {
    if (this.#found.length > 0) {
      throw new SyftError(
        code,
        `cannot use ${what}: ${this.#found.length} problem(s)\n${this.#found.map((line) => `  ${line}`).join('\n')}`,
      );
    }
  }
}
