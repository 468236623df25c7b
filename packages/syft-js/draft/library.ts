// JavaScript as a hand-checked table: `pnpm codegen` compares it with the engine and runs every example.
import type { DraftLibrary } from '../../../tools/workspace/src/emit/draft.ts';
import { js } from '../src/runtime.ts';
import { MATH } from './math.ts';
import { MEMBERS } from './members.ts';

const TYPES = ['js.Number', 'js.String', 'js.Boolean', 'js.BigInt'];

export const LIBRARIES: readonly DraftLibrary[] = [
  {
    name: 'javascript',
    version: js.version,
    root: js.root,
    aliases: {},
    types: TYPES.map((id) => ({
      id,
      detect: 'primitive',
      extends: [],
      codec: null,
      accepts: [],
      ownOnInstance: id === 'js.String' ? ['length'] : [],
    })),
    members: [...MATH, ...MEMBERS],
    load: () => Promise.resolve(js),
  },
];
