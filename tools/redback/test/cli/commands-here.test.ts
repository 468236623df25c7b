import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commandsHere, typable } from '../../src/cli/commands-here.ts';
import { writeFiles } from '../workspace/small-workspace.ts';

function pathTo(...places: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'redback-path-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFiles(root, Object.fromEntries(places.map((place) => [join(place, 'pnpm'), ''])));
  return ['/nowhere', ...places.map((place) => join(root, place))].join(delimiter);
}

test('what a person has on the path is called by its name', () => {
  expect(commandsHere(pathTo('bin'))).toEqual({ pnpm: 'pnpm', redback: 'pnpm redback' });
});

test('what only a package manager has put there comes through npx, at the version that works', () => {
  const bare = { pnpm: 'npx --yes pnpm@12.21.0', redback: 'npx --yes pnpm@12.21.0 redback' };
  expect(commandsHere(pathTo('.npm/_npx/1a2b/node_modules/.bin', 'clone/node_modules/.bin'))).toEqual(bare);
  expect(commandsHere('')).toEqual(bare);
});

test('commands in a text are those that can be typed, and all else stays', () => {
  const text = 'run `redback sync --crawl`, or `pnpm install`; `pnpm-lock.yaml` and redback stay';
  expect(typable(text, { pnpm: 'npx pnpm', redback: 'npx redback' })).toBe(
    'run `npx redback sync --crawl`, or `npx pnpm install`; `pnpm-lock.yaml` and redback stay',
  );
});
