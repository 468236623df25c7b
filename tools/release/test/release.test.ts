// What a merge of the release's pull request publishes, with real changesets and a real registry, on copies of this repository.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateAll, staleAll } from '../src/all/all-package.ts';
import { tryCommand } from '../src/run-command.ts';
import { type Manifest, publishedManifest, ReleasedWorkspace } from './released-workspace.ts';

const AST = '@syft-libs/ast';
const NUMJS = '@syft-libs/numjs';
const CLIENT = '@syft-libs/client';
const ALL = '@syft-libs/all';
const FRESH = '@syft-libs/fresh';

let first: ReleasedWorkspace;
let before: ReadonlyMap<string, string>;

beforeAll(async () => {
  first = await ReleasedWorkspace.make();
  await using registry = await first.serve();
  before = await first.published(registry);
}, 120_000);

afterAll(() => first?.[Symbol.dispose]());

/** What is newer in the registry than it was after the first release. */
function released(after: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...after].filter(([name, version]) => before.get(name) !== version));
}

describe('a release', { timeout: 120_000 }, () => {
  test('is of every package the first time, each at 1.0.0 and with a changelog', () => {
    const packages = [...first.packages().values()];
    expect(packages.length).toBeGreaterThan(9);
    expect(Object.fromEntries(before)).toEqual(Object.fromEntries(packages.map(({ name }) => [name, '1.0.0'])));
    for (const { name, dir } of packages)
      expect(first.read(`${dir}/CHANGELOG.md`)).toMatch(`# ${name}\n\n## 1.0.0\n\n### Major Changes\n\n- `);
  });

  test('publishes nothing when there is no changeset', async () => {
    using workspace = first.copy();
    expect(released(await workspace.release())).toEqual({});
  });

  test('of a patch to a support package is of that package alone', async () => {
    using workspace = first.copy();
    workspace.changeset('sums', { [NUMJS]: 'patch' }, 'Sums of empty arrays are 0.');
    expect(released(await workspace.release())).toEqual({ [NUMJS]: '1.0.1' });
    const { dir } = workspace.packages().get(NUMJS) as { readonly dir: string };
    expect(workspace.read(`${dir}/CHANGELOG.md`)).toMatch(
      /^# @syft-libs\/numjs\n\n## 1\.0\.1\n\n### Patch Changes\n\n- Sums of empty arrays are 0\.\n\n## 1\.0\.0\n/,
    );
  });

  test('of a minor to the core is of the core alone', async () => {
    using workspace = first.copy();
    workspace.changeset('limits', { [AST]: 'minor' }, 'Limits can be read.');
    expect(released(await workspace.release())).toEqual({ [AST]: '1.1.0' });
  });

  test('that breaks the core raises the ranges of all that stand on it, and releases them', async () => {
    using workspace = first.copy();
    workspace.changeset('contract', { [AST]: 'major' }, 'Contract 2.');
    const after = released(await workspace.release());
    expect(after).toMatchObject({ [AST]: '2.0.0', [CLIENT]: '1.0.1', [NUMJS]: '1.0.1' });
    await using registry = await workspace.serve();
    for (const { name, dependencies, peerDependencies } of workspace.packages().values()) {
      if (dependencies?.[AST] === undefined && peerDependencies?.[AST] === undefined) continue;
      const published = (await publishedManifest(registry, name)) as Manifest;
      expect(after, name).toHaveProperty([name]);
      expect(published.peerDependencies?.[AST] ?? published.dependencies?.[AST], name).toBe('^2.0.0');
    }
    const { dir } = workspace.packages().get(CLIENT) as { readonly dir: string };
    expect(workspace.read(`${dir}/CHANGELOG.md`)).toContain(
      '## 1.0.1\n\n### Patch Changes\n\n- Goes with `@syft-libs/ast` 2.0.0, `@syft-libs/js` 1.0.1.\n',
    );
  });

  test('publishes a package that the registry has never seen, and the one that installs them all with it', async () => {
    using workspace = first.copy();
    const made = {
      ...(JSON.parse(workspace.read('packages/syft-simple-statistics/package.json')) as Manifest),
      name: FRESH,
      version: '0.0.0',
    };
    workspace.write('packages/syft-fresh/package.json', JSON.stringify(made));
    workspace.write('packages/syft-fresh/manifest.json', '{}');
    workspace.write('packages/syft-fresh/src/index.ts', "export { fresh } from './support.ts';\n");
    workspace.changeset('fresh', { [FRESH]: 'major', [ALL]: 'minor' }, 'Support package for fresh 1.2.3.');
    expect(staleAll(workspace.folder)).toEqual(
      ['package.json', 'README.md', 'src/gen/supports.ts'].map((file) => `packages/syft-all/${file}`),
    );
    for (const [file, text] of generateAll(workspace.folder)) workspace.write(file, text);
    expect(staleAll(workspace.folder)).toEqual([]);
    await workspace.version();
    workspace.build();
    await using registry = await workspace.serve();
    await workspace.run('pack');
    // A workflow is trusted with packages that are there: before it begins, it says what a person has to do.
    const { code, output } = await workspace.tryRun('publish', { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1/' });
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringMatching(/never seen: @syft-libs\/fresh\n[\s\S]*docs\/releasing\.md/) as unknown,
    });
    expect(released(await workspace.published(registry))).toEqual({});
    await workspace.run('publish');
    expect(released(await workspace.published(registry))).toEqual({ [FRESH]: '1.0.0', [ALL]: '1.1.0' });
    expect((await publishedManifest(registry, ALL))?.dependencies).toHaveProperty([FRESH], '^1.0.0');
  });

  test('merges the changesets of one package into one version', async () => {
    using workspace = first.copy();
    workspace.changeset('one', { [NUMJS]: 'patch' }, 'Sums of empty arrays are 0.');
    workspace.changeset('two', { [NUMJS]: 'minor' }, 'Allows `numjs.dot`.');
    expect(released(await workspace.release())).toEqual({ [NUMJS]: '1.1.0' });
    const { dir } = workspace.packages().get(NUMJS) as { readonly dir: string };
    const [, newest] = workspace.read(`${dir}/CHANGELOG.md`).split(/^## /m);
    expect(newest).toBe('1.1.0\n\n### Minor Changes\n\n- Allows `numjs.dot`.\n\n### Patch Changes\n\n- Sums of empty arrays are 0.\n\n');
  });
});

describe('a publish that fails', { timeout: 120_000 }, () => {
  test('completes when it is run again, with the same tarballs or with new ones', async () => {
    using workspace = first.copy();
    workspace.changeset('all', { [AST]: 'minor', [CLIENT]: 'minor', [NUMJS]: 'minor' }, 'Something of each.');
    await workspace.version();
    workspace.build();
    {
      await using registry = await workspace.serve({ refuses: [CLIENT] });
      await workspace.run('pack');
      const { code, output } = await workspace.tryRun('publish');
      expect(code).toBe(1);
      expect(output).toMatch(/failed to publish[\s\S]*@syft-libs\/client/);
      expect(released(await workspace.published(registry))).not.toHaveProperty([CLIENT]);
      expect(released(await workspace.published(registry))).toHaveProperty([AST], '1.1.0');
    }
    using again = workspace.copy();
    for (const [attempt, steps] of [
      [workspace, ['publish']],
      [again, ['pack', 'publish']],
    ] as const) {
      await using registry = await attempt.serve();
      for (const step of steps) await attempt.run(step);
      expect(released(await attempt.published(registry))).toEqual({ [AST]: '1.1.0', [CLIENT]: '1.1.0', [NUMJS]: '1.1.0' });
    }
  });
});

describe('a package whose build is stale', { timeout: 120_000 }, () => {
  test.each([
    ['whose sources changed after it', 'packages/syft-numjs/src/support.ts', '// another day\n'],
    ['whose manifest changed after it', 'packages/syft-numjs/manifest.json', '{}\n'],
  ])('is not packed: a build %s', async (_, file, text) => {
    using workspace = first.copy();
    workspace.changeset('sums', { [NUMJS]: 'patch' }, 'Sums of empty arrays are 0.');
    await workspace.version();
    workspace.build();
    workspace.write(file, text);
    await using registry = await workspace.serve();
    const { code, output } = await workspace.tryRun('pack');
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringMatching(/syft-numjs: its build is older than its sources\n +run `npm run build`/) as unknown,
    });
    expect((await workspace.tryRun('publish')).code).not.toBe(0);
    // Nor by hand.
    const byHand = await tryCommand('pnpm', ['pack'], { cwd: join(workspace.folder, 'packages/syft-numjs') });
    expect(byHand.code).not.toBe(0);
    expect(byHand.output).toContain('its build is older than its sources');
    expect(released(await workspace.published(registry))).toEqual({});
  });
});
