/**
 * Chance, clock, locale, timers and made code, counted. Put on before the library is loaded, since it may keep what it finds. Chance and
 * clock are held: the same seed gives the same run.
 */
import nodeCrypto from 'node:crypto';
import timers from 'node:timers';
import { isElsewhere } from '../../cage/inside/surroundings.ts';
import { installContexts } from './contexts.ts';
import { installWeakReferences } from './weak-references.ts';

const NOTHING = { random: 0, clock: 0, locale: 0, generated: 0, timers: 0, callbacks: 0 };
const counts = { ...NOTHING };
let state = 1;
let now = 0;

const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;

export type Counts = Readonly<typeof counts>;

/** Starts a run: counters at zero, chance from a seed, the clock at milliseconds since 1970. */
export function startRun(seed: number, clock: number): void {
  Object.assign(counts, NOTHING);
  state = seed | 0;
  now = clock;
}

export function countsOfRun(): Counts {
  return { ...counts };
}

/** Notes that a sample callback was called. */
export function noteCallback(): void {
  counts.callbacks++;
}

/** Notes that code was made of text. */
export function noteGenerated(): void {
  counts.generated++;
}

/** Puts the instruments on, once. */
export function installInstruments(): void {
  replace(Math, 'random', () => random);
  instrumentDate();
  replace(performance, 'now', () => clockOf(() => 0));
  replace(process, 'hrtime', () =>
    Object.assign(
      clockOf(() => [0, 0]),
      { bigint: clockOf(() => 0n) },
    ),
  );
  replace(process, 'uptime', () => clockOf(() => 0));
  for (const [target, what, names] of FUNCTIONS) for (const name of names) replace(target, name, (original) => counted(what, original));
  for (const key of Object.getOwnPropertyNames(Intl)) replace(Intl, key, (original) => counted('locale', original));
  for (const [prototype, names] of LOCALE_METHODS)
    for (const name of names) replace(prototype, name, (original) => counted('locale', original));
  for (const [prototype, what, names] of GETTERS) for (const name of names) countReads(prototype, name, what);
  installContexts();
  installWeakReferences();
  for (const maker of [() => {}, async () => {}, function* () {}, async function* () {}]) instrumentFunction(Object.getPrototypeOf(maker));
}

/** Functions that draw on chance, tell the time or put something off, wherever they are had from. */
const FUNCTIONS: readonly (readonly [target: object, what: keyof typeof counts, names: readonly string[]])[] = [
  [Object.getPrototypeOf(crypto), 'random', ['getRandomValues', 'randomUUID']],
  [Object.getPrototypeOf(crypto.subtle), 'random', ['generateKey']],
  [nodeCrypto, 'random', ['randomBytes', 'randomInt', 'randomFill', 'randomFillSync', 'randomUUID']],
  [
    nodeCrypto,
    'random',
    ['generateKey', 'generateKeySync', 'generateKeyPair', 'generateKeyPairSync', 'generatePrime', 'generatePrimeSync'],
  ],
  [performance, 'clock', ['mark', 'measure', 'toJSON', 'eventLoopUtilization']],
  [globalThis, 'timers', ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']],
  [timers, 'timers', ['setTimeout', 'setInterval', 'setImmediate']],
  [timers.promises, 'timers', ['setTimeout', 'setInterval', 'setImmediate']],
  [Object.getPrototypeOf(timers.promises.scheduler), 'timers', ['wait', 'yield']],
  [AbortSignal, 'timers', ['timeout']],
];

/** Getters that tell the time or the language. */
const GETTERS: readonly (readonly [prototype: object, what: keyof typeof counts, names: readonly string[]])[] = [
  [Performance.prototype, 'clock', ['timeOrigin', 'nodeTiming']],
  ...('Navigator' in globalThis ? [[Navigator.prototype, 'locale', ['language', 'languages']] as const] : []),
];

const LOCALE_METHODS: readonly (readonly [object, readonly string[]])[] = [
  [String.prototype, ['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase']],
  [Number.prototype, ['toLocaleString']],
  [BigInt.prototype, ['toLocaleString']],
  [Array.prototype, ['toLocaleString']],
  [Object.getPrototypeOf(Float64Array.prototype), ['toLocaleString']],
  [
    Date.prototype,
    ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'getTimezoneOffset', 'toString', 'toDateString', 'toTimeString'],
  ],
  [Date.prototype, ['getFullYear', 'getMonth', 'getYear', 'getDate', 'getDay', 'getHours', 'getMinutes', 'getSeconds']],
  [Date.prototype, ['setFullYear', 'setYear', 'setMonth', 'setDate', 'setHours', 'setMinutes', 'setSeconds']],
];

