// The evidence for a draft: that each member is there, and what its example calls gave.
import {
  buildAllowlist,
  CONTRACT,
  defineSupport,
  type Evidence,
  type LoadedLibrary,
  type ManifestLibrary,
  type ManifestMember,
  nameOfMember,
} from '@syft-libs/ast';
import { surfaceOf } from '../../../redback/src/emit/emit-surface.ts';
import type { DraftCall, DraftLibrary } from './draft.ts';

/** The library with evidence on each member. Throws when an allowed member is missing or of another kind, or an example fails. */
export async function probeLibrary(library: ManifestLibrary, draft: DraftLibrary): Promise<ManifestLibrary> {
  const loaded = await draft.load();
  const calls = bindCalls(library, loaded);
  const examples = new Map(draft.members.map(({ path, ok }) => [path, ok ?? []]));
  const members: ManifestMember[] = [];
  for (const member of library.members) {
    const call = calls.get(member.path);
    const results = call === undefined ? [] : await runExamples(member, examples.get(member.path) ?? [], { call, draft });
    const probe: Evidence['probe'] = results.length === 0 ? null : { ok: results.length, types: [...new Set(results)].sort() };
    members.push({ ...member, evidence: { ...member.evidence, runtime: isPresent(member, library, loaded), probe } });
  }
  return { ...library, members };
}

type Call = (operands: readonly unknown[]) => unknown;

/** Allowed members as a domain binds them. */
function bindCalls(library: ManifestLibrary, loaded: LoadedLibrary): ReadonlyMap<string, Call | undefined> {
  const manifest = { manifest: 1, contract: CONTRACT, crawler: { version: '', oracle: '', node: '' }, libraries: [library] } as const;
  const support = defineSupport({
    name: library.name,
    module: '',
    surfaces: [surfaceOf(library, '')],
    load: () => Promise.resolve([loaded]),
    manifest: () => Promise.resolve(manifest),
  });
  return new Map(buildAllowlist([{ support, manifest, loaded: [loaded] }]).entries.map(({ path, call }) => [path, call]));
}

interface Example {
  readonly call: Call;
  readonly draft: DraftLibrary;
}

async function runExamples(member: ManifestMember, examples: readonly DraftCall[], { call, draft }: Example): Promise<readonly string[]> {
  const results: string[] = [];
  for (const [index, operands] of examples.entries()) {
    try {
      results.push(typeName(await call(operands.map((operand) => draft.revive?.(operand) ?? operand))));
    } catch (cause) {
      throw new Error(`cannot take ${member.path} from its draft: example ${index} throws`, { cause });
    }
  }
  return results;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? value.constructor.name : typeof value;
}

/** Whether the library has the member, found without firing a getter. */
function isPresent(member: ManifestMember, { types }: ManifestLibrary, { module, samples }: LoadedLibrary): boolean {
  const owner = member.path.slice(0, member.path.lastIndexOf('.'));
  const type = types.find(({ id }) => id === owner);
  const instance = type === undefined ? undefined : (samples?.[type.id] ?? own(follow(type.id, module), 'prototype')?.value);
  const name = nameOfMember(member);
  return own(follow(owner, module), name) !== undefined || inherited(instance, name);
}

/** The value at a path below the root. */
function follow(path: string, module: unknown): unknown {
  const [, ...segments] = path.split('.');
  return segments.reduce<unknown>((value, segment) => own(value, segment)?.value, module);
}

function own(value: unknown, name: string): PropertyDescriptor | undefined {
  return value === null || value === undefined ? undefined : Object.getOwnPropertyDescriptor(Object(value), name);
}

function inherited(value: unknown, name: string): boolean {
  for (
    let object: unknown = value;
    object !== null && object !== undefined && object !== Object.prototype;
    object = Object.getPrototypeOf(object)
  ) {
    if (own(object, name) !== undefined) return true;
  }
  return false;
}
