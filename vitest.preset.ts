import { globSync } from 'node:fs';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const source = '@syft-libs/source';

// nx asks every task for colours; what the programs under test print has to be the same with it and without.
delete process.env['FORCE_COLOR'];

/** How every package is tested: straight from the source of all packages, with type tests where there are any. Options given here win. */
export const preset = (dir: string, test: ViteUserConfig['test'] = {}) =>
  defineConfig({
    root: dir,
    resolve: { conditions: [source, ...defaultClientConditions] },
    ssr: { resolve: { conditions: [source, ...defaultServerConditions], externalConditions: [source] } },
    test: {
      include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
      // Workers and child processes that a test starts read the source too.
      execArgv: [`--conditions=${source}`],
      typecheck: { enabled: globSync('test/**/*.test-d.ts', { cwd: dir }).length > 0, include: ['test/**/*.test-d.ts'] },
      passWithNoTests: true,
      reporters: ['default', 'json'],
      outputFile: { json: `${dir}/.reports/vitest.json` },
      ...test,
    },
  });
