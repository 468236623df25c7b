// What is outside the repository: empty folders, package managers that have cached nothing, and a registry that has our packages.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedSize } from './installed-size.ts';
import { runCommand } from './run-command.ts';

export type PackageManager = 'pnpm' | 'npm';

/** What commands that install left behind, and what they took. */
export interface Installed {
  readonly folder: string;
  readonly seconds: number;
  readonly bytes: number;
}

/** What a package manager says where a dependency wants to run code while it is installed. */
const SPEAKS_OF_BUILDS = /\bbuilds?\b|\bscripts?\b|node-gyp|deprecated/i;

/**
 * A place for empty folders. Our scope comes from the given registry, by settings of the person and not of a folder, so that the folders are
 * empty; everything else comes from wherever this machine takes it.
 */
export class Outside {
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #cold: Readonly<Record<string, string>>;

  private constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#env = env;
    const caches = join(folder, '.caches');
    this.#cold = { XDG_DATA_HOME: join(caches, 'data'), XDG_CACHE_HOME: join(caches, 'cache'), npm_config_cache: join(caches, 'npm') };
  }

  /** Opens the place in a folder, for packages of the registry at `url`. */
  static async open(folder: string, url: string): Promise<Outside> {
    const settings = join(folder, '.settings');
    mkdirSync(join(settings, 'pnpm'), { recursive: true });
    writeFileSync(join(settings, 'pnpm/config.yaml'), `registries:\n  '@syft-libs': ${url}\n`);
    // npm's have one line more than this machine's. A variable cannot say it: shells drop those with such a name.
    const { stdout } = await runCommand('npm', ['config', 'get', 'globalconfig'], { cwd: folder });
    const own = existsSync(stdout.trim()) ? readFileSync(stdout.trim(), 'utf8') : '';
    writeFileSync(join(settings, 'npmrc'), `${own}\n@syft-libs:registry=${url}\n`, { mode: 0o600 });
    return new Outside(folder, {
      XDG_CONFIG_HOME: settings,
      // In the spelling that a script of npm's sets too, and would win with.
      npm_config_globalconfig: join(settings, 'npmrc'),
      NPM_CONFIG_GLOBALCONFIG: join(settings, 'npmrc'),
      npm_config_update_notifier: 'false',
    });
  }

  /** Makes an empty folder. */
  empty(name: string): string {
    const folder = join(this.#folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Runs one command line in a folder. Throws unless it ends with 0. */
  async run(folder: string, command: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
    const [file = '', ...args] = command.split(/ +/);
    return (await runCommand(file, args, { cwd: folder, env: { ...this.#env, ...env } })).output;
  }

  /**
   * Runs the README's commands in an empty folder, in the words of either package manager, on a machine that has none of it cached.
   * Throws where one fails or speaks of builds.
   */
  async install(name: string, commands: readonly string[], manager: PackageManager): Promise<Installed> {
    const folder = this.empty(`${manager}-${name}`);
    const start = performance.now();
    for (const command of commands) {
      const words = manager === 'pnpm' ? command : command.replace(/^pnpm add\b/, 'npm install').replace(/^pnpm\b/, 'npm');
      const output = await this.run(folder, words, this.#cold);
      if (SPEAKS_OF_BUILDS.test(output)) throw new Error(`\`${words}\` speaks of builds:\n${output}`);
    }
    return { folder, seconds: (performance.now() - start) / 1000, bytes: installedSize(join(folder, 'node_modules')) };
  }
}
