import { preset } from '../../tsup.preset.ts';

export default preset({ entry: ['src/index.ts', 'src/gen/autoload.ts', 'src/runtime.ts'] });
