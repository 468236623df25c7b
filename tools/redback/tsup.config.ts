import { preset } from '../../tsup.preset.ts';

// What runs inside a cage are files of their own, which `dist/index.js` starts by their place below it. The proof of the cage loops
// and fills the memory on purpose, which tree shaking takes for code without effect.
export default preset({
  entry: ['src/index.ts', 'src/cli/main.ts', 'src/crawl/cage/inside/proof-main.ts', 'src/crawl/runtime/inside/main.ts'],
  treeshake: false,
});
