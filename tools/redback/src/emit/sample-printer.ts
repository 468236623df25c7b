// Samples as code: what the cage made of plain data, a generated module says in JavaScript.
import type { Manifest, ManifestMember } from '@syft-libs/ast';
import type { Sample, SampleDtype, TaggedSample } from '../surface/sample.ts';
import { fieldName, quote } from './generated-text.ts';
import { variableName } from './package-names.ts';

const ARRAY_CLASSES: Readonly<Record<Exclude<SampleDtype, 'bytes'>, string>> = {
  int8: 'Int8Array',
  uint8: 'Uint8Array',
  uint8clamped: 'Uint8ClampedArray',
  int16: 'Int16Array',
  uint16: 'Uint16Array',
  int32: 'Int32Array',
  uint32: 'Uint32Array',
  bigint64: 'BigInt64Array',
  biguint64: 'BigUint64Array',
  float16: 'Float16Array',
  float32: 'Float32Array',
  float64: 'Float64Array',
};

const SPECIAL_NUMBERS = {
  NaN: 'Number.NaN',
  Infinity: 'Number.POSITIVE_INFINITY',
  '-Infinity': 'Number.NEGATIVE_INFINITY',
  '-0': '-0',
} as const;

/** Prints samples of a package's libraries, each library a variable named by its root, and notes what it used. */
export class SamplePrinter {
  readonly #members: Members;
  /** Roots of the libraries that the printed text needs. */
  readonly roots = new Set<string>();
  /** Names that it looks up on them. */
  readonly names = new Set<string>();

  constructor({ libraries }: Manifest) {
    this.#members = membersOf(libraries);
  }

  /** An expression. Throws for a callback, which no allowed entry takes. */
  print(sample: Sample): string {
    if (typeof sample === 'string') return quote(sample);
    if (typeof sample !== 'object' || sample === null) return String(sample);
    switch (sample.$) {
      case 'undefined':
        return 'undefined';
      case 'number':
        return SPECIAL_NUMBERS[sample.value];
      case 'bigint':
        return `${sample.value}n`;
      case 'list':
        return this.list(sample.items);
      case 'record':
        return this.#record(sample.fields);
      case 'array':
        return this.#array(sample);
      case 'date':
        return `new Date(${sample.milliseconds})`;
      case 'map':
        return `new Map([${sample.entries.map((entry) => this.list(entry)).join(', ')}])`;
      case 'set':
        return `new Set(${this.list(sample.items)})`;
      case 'callback':
        throw new Error('cannot print sample: a callback is no operand');
      case 'member':
        return this.#path(sample.path);
      case 'rebuilt':
        return this.print(sample.of);
      case 'new':
        return `new ${this.#path(sample.path)}(${this.#items(sample.args)})`;
      case 'call':
        return this.#call(sample);
      case 'changed': {
        const name = this.#ownName(sample.path);
        this.names.add(name);
        return `((made) => (made.${name}(${this.#items(sample.args)}), made))(${this.print(sample.of)})`;
      }
    }
  }

  /** Samples as one list. */
  list(samples: readonly Sample[]): string {
    return `[${this.#items(samples)}]`;
  }

  #items(samples: readonly Sample[]): string {
    return samples.map((sample) => this.print(sample)).join(', ');
  }

  #record(fields: Readonly<Record<string, Sample>>): string {
    const entries = Object.entries(fields).map(([name, field]) => {
      // Without brackets it would set the prototype.
      return `${name === '__proto__' ? "['__proto__']" : fieldName(name)}: ${this.print(field)}`;
    });
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }

  #array({ dtype, items }: Extract<TaggedSample, { $: 'array' }>): string {
    const list = this.list(items);
    return dtype === 'bytes' ? `new Uint8Array(${list}).buffer` : `new ${ARRAY_CLASSES[dtype]}(${list})`;
  }

  #call({ path, receiver, args }: Extract<TaggedSample, { $: 'call' }>): string {
    if (receiver === undefined) return `${this.#path(path)}(${this.#items(args)})`;
    const name = this.#ownName(path);
    this.names.add(name);
    const member = `${this.#parenthesised(receiver)}.${name}`;
    return this.#members.get(path)?.kind === 'property' ? member : `${member}(${this.#items(args)})`;
  }

  #parenthesised(sample: Sample): string {
    const isPlain =
      typeof sample !== 'object' || sample === null || sample.$ === 'number' || sample.$ === 'record' || sample.$ === 'bigint';
    return isPlain ? `(${this.print(sample)})` : this.print(sample);
  }

  /** `mlMatrix.Matrix.ones`, by the library's own names. */
  #path(path: string): string {
    const [root = ''] = path.split('.');
    this.roots.add(root);
    const names = ownNames(path, this.#members);
    for (const name of names) this.names.add(name);
    return [variableName(root), ...names].join('.');
  }

  #ownName(path: string): string {
    return ownNames(path, this.#members).at(-1) as string;
  }
}

type Members = ReadonlyMap<string, ManifestMember>;

/** Where something stands below its library's module, by the library's own names. */
export function ownPath(path: string, { libraries }: Manifest): readonly string[] {
  return ownNames(path, membersOf(libraries));
}

function membersOf(libraries: Manifest['libraries']): Members {
  return new Map(libraries.flatMap(({ members }) => members.map((member) => [member.path, member])));
}

function ownNames(path: string, members: Members): readonly string[] {
  const [root = '', ...segments] = path.split('.');
  return segments.map((segment, index) => members.get([root, ...segments.slice(0, index + 1)].join('.'))?.ownName ?? segment);
}

/** True when all of the samples can be printed: callbacks cannot. */
export function isPrintable(samples: readonly Sample[]): boolean {
  return samples.every((sample) => {
    if (typeof sample !== 'object' || sample === null) return true;
    return sample.$ !== 'callback' && isPrintable(partsOf(sample));
  });
}

/** True when the sample needs a library to be made. */
export function needsLibrary(sample: Sample): boolean {
  if (typeof sample !== 'object' || sample === null) return false;
  return ['new', 'call', 'member', 'rebuilt', 'changed'].includes(sample.$) || partsOf(sample).some(needsLibrary);
}

function partsOf(sample: TaggedSample): readonly Sample[] {
  switch (sample.$) {
    case 'list':
    case 'set':
    case 'array':
      return sample.items;
    case 'record':
      return Object.values(sample.fields);
    case 'map':
      return sample.entries.flat();
    case 'new':
      return sample.args;
    case 'call':
      return sample.receiver === undefined ? sample.args : [sample.receiver, ...sample.args];
    case 'rebuilt':
      return [sample.of];
    case 'changed':
      return [sample.of, ...sample.args];
    default:
      return [];
  }
}
