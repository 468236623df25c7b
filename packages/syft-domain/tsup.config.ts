import { preset } from '../../tsup.preset.ts';

// The two threads are files of their own, which `dist/index.js` starts by their place beside it.
export default preset({ entry: ['src/index.ts', 'src/cli/main.ts', 'src/store/store-thread.ts', 'src/vm/vm-worker.ts'] });
