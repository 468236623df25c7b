import { createRequire } from 'node:module';
import { join } from 'node:path';

const find = createRequire(join(import.meta.dirname, '../../../../tools/node-versions/package.json'));

/** One Node of each line that we support: by its name, and its program. */
export const NODES: readonly (readonly [name: string, program: string])[] = ([22, 24, 26] as const).map((major) => [
  `Node ${major}`,
  major === Number(process.versions.node.split('.')[0])
    ? process.execPath
    : find.resolve(`node-${major}-${process.platform}-${process.arch}/bin/node`),
]);

/** The flag that starts a program with autoload. */
export const PRELOAD = '--import=@syft-libs/autoload';

/** Ends a program: waits for autoload, and prints what was run, in order. */
export const PRINT_ORDER = `
const registry = globalThis[Symbol.for('@syft-libs/autoload-registry/1')];
Promise.resolve(registry?.ready()).then(() => console.log(JSON.stringify({ order: globalThis.order, libraries: Object.keys(registry?.snapshot() ?? {}) })));
`;
