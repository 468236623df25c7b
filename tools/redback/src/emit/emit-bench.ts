// What the benchmarks call entries with: operands that grow to any size.
import { type ManifestMember, type ManifestType, parseType } from '@syft-libs/ast';
import type { BoundPlan, PackagePlan } from '../surface/package-plan.ts';
import type { Sample, TaggedSample } from '../surface/sample.ts';
import { operandOf } from '../surface/term-place.ts';
import { operandsOf } from './emit-cases.ts';
import type { EmittedFile } from './emitted-file.ts';
import { quote } from './generated-text.ts';
import { SampleModule } from './sample-module.ts';
import { isPrintable, needsLibrary } from './sample-printer.ts';

type ListSample = Extract<TaggedSample, { $: 'list' | 'array' }>;

/** More alternatives than these only make the table long. */
const MOST_ALTERNATIVES = 3;

/** `bench/gen/entries.ts`: each allowed entry that a call is known of, with operands of about so many elements. */
export function emitBench(plan: PackagePlan): EmittedFile {
  const module = new SampleModule(plan);
  const arrays = new Set(plan.manifest.libraries.flatMap(({ types }) => types.filter(isArrayType).map(({ id }) => id)));
  const lines = plan.libraries.flatMap(({ cases, root, bounds }) => {
    const library = plan.manifest.libraries.find((one) => one.root === root);
    return Object.entries(cases).flatMap(([path, examples]) => {
      const member = library?.members.find((one) => one.path === path);
      const calls = examples.map(operandsOf).filter(isPrintable);
      const [seen] = calls;
      if (member === undefined || seen === undefined) return [];
      const hasReceiver = examples[0]?.receiver !== null;
      const entry = { member, hasReceiver, arrays, aliases: library?.aliases ?? {}, sizing: sizingOperands(bounds[path]) };
      const growing = new Set<string>();
      for (const operands of calls) {
        const { text, grows } = growing.size < MOST_ALTERNATIVES ? growingOperands(operands, entry, module) : NOTHING;
        if (grows) growing.add(text);
      }
      if (hasReceiver && placeOf(0, entry).isArray) growing.add(withOwnArray(seen, path, module));
      const makers = [...growing].map((text) => `(size) => [${text}]`);
      const first = `() => [${seen.map((operand) => module.operand(operand)).join(', ')}]`;
      return [printEntry(path, makers, first)];
    });
  });
  const body = [
    '/** Plain operands, the receiver first; where they grow, of about `size` elements. */',
    `export const entries: readonly BenchEntry[] = ${lines.length === 0 ? '[]' : `[\n${lines.join('')}]`};`,
    '',
  ];
  return { path: 'bench/gen/entries.ts', text: module.assemble(body.join('\n'), ['BenchEntry']), kind: 'generated' };
}

function printEntry(path: string, growing: readonly string[], seen: string): string {
  if (growing.length === 0) return `  { path: ${quote(path)}, growing: [], seen: ${seen} },\n`;
  const lines = growing.map((maker) => `      ${maker},\n`).join('');
  return `  {\n    path: ${quote(path)},\n    growing: [\n${lines}    ],\n    seen: ${seen},\n  },\n`;
}

/** Columns stand for strided arrays alone. */
function isArrayType({ accepts }: ManifestType): boolean {
  return accepts.includes('ast.Column');
}

/** Indexes of the public operands by whose value the result grows, the receiver counted. */
function sizingOperands(bound: BoundPlan | undefined): ReadonlySet<number> {
  return new Set(bound?.size.terms.flatMap(({ of }) => (of.startsWith('value:') ? [operandOf(of)] : [])));
}

interface Entry {
  readonly member: ManifestMember;
  readonly hasReceiver: boolean;
  /** Types that are arrays of any length. */
  readonly arrays: ReadonlySet<string>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly sizing: ReadonlySet<number>;
}

interface Grown {
  readonly text: string;
  readonly grows: boolean;
}

const NOTHING: Grown = { text: '', grows: false };

