// What no linter holds a workflow to: pinned actions, least permissions, and the scripts that a rehearsal tries.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { workspaceRoot } from '../src/workspace-copy.ts';

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly run?: string; readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const files = globSync('.github/workflows/*.yml', { cwd: workspaceRoot }).sort();
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

function read(file: string): string {
  return readFileSync(join(workspaceRoot, file), 'utf8');
}

function jobsOf(file: string): Workflow['jobs'] {
  return (parse(read(file)) as Workflow).jobs;
}

test('there is one workflow for changes, one for releases and one for the night', () => {
  expect(files).toEqual(['ci', 'matrix', 'release'].map((name) => `.github/workflows/${name}.yml`));
});

describe.each(files)('%s', (file) => {
  test('pins each action to a commit, with its version beside it', () => {
    for (const line of read(file)
      .split('\n')
      .filter((text) => text.includes('uses:')))
      expect(line).toMatch(/uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('gives no permission to all, and to no job more than to read, but for a release', () => {
    expect((parse(read(file)) as Workflow).permissions).toEqual({});
    for (const { permissions } of Object.values(jobsOf(file))) {
      if (!file.includes('release')) expect(permissions).toEqual({ contents: 'read' });
      expect(permissions).toBeDefined();
    }
  });

  test('leaves no credentials in its checkout', () => {
    for (const { uses, with: inputs } of Object.values(jobsOf(file)).flatMap(({ steps }) => steps)) {
      if (uses?.startsWith('actions/checkout@') === true) expect(inputs).toHaveProperty('persist-credentials', false);
    }
  });

  test('runs scripts that the root has', () => {
    for (const [, script = ''] of read(file).matchAll(/npm (?:run )?(test|[\w:]+)\b(?= --|$)/gm))
      expect(Object.keys(scripts)).toContain(script);
  });
});

test('only the job that publishes may speak for the project, and it neither tests nor builds', () => {
  const jobs = jobsOf('.github/workflows/release.yml');
  const trusted = Object.entries(jobs).filter(([, { permissions }]) => permissions['id-token'] !== undefined);
  expect(trusted.map(([name]) => name)).toEqual(['publish']);
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run, with: inputs }) => run ?? inputs?.['script']));
  expect(commands.filter((command) => /^npm run release:/.test(String(command)))).toEqual(
    ['version', 'pack', 'publish'].map((step) => `npm run release:${step}`),
  );
  expect(JSON.stringify(jobs['publish'])).not.toMatch(/npm test|release:pack|run build/);
});
