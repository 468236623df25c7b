// The configuration of the package whose tests are run, with one library taken from elsewhere where the environment says so.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import { readSwap, swapPlugin } from './swap-library.ts';

const { default: own } = (await import(pathToFileURL(join(process.cwd(), 'vitest.config.ts')).href)) as {
  readonly default: ViteUserConfig;
};
const swap = readSwap();
const hook = fileURLToPath(new URL('./swap-main.ts', import.meta.url));

export default swap === undefined ? own : mergeConfig(own, { plugins: [swapPlugin(swap)], test: { execArgv: [`--import=${hook}`] } });