/** All arrays in private places grow, and all lists that are as long as the first of them; else what says how large the result is. */
function growingOperands(operands: readonly Sample[], entry: Entry, module: SampleModule): Grown {
  const places = operands.map((operand, index) => ({ operand, ...placeOf(index, entry) }));
  const length = places.filter(({ isPublic }) => !isPublic).flatMap(({ operand }) => listsIn(operand).map(lengthOf))[0];
  const ways = places.map(({ operand, isPublic, isArray }) => {
    if (isPublic) return null;
    if (isArray && needsLibrary(operand)) return () => printGrown(module.operand(operand), module);
    const lists = listsIn(operand);
    if (lists.length === 0 || lists.some((list) => lengthOf(list) !== length)) return null;
    if (!needsLibrary(operand)) return () => printGrown(module.printer.print(operand), module);
    return () => module.plain(printMaker(operand as Maker, module));
  });
  const chosen = ways.some((way) => way !== null)
    ? ways
    : places.map(({ operand }, index) => (entry.sizing.has(index) ? sizingWay(operand, module) : null));
  const text = operands.map((operand, index) => chosen[index]?.() ?? module.operand(operand)).join(', ');
  return { text, grows: chosen.some((way) => way !== null) };
}

/** A call with an array of the tests' own for its receiver: those that were seen may be none that could be sent. */
function withOwnArray([, ...args]: readonly Sample[], path: string, module: SampleModule): string {
  module.fromTesting.add('sampleArray');
  const array = `sampleArray(${quote(path.slice(0, path.lastIndexOf('.')))}, 'float64', [size], 1)`;
  return [array, ...args.map((arg) => module.operand(arg))].join(', ');
}

/** How a count or a shape grows. */
function sizingWay(operand: Sample, module: SampleModule): (() => string) | null {
  if (typeof operand === 'number') return () => 'size';
  if (!isList(operand) || !operand.items.every((item) => typeof item === 'number' && item > 0)) return null;
  return () => {
    module.fromTesting.add('grownShape');
    return `grownShape(${module.printer.print(operand)}, size)`;
  };
}

type Maker = Extract<TaggedSample, { $: 'new' | 'call' | 'rebuilt' }>;

/** A call with its lists grown. */
function printMaker(sample: Maker, module: SampleModule): string {
  if (sample.$ === 'rebuilt') return printMaker(sample.of as Maker, module);
  const args = sample.args.map((arg) => (isList(arg) ? printGrown(module.printer.print(arg), module) : module.printer.print(arg)));
  const bare = module.printer.print({ ...sample, args: [] });
  return `${bare.slice(0, -1)}${args.join(', ')})`;
}

function printGrown(expression: string, module: SampleModule): string {
  module.fromTesting.add('grown');
  return `grown(${expression}, size)`;
}

function placeOf(
  index: number,
  { member, hasReceiver, arrays, aliases }: Entry,
): { readonly isPublic: boolean; readonly isArray: boolean } {
  const at = index - (hasReceiver ? 1 : 0);
  if (at < 0) return { isPublic: false, isArray: arrays.has(member.path.slice(0, member.path.lastIndexOf('.'))) };
  const [{ params } = { params: [] }] = member.signatures;
  const param = params[Math.min(at, params.length - 1)];
  if (param === undefined) return { isPublic: true, isArray: false };
  const type = parseType(param.type, aliases);
  const types = type.kind === 'union' ? type.of : [type];
  return { isPublic: param.public, isArray: types.some((one) => one.kind === 'ref' && arrays.has(one.id)) };
}

/** The lists that an operand is, or is made of. */
function listsIn(sample: Sample): readonly ListSample[] {
  if (isList(sample)) return [sample];
  if (typeof sample !== 'object' || sample === null) return [];
  if (sample.$ === 'rebuilt') return listsIn(sample.of);
  return sample.$ === 'new' || (sample.$ === 'call' && sample.receiver === undefined) ? sample.args.filter(isList) : [];
}

function isList(sample: Sample): sample is ListSample {
  return (
    typeof sample === 'object' &&
    sample !== null &&
    ((sample.$ === 'list' && !needsLibrary(sample)) || sample.$ === 'array') &&
    sample.items.length > 0
  );
}

function lengthOf({ items }: ListSample): number {
  return items.length;
}
