import { preset } from '../../tsup.preset.ts';

// One file for each entry, the core's registry in it: every module more is time before the program's first line.
export default preset({ entry: ['src/index.ts', 'src/vite.ts', 'src/cli/main.ts'], splitting: false });