type Code = (...args: unknown[]) => unknown;

/** xorshift32, scaled to [0, 1): repeatable, nothing more. */
function random(): number {
  counts.random++;
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}

function clockOf<T>(value: () => T): () => T {
  return () => {
    counts.clock++;
    return value();
  };
}

function counted(what: keyof typeof counts, original: Code): Code {
  return new Proxy(original, {
    apply(target, self, args) {
      counts[what]++;
      return apply(target, self, args) as unknown;
    },
    construct(target, args, newTarget) {
      counts[what]++;
      return construct(target, args, newTarget as Code) as object;
    },
  });
}

function replace(target: object, key: string, make: (original: Code) => unknown): void {
  const descriptor = getOwnPropertyDescriptor(target, key);
  if (typeof descriptor?.value === 'function') defineProperty(target, key, { ...descriptor, value: make(descriptor.value as Code) });
}

/** Reads a property as it is, but for a time, which is held. */
function countReads(prototype: object, name: string, what: keyof typeof counts): void {
  const descriptor = getOwnPropertyDescriptor(prototype, name);
  if (descriptor === undefined) return;
  const read = descriptor.get ?? (() => descriptor.value as unknown);
  const { enumerable = true } = descriptor;
  defineProperty(prototype, name, {
    get(this: unknown) {
      counts[what]++;
      const value = apply(read, this, []) as unknown;
      return typeof value === 'number' ? Number(isElsewhere) : value;
    },
    enumerable,
    configurable: true,
  });
}

/** A day alone, or a time with its zone. */
const OF_NO_ZONE = /^[+-]?\d{4,6}(?:-\d\d){0,2}$|(?:Z|GMT|UTC|:\d\d(?:\.\d+)?\s?(?:GMT|UTC)?[+-]\d\d:?\d\d)(?:\s*\(.*\))?$/;

/** Whether a date made of these is one of the zone in which it is made: of parts, or of text with a time and no zone. */
function isLocal(args: readonly unknown[]): boolean {
  const [first] = args;
  if (args.length > 1) return true;
  const isText = typeof first === 'string' || (typeof first === 'object' && first !== null && !(first instanceof Date));
  return isText && !OF_NO_ZONE.test(String(first));
}

function instrumentDate(): void {
  const Original = Date;
  const held = new Proxy(Original, {
    apply: (target) => {
      counts.clock++;
      return new target(now).toString();
    },
    construct(target, args, newTarget) {
      if (isLocal(args)) counts.locale++;
      if (args.length > 0) return construct(target, args, newTarget);
      counts.clock++;
      return construct(target, [now], newTarget);
    },
  });
  replace(Original, 'now', () => clockOf(() => now));
  replace(Original, 'parse', (original) => (text: unknown) => {
    if (isLocal([text])) counts.locale++;
    return original(text);
  });
  defineProperty(Original.prototype, 'constructor', { value: held, writable: true, configurable: true, enumerable: false });
  defineProperty(globalThis, 'Date', { value: held, writable: true, configurable: true, enumerable: false });
}

function instrumentFunction(prototype: object): void {
  const original = getOwnPropertyDescriptor(prototype, 'constructor')?.value as Code;
  const held = counted('generated', original);
  defineProperty(prototype, 'constructor', { value: held, writable: false, configurable: true, enumerable: false });
  if ((original as unknown) === Function)
    defineProperty(globalThis, 'Function', { value: held, writable: true, configurable: true, enumerable: false });
}
