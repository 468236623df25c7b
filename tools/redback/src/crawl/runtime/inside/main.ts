/** The process in which a library runs: it loads, walks and calls what it is asked to. */
import { types } from 'node:util';
import type { Sample } from '../../../surface/sample.ts';
import { serveCage, type TellPart } from '../../cage/inside/channel.ts';
import { holdBack } from '../../cage/inside/hold-back.ts';
import type { Insights } from '../insights.ts';
import type { InstanceFacts, ToldMember } from '../runtime-walk.ts';
import type { CallRequest, NamedMember } from '../samples.ts';
import { installInstruments } from './instruments.ts';
import { useFields } from './known-fields.ts';
import { useLenses } from './lenses.ts';
import { type LibraryInput, LoadedLibrary } from './loaded-library.ts';
import { makeValue } from './make-value.ts';
import { paramNames } from './param-names.ts';
import { usePairs } from './rebuild-value.ts';
import { lookAtModule, runCall, watchesOf } from './run-call.ts';
import { sourceOf } from './smells.ts';
import { takeApart } from './take-apart.ts';
import type { FoundMember } from './walk-exports.ts';

const library = new LoadedLibrary();
installInstruments();
holdBack();

serveCage({
  open: (input: LibraryInput) => library.open(input),
  load: (subpath: string) => library.load(subpath),
  members: ({ from, count }: { readonly from: number; readonly count: number }) =>
    library.walk.members.slice(from, from + count).map(asTold),
  types: () => library.walk.types,
  calls: (requests: readonly CallRequest[], tell: TellPart) => runCalls(requests, tell),
  watch: (places: readonly number[]) => watchesOf(library.walk).module.bringNear(places),
  seesAll: () => watchesOf(library.walk).module.seesAll,
  lookAtModule: () => lookAtModule(library.walk),
  paramNames: (members: readonly NamedMember[]) =>
    members.map(({ path, isStatic }) => paramNames(isStatic ? library.walk.findValue(path) : library.walk.find(path)?.value)),
  describeInstance: (recipe: Sample) => describeInstance(recipe),
  insights: ({ lenses, pairs, fields }: Insights) => {
    useLenses(lenses, library.walk);
    usePairs(pairs);
    useFields(fields);
  },
  takeApart: (recipe: Sample) => takeApart(makeValue(recipe, library.walk), library.walk),
});

/** One after another, up to one that leaves something behind: the next belongs into a fresh process. */
async function runCalls(requests: readonly CallRequest[], tell: TellPart): Promise<void> {
  for (const request of requests) {
    const outcome = await runCall(request, library.walk);
    await tell(outcome);
    if (outcome.kind === 'brokenOff' || outcome.kind === 'endedEarly') break;
    if ('effects' in outcome && outcome.effects.isLeft) break;
  }
}

function describeInstance(recipe: Sample): InstanceFacts {
  const { walk } = library;
  const membersBefore = walk.members.length;
  const typesBefore = walk.types.length;
  const value = makeValue(recipe, walk);
  if (typeof value !== 'object' || value === null) throw new TypeError('not an instance');
  const type = walk.typeOf(value);
  const ownOnInstance = type === null ? [] : walk.addInstance(value, type);
  // A class that no export leads to may have been met by an earlier call, of which nobody was told.
  const hidden = new Set(walk.types.filter(({ id, exportedAs }) => exportedAs === null && isAbove(id, type)).map(({ id }) => id));
  const found = walk.types.filter(({ id }, index) => index >= typesBefore || hidden.has(id));
  const members = walk.members.filter(({ path }, index) => index >= membersBefore || hidden.has(path.slice(0, path.lastIndexOf('.'))));
  return { type, types: found, members: members.map(asTold), ownOnInstance };
}

function isAbove(id: string, type: string | null): boolean {
  return id === type || library.walk.types.find((known) => known.id === type)?.extends.includes(id) === true;
}

function asTold({ value: _, code, ...member }: FoundMember): ToldMember {
  return { ...member, source: typeof code === 'function' && !types.isProxy(code) ? sourceOf(code) : '' };
}
