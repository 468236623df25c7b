/** The process in which a library runs: it loads, walks and calls what it is asked to. */

import type { Sample } from '../../../surface/sample.ts';
import { serveCage } from '../../cage/inside/channel.ts';
import { holdBack } from '../../cage/inside/hold-back.ts';
import type { InstanceFacts, RuntimeMember } from '../runtime-walk.ts';
import type { CallRequest } from '../samples.ts';
import { installInstruments } from './instruments.ts';
import { type LibraryInput, LoadedLibrary } from './loaded-library.ts';
import { makeValue } from './make-value.ts';
import { runCall } from './run-call.ts';
import type { FoundMember } from './walk-exports.ts';

const library = new LoadedLibrary();
installInstruments();
holdBack();

serveCage({
  open: (input: LibraryInput) => library.open(input),
  load: (subpath: string) => library.load(subpath),
  members: ({ from, count }: { readonly from: number; readonly count: number }) =>
    library.walk.members.slice(from, from + count).map(withoutValue),
  types: () => library.walk.types,
  call: (request: CallRequest) => runCall(request, library.walk),
  describeInstance: (recipe: Sample) => describeInstance(recipe),
});

function describeInstance(recipe: Sample): InstanceFacts {
  const { walk } = library;
  const membersBefore = walk.members.length;
  const typesBefore = walk.types.length;
  const value = makeValue(recipe, walk);
  if (typeof value !== 'object' || value === null) throw new TypeError('not an instance');
  const type = walk.typeOf(value);
  const ownOnInstance = type === null ? [] : walk.addInstance(value, type);
  return { type, types: walk.types.slice(typesBefore), members: walk.members.slice(membersBefore).map(withoutValue), ownOnInstance };
}

function withoutValue({ value: _, ...member }: FoundMember): RuntimeMember {
  return member;
}
