import { preset } from '../../tsup.preset.ts';

export default preset({ entry: ['src/index.ts', 'src/operands.ts', 'src/twin/inside/main.ts', 'src/twin/inside/memory-watch.ts'] });
