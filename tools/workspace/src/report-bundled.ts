// Builds say which packages of others they bundled code of, so that a check can ask for their licences.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Options } from 'tsup';

/** Beside `dist`, so that it is not published. */
const REPORT = '.bundled.json';

/** For tsup: writes the folders of the packages that gave at least one byte to `dist`, relative to the package that is built. */
export const reportBundled: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'report-bundled',
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(({ metafile }) => {
      if (metafile === undefined || resolve(build.initialOptions.outdir ?? '') !== resolve('dist')) return;
      const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
      const folders = inputs.flatMap(([input, { bytesInOutput }]) => {
        const folder = /^(?:[\w-]+:)?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
        return folder === undefined || bytesInOutput === 0 ? [] : [folder];
      });
      writeFileSync(REPORT, `${JSON.stringify([...new Set(folders)].sort(), null, 2)}\n`);
    });
  },
};

/** What the last build of the package in `folder` reported. Throws when there was none. */
export function readBundled(folder: string): readonly string[] {
  return JSON.parse(readFileSync(join(folder, REPORT), 'utf8')) as readonly string[];
}
