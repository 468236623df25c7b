import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { Application } from './tree/application.ts';
import { library, support } from './tree/fake-package.ts';

vi.setConfig({ testTimeout: 30_000 });

let app: Application;
afterEach(() => app[Symbol.dispose]());

function doctor(...args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const main = join(app.folder, 'node_modules/@syft-libs/autoload/dist/cli/main.js');
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { cwd: app.folder, timeout: 30_000 }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

const broken = support('@acme/syft-calc', 'calc', { autoload: "throw new Error('no luck');" });
const misfit = support('@acme/syft-list', 'list', { range: '^2.0.0' });

test('the doctor looks at an application, loads each of its support packages, and says what to do', async () => {
  const packages = [library('grid'), support('@syft-libs/grid', 'grid'), library('calc'), broken, library('list'), misfit];
  app = await Application.npm(packages, { 'main.mjs': '' });
  const { code, stdout, stderr } = await doctor('doctor');
  expect(stdout.split('\n')).toEqual([
    'loaded  @syft-libs/grid 1.0.0: it loads',
    'failed  @acme/syft-calc 1.0.0: its ./autoload throws: Error: no luck',
    '        to do: install @acme/syft-calc again, or report this to who made it',
    'refused @acme/syft-list 1.0.0: list is there in version 1.2.3, and the package is for ^2.0.0',
    '        to do: install list in a version of ^2.0.0',
    '',
  ]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});

test('the doctor runs a program as it is, and says what autoload did in it', async () => {
  app = await Application.npm([library('grid'), support('@syft-libs/grid', 'grid'), library('calc'), support('@acme/syft-calc', 'calc')], {
    'main.mjs': "import { autoload } from '@syft-libs/autoload';\nimport 'grid';\nconsole.log('the program');\nawait autoload.ready();",
    'without.mjs': "console.log('no autoload');",
  });
  const well = await doctor('doctor', '--', process.execPath, 'main.mjs');
  expect(well).toEqual({
    code: 0,
    stderr: '',
    stdout:
      'the program\nloaded  @syft-libs/grid 1.0.0: the program loads grid 1.2.3\nskipped @acme/syft-calc 1.0.0: the program has not loaded calc\n',
  });
  const without = await doctor('doctor', '--json', '--', process.execPath, 'without.mjs');
  expect(without.code).toBe(1);
  expect(JSON.parse(without.stdout.slice('no autoload\n'.length))).toMatchObject({
    active: false,
    notes: [expect.stringContaining('first line')],
  });
  expect((await doctor('doctor', '--', './nowhere')).stdout).toMatch(/nowhere did not start/);
});

test('where nothing is found, the doctor says where it looked', async () => {
  app = await Application.npm([], {});
  expect(await doctor('doctor')).toMatchObject({ code: 0, stdout: expect.stringContaining('no support package was found') });
  app.remove('package.json');
  expect((await doctor('doctor')).stdout).toMatch(/there is no package\.json in this folder, or above it/);
});

test('a wrong call shows how to call it', async () => {
  app = await Application.npm([], {});
  for (const args of [[], ['nurse'], ['doctor', '--what'], ['doctor', '--']]) {
    expect(await doctor(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('syft-autoload doctor') });
  }
  expect(await doctor('--help')).toMatchObject({ code: 0, stderr: '' });
});
