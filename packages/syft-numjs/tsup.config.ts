import { preset } from '../../tsup.preset.ts';
import { runtimeBundle } from './build/runtime-bundle.ts';

export default preset({ ...runtimeBundle, entry: ['src/index.ts', 'src/gen/autoload.ts', 'src/runtime.ts'] });
