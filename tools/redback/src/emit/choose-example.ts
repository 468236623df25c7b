// The call that a README shows: one that a scientist could have made.
import { allowedMembers, type ManifestMember } from '@syft-libs/ast';
import type { PackagePlan } from '../surface/package-plan.ts';
import type { Sample } from '../surface/sample.ts';
import { operandsOf } from './emit-cases.ts';
import { isPrintable, needsLibrary, SamplePrinter } from './sample-printer.ts';

interface ExampleCall {
  readonly member: ManifestMember;
  /** What makes the receiver, where there is one. */
  readonly maker: ManifestMember | undefined;
  readonly made: readonly Sample[];
  readonly args: readonly Sample[];
}

/** Longer operands say less. */
const MOST_CHARACTERS = 72;
/** What most people know, the best known first. */
const KNOWN = [
  'mean',
  'average',
  'median',
  'sum',
  'variance',
  'stdev',
  'std',
  'standardDeviation',
  'norm',
  'determinant',
  'det',
  'abs',
  'add',
];

/** A short call with constants alone, as text: of a list of numbers to a number if there is one. `undefined` where none is plain. */
export function chooseExample(plan: PackagePlan): string | undefined {
  const printer = new SamplePrinter(plan.manifest);
  const found = callsOf(plan)
    .filter(({ made, args }) => [...made, ...args].every((sample) => !needsLibrary(sample)) && isPrintable([...made, ...args]))
    .filter(({ made, args }) => made.length + args.length > 0)
    .map((call) => ({ text: printCall(call, printer, plan), rank: rankOf(call) }))
    .filter(({ text }) => text.length <= MOST_CHARACTERS)
    .sort(
      (left, right) =>
        compareRanks([...left.rank, left.text.length], [...right.rank, right.text.length]) || (left.text < right.text ? -1 : 1),
    );
  return found[0]?.text;
}

function callsOf({ manifest, libraries }: PackagePlan): readonly ExampleCall[] {
  return manifest.libraries.flatMap((library) => {
    const cases = libraries.find(({ root }) => root === library.root)?.cases ?? {};
    const allowed = allowedMembers(library).filter(({ aliasOf }) => aliasOf === null);
    const makers = new Map(allowed.filter(({ kind }) => kind === 'constructor').map((member) => [member.path, member] as const));
    const asked = allowed.filter(({ kind, remoteName }) => kind === 'method' && KNOWN.includes(remoteName));
    const isWithout = (member: ManifestMember) => (cases[member.path] ?? []).some(({ args }) => args.length === 0);
    /** Well-known questions to what a constructor makes, be they its own or inherited. */
    const askedOf = (maker: ManifestMember): readonly ExampleCall[] => {
      const owners = [maker.path, ...(library.types.find(({ id }) => id === maker.path)?.extends ?? [])];
      const members = asked.filter((member) => owners.includes(member.path.slice(0, member.path.lastIndexOf('.'))) && isWithout(member));
      return (cases[maker.path] ?? []).flatMap(({ args }) => members.map((member) => ({ member, maker, made: args, args: [] })));
    };
    const chains = [...makers.values()].flatMap(askedOf);
    const single = allowed.flatMap((member) =>
      (cases[member.path] ?? []).flatMap((example): readonly ExampleCall[] => {
        const operands = operandsOf(example);
        if (member.kind === 'function' || member.kind === 'constructor') return [{ member, maker: undefined, made: [], args: operands }];
        const [receiver, ...args] = operands;
        const maker =
          member.kind === 'method' && typeof receiver === 'object' && receiver?.$ === 'new' ? makers.get(receiver.path) : undefined;
        return maker === undefined || typeof receiver !== 'object' || receiver?.$ !== 'new'
          ? []
          : [{ member, maker, made: receiver.args, args }];
      }),
    );
    return [...single, ...chains];
  });
}

/** The lower the better, the first number first. */
function rankOf({ member, maker, made, args }: ExampleCall): readonly number[] {
  const operands = [...made, ...args];
  const known = KNOWN.indexOf(member.remoteName);
  const ways = member.signatures.filter(
    ({ params }) => args.length <= params.length && args.length >= params.filter(({ optional, rest }) => !optional && !rest).length,
  );
  const givesNumber = ways.length > 0 && ways.every(({ returns }) => returns === 'number');
  return [
    member.kind === 'constructor' ? 1 : 0,
    givesNumber ? 0 : 1,
    Math.min(...operands.map(dataRank)) > 1 ? 1 : 0,
    member.effects.random ? 1 : 0,
    known < 0 ? 1 : 0,
    maker === undefined ? 0 : 1,
    known,
    Math.min(...operands.map(dataRank)),
    operands.length,
    operands.flatMap(dataNumbers).every((number) => Number.isInteger(number) && number > 0) ? 0 : 1,
    -Math.max(...operands.map(variety)),
  ];
}

/** A column's worth of numbers, then rows of them, then single ones. */
function dataRank(sample: Sample): number {
  if (typeof sample === 'object' && sample?.$ === 'list') {
    const isFlat = sample.items.length > 2 && sample.items.every((item) => typeof item === 'number');
    if (isFlat && new Set(sample.items).size > 2) return 0;
    const isMatrix =
      sample.items.length > 1 && sample.items.every((item) => typeof item === 'object' && item?.$ === 'list' && item.items.length > 1);
    return isMatrix && dataNumbers(sample).length > 3 ? 1 : 4;
  }
  return typeof sample === 'number' ? 2 : 3;
}

function dataNumbers(sample: Sample): readonly number[] {
  if (typeof sample === 'number') return [sample];
  return typeof sample === 'object' && sample?.$ === 'list' ? sample.items.flatMap(dataNumbers) : [];
}

function variety(sample: Sample): number {
  return new Set(dataNumbers(sample)).size;
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : (left[at] as number) - (right[at] as number);
}

function printCall({ member, maker, made, args }: ExampleCall, printer: SamplePrinter, plan: PackagePlan): string {
  const operands = (samples: readonly Sample[]) => printer.list(samples).slice(1, -1);
  if (maker === undefined) return `${pathOf(member, plan)}(${operands(args)})`;
  return `${pathOf(maker, plan)}(${operands(made)}).${member.remoteName}(${operands(args)})`;
}

function pathOf({ path, kind, remoteName }: ManifestMember, { libraries }: PackagePlan): string {
  const folders = path.split('.').slice(libraries.length === 1 ? 1 : 0, -1);
  return `${kind === 'constructor' ? 'new ' : ''}${['remote', ...folders, remoteName].join('.')}`;
}
