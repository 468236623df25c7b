import { preset } from '../../tsup.preset.ts';

export default preset({ entry: ['src/index.ts', 'src/vite.ts', 'src/cli/main.ts'] });
