// What is outside the repository: empty folders, package managers with nothing cached of ours, and a registry that has our packages.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

export type PackageManager = 'pnpm' | 'npm';

/** What installing took. */
export interface Installed {
  readonly folder: string;
  readonly seconds: number;
  readonly bytes: number;
}

/**
 * A place for empty folders. Our scope comes from the given registry, by settings of the person and not of a folder, so that the folders are
 * empty; everything else comes from wherever this machine takes it.
 */
export class Outside {
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;

  constructor(folder: string, registry: string) {
    this.#folder = folder;
    const settings = join(folder, '.settings');
    mkdirSync(join(settings, 'pnpm'), { recursive: true });
    writeFileSync(join(settings, 'pnpm/config.yaml'), `registries:\n  '@syft-libs': ${registry}\n`);
    this.#env = { XDG_CONFIG_HOME: settings, 'npm_config_@syft-libs:registry': registry, npm_config_update_notifier: 'false' };
  }

  /** Makes an empty folder. */
  empty(name: string): string {
    const folder = join(this.#folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Runs one command line in a folder. Throws unless it ends with 0. */
  async run(folder: string, command: string): Promise<string> {
    const [file = '', ...args] = command.split(/ +/);
    return (await runCommand(file, args, { cwd: folder, env: this.#env })).output;
  }
}
