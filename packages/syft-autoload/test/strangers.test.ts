// What somebody else has put where an application looks is not run, and the doctor says so. Only root can give a file to another user:
// elsewhere the tests that need that do not run.
import { chmodSync, lchownSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Application, type Run } from './tree/application.ts';
import { library, support } from './tree/fake-package.ts';
import { PRELOAD, PRINT_ORDER } from './tree/node-programs.ts';

vi.setConfig({ testTimeout: 30_000 });

let app: Application;
afterEach(() => app[Symbol.dispose]());

const NOBODY = 65_534;
const packages = [library('calc'), support('@acme/syft-calc', 'calc')];
const main = `import 'calc';\n${PRINT_ORDER}`;
const runsAsRoot = process.getuid?.() === 0;
const hasOwners = process.getuid !== undefined;

function give(...paths: readonly string[]): void {
  for (const path of paths) lchownSync(join(app.folder, path), NOBODY, NOBODY);
}

const mode = (path: string, bits: number): void => chmodSync(join(app.folder, path), bits);

/** A program in the folder `app`, beside the `node_modules` that it finds above. */
async function below(json: object, files: Readonly<Record<string, string>> = {}): Promise<void> {
  app = await Application.npm(packages, { 'app/package.json': JSON.stringify({ name: 'app', ...json }), 'app/main.mjs': main, ...files });
}

async function run(cwd = 'app'): Promise<Run & { readonly order: readonly string[] }> {
  const seen = await app.run(process.execPath, 'main.mjs', { flags: [PRELOAD], cwd });
  return { ...seen, order: JSON.parse(seen.stdout).order };
}

async function expectRefused(reason: RegExp): Promise<void> {
  const { order, report } = await run();
  expect(order).toEqual(['calc']);
  expect(report?.supports).toMatchObject([{ name: '@acme/syft-calc', state: 'refused', reason: expect.stringMatching(reason) }]);
  const doctor = await app.run(process.execPath, join(app.folder, 'node_modules/@syft-libs/autoload/dist/cli/main.js'), {
    cwd: 'app',
    args: ['doctor'],
  });
  expect(doctor.code).toBe(1);
  expect(doctor.stdout).toMatch(/^refused @acme\/syft-calc 1\.0\.0: .+\n {8}to do: .+(chown|chmod)/);
}

const asked = { devDependencies: { '@acme/syft-calc': '*' } };

describe.runIf(runsAsRoot)('as root, with files of another user', () => {
  test.each([['node_modules/@acme/syft-calc'], ['node_modules/@acme/syft-calc/package.json'], ['node_modules/@acme'], ['node_modules']])(
    'a support package in a folder above is refused where %s is theirs',
    async (path) => {
      await below(asked);
      give(path);
      await expectRefused(new RegExp(`${path} belongs to user ${NOBODY}, and .+/app to user 0`));
    },
  );

  test('so is one behind their link, though its files are ours', async () => {
    await below(asked);
    app.writePackage('elsewhere', packages[1] as (typeof packages)[number]);
    app.remove('node_modules/@acme/syft-calc');
    app.link('node_modules/@acme/syft-calc', 'elsewhere');
    give('node_modules/@acme');
    await expectRefused(/node_modules\/@acme belongs to user/);
  });

  test('a folder above to which all may write makes no workspace, whoever owns it', async () => {
    await below({}, { 'pnpm-workspace.yaml': 'packages: [app]' });
    expect((await run()).order).toEqual(['calc', '@acme/syft-calc']);
    mode('.', 0o1777);
    give('pnpm-workspace.yaml', 'package.json', 'node_modules/@acme', 'node_modules/@acme/syft-calc');
    const { order, report } = await run();
    expect(order).toEqual(['calc']);
    expect(report?.notes).toEqual([expect.stringMatching(/ is not looked at: everybody may write to .+; to do: .+chmod o-w/)]);
  });

  test.each(['pnpm-workspace.yaml', 'package.json'])('nor does one whose %s is theirs', async (file) => {
    await below({}, { 'pnpm-workspace.yaml': 'packages: [app]' });
    give(file);
    const { order, report } = await run();
    expect(order).toEqual(['calc']);
    expect(report?.notes).toEqual([expect.stringMatching(`${file} belongs to user ${NOBODY}`)]);
  });

  test('a program that has no package.json takes none of theirs from above', async () => {
    await below({});
    app.remove('app/package.json');
    expect((await run()).order).toEqual(['calc', '@acme/syft-calc']);
    give('package.json');
    const { order, report } = await run();
    expect(order).toEqual(['calc']);
    expect(report?.notes).toEqual([expect.stringMatching(`package.json belongs to user ${NOBODY}`)]);
  });

  test('an application of theirs has their packages, and those of root', async () => {
    await below(asked);
    give('app', 'app/package.json', 'node_modules/@acme', 'node_modules/@acme/syft-calc', 'node_modules/@acme/syft-calc/package.json');
    expect((await run()).order).toEqual(['calc', '@acme/syft-calc']);
  });
});

describe.runIf(hasOwners)('where files have modes', () => {
  test.each(['node_modules/@acme/syft-calc/package.json', 'node_modules/@acme/syft-calc', 'node_modules/@acme'])(
    'a support package is refused where everybody may write to %s',
    async (path) => {
      await below(asked);
      mode(path, 0o777);
      await expectRefused(new RegExp(`everybody may write to .+${path}$`));
    },
  );

  test('a group may write, and everybody where everybody may replace the application too', async () => {
    await below(asked);
    for (const path of ['node_modules/@acme/syft-calc', 'node_modules/@acme']) mode(path, 0o775);
    mode('node_modules/@acme/syft-calc/package.json', 0o664);
    expect((await run()).order).toEqual(['calc', '@acme/syft-calc']);
    for (const path of ['app', 'node_modules/@acme/syft-calc']) mode(path, 0o777);
    mode('app/package.json', 0o666);
    expect((await run()).order).toEqual(['calc', '@acme/syft-calc']);
  });

  test('above the root of its workspace nothing is looked for', async () => {
    await below(asked, { 'app/pnpm-workspace.yaml': 'packages: []' });
    const { order, report } = await run();
    expect(order).toEqual(['calc']);
    expect(report).toMatchObject({ supports: [], notes: [] });
  });
});
