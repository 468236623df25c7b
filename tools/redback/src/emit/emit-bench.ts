// What the benchmarks call entries with: operands that grow to any size.
import { type ManifestMember, parseType } from '@syft-libs/ast';
import type { PackagePlan } from '../surface/package-plan.ts';
import type { Sample, TaggedSample } from '../surface/sample.ts';
import { operandsOf } from './emit-cases.ts';
import type { EmittedFile } from './emitted-file.ts';
import { quote } from './generated-text.ts';
import { SampleModule } from './sample-module.ts';
import { isPrintable, needsLibrary } from './sample-printer.ts';

type ListSample = Extract<TaggedSample, { $: 'list' | 'array' }>;

/** `bench/gen/entries.ts`: each allowed entry that a call is known of, with operands of about so many elements. */
export function emitBench(plan: PackagePlan): EmittedFile {
  const module = new SampleModule(plan);
  const lines = plan.libraries.flatMap(({ cases, root, codecs }) => {
    const library = plan.manifest.libraries.find((one) => one.root === root);
    const arrays = new Set(codecs.filter(({ travel }) => travel.kind === 'array').map(({ type }) => type));
    return Object.entries(cases).flatMap(([path, examples]) => {
      const member = library?.members.find((one) => one.path === path);
      const calls = examples.map(operandsOf).filter(isPrintable);
      if (member === undefined || calls.length === 0) return [];
      const entry = { member, hasReceiver: examples[0]?.receiver !== null, arrays, aliases: library?.aliases ?? {} };
      const made = calls.map((operands) => growingOperands(operands, entry, module));
      const { operands, grows } = made.find((one) => one.grows) ?? (made[0] as Grown);
      const maker = grows ? `(size) => [${operands}]` : `() => [${operands}]`;
      return [`  { path: ${quote(path)}, grows: ${grows}, operands: ${maker} },\n`];
    });
  });
  const body = [
    '/** Plain operands, the receiver first; where they grow, of about `size` elements. */',
    `export const entries: readonly BenchEntry[] = ${lines.length === 0 ? '[]' : `[\n${lines.join('')}]`};`,
    '',
  ];
  return { path: 'bench/gen/entries.ts', text: module.assemble(body.join('\n'), ['BenchEntry']), kind: 'generated' };
}

interface Entry {
  readonly member: ManifestMember;
  readonly hasReceiver: boolean;
  /** Types that are arrays of any length. */
  readonly arrays: ReadonlySet<string>;
  readonly aliases: Readonly<Record<string, string>>;
}

interface Grown {
  readonly operands: string;
  readonly grows: boolean;
}

/** All lists in private places that are as long as the first of them grow together. */
function growingOperands(operands: readonly Sample[], entry: Entry, module: SampleModule): Grown {
  const places = operands.map((operand, index) => ({ operand, ...placeOf(index, entry) }));
  const length = places.filter(({ isPublic }) => !isPublic).flatMap(({ operand }) => listsIn(operand).map(lengthOf))[0];
  let grows = false;
  const printed = places.map(({ operand, isPublic, array }) => {
    if (isPublic) return module.operand(operand);
    if (array !== undefined && needsLibrary(operand)) {
      grows = true;
      module.fromTesting.add('sampleArray');
      return `sampleArray(${quote(array)}, 'float64', [size], 1)`;
    }
    const lists = listsIn(operand);
    if (lists.length === 0 || lists.some((list) => lengthOf(list) !== length)) return module.operand(operand);
    grows = true;
    module.fromTesting.add('grown');
    return needsLibrary(operand) ? module.plain(printMaker(operand as Maker, module)) : printGrown(operand as ListSample, module);
  });
  return { operands: printed.join(', '), grows };
}

type Maker = Extract<TaggedSample, { $: 'new' | 'call' | 'rebuilt' }>;

/** A call with its lists grown. */
function printMaker(sample: Maker, module: SampleModule): string {
  if (sample.$ === 'rebuilt') return printMaker(sample.of as Maker, module);
  const args = sample.args.map((arg) => (isList(arg) ? printGrown(arg, module) : module.printer.print(arg)));
  const bare = module.printer.print({ ...sample, args: [] });
  return `${bare.slice(0, -1)}${args.join(', ')})`;
}

function printGrown(list: ListSample, module: SampleModule): string {
  return `grown(${module.printer.print(list)}, size)`;
}

function placeOf(
  index: number,
  { member, hasReceiver, arrays, aliases }: Entry,
): { readonly isPublic: boolean; readonly array: string | undefined } {
  const at = index - (hasReceiver ? 1 : 0);
  if (at < 0) {
    const owner = member.path.slice(0, member.path.lastIndexOf('.'));
    return { isPublic: false, array: arrays.has(owner) ? owner : undefined };
  }
  const [{ params } = { params: [] }] = member.signatures;
  const param = params[Math.min(at, params.length - 1)];
  if (param === undefined) return { isPublic: true, array: undefined };
  const type = parseType(param.type, aliases);
  const ids = (type.kind === 'union' ? type.of : [type]).flatMap((one) => (one.kind === 'ref' && arrays.has(one.id) ? [one.id] : []));
  return { isPublic: param.public, array: ids[0] };
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
