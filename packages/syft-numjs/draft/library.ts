// The drafted library as a whole, which `pnpm codegen` turns into manifest.json and src/gen/.
import type { DraftLibrary } from '../../../tools/workspace/src/emit/draft.ts';
import { libraries } from '../src/runtime.ts';
import decisions from '../support.config.ts';
import { DOCS } from './docs.ts';
import type { Entry } from './entry.ts';
import { SURFACE } from './surface.ts';
import { TYPE_ALIASES } from './type-aliases.ts';
import { revive } from './verify-example.ts';

const [loaded] = libraries;
if (loaded === undefined) throw new Error('cannot draft numjs: the runtime has no library');

export const LIBRARIES: readonly DraftLibrary[] = [
  {
    name: 'numjs',
    version: loaded.version,
    root: 'numjs',
    aliases: TYPE_ALIASES,
    types: [
      {
        id: 'numjs.NdArray',
        detect: 'shape',
        extends: [],
        membersOf: null,
        codec: 'numjs/NdArray',
        // numjs itself would wrap these into a list of one element: they become an array first.
        accepts: [
          'ast.Column',
          'Int8Array',
          'Uint8Array',
          'Uint8ClampedArray',
          'Int16Array',
          'Uint16Array',
          'Int32Array',
          'Uint32Array',
          'Float32Array',
          'Float64Array',
        ],
        ownOnInstance: ['selection', 'size', 'shape', 'ndim', 'dtype', 'T'],
      },
    ],
    members: SURFACE.map((member) => ({ ...member, ...decisionOn(member.path), doc: docOf(member) })),
    load: () => Promise.resolve(loaded),
    revive,
  },
];

/** A refused member needs no line for an editor. */
function docOf({ path, verdict }: Entry): string {
  return verdict === 'allow' ? (DOCS[path.slice(path.lastIndexOf('.') + 1)] ?? '') : '';
}

/** A person's verdict and reason; `images.*` stands for every member below `images`. */
function decisionOn(path: string): Partial<Pick<Entry, 'reason'>> & { readonly verdict?: 'allow' | 'refuse' } {
  const members = decisions.libraries[0]?.members ?? {};
  const name = path.slice('numjs.'.length);
  const decision = members[name] ?? members[`${name.slice(0, name.lastIndexOf('.'))}.*`];
  if (decision === undefined) return {};
  return decision.verdict === undefined || decision.verdict === 'review'
    ? { reason: decision.reason }
    : { reason: decision.reason, verdict: decision.verdict };
}
