import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInstalledLibrary, type InstalledLibrary } from '../../src/crawl/cage/read-grants.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url).pathname;

/** A fixture library as it would lie in a project, in a folder that vanishes with the test. */
export interface InstalledFixture {
  readonly library: InstalledLibrary;
  /** A folder beside the project in which nothing should ever appear. */
  readonly outside: string;
  /** Leaves something for the library to read: `targets.json` in its folder. */
  readonly leave: (targets: unknown) => void;
  readonly remove: () => void;
}

export function installFixture(name: string): InstalledFixture {
  const folder = mkdtempSync(join(tmpdir(), 'redback-fixture-'));
  const outside = join(folder, 'outside');
  const target = join(folder, 'project', 'node_modules', name);
  mkdirSync(outside);
  cpSync(join(FIXTURES, name), target, { recursive: true });
  return {
    library: findInstalledLibrary(name, join(folder, 'project')),
    outside,
    leave: (targets) => writeFileSync(join(target, 'targets.json'), JSON.stringify(targets)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
