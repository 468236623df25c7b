// An application in a temporary folder, with everything that it depends on laid out as a package manager would.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AutoloadReport } from '../../src/index.ts';
import type { FakePackage } from './fake-package.ts';
import { packInto } from './packed.ts';

/** How a program ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What autoload would have said; `undefined` where it did not run. */
  readonly report: AutoloadReport | undefined;
}

export interface RunOptions {
  /** Flags of Node. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Arguments of the program. */
  readonly args?: readonly string[];
}

/** Ends what a program may have left behind. */
const TIMEOUT = 30_000;

export class Application implements Disposable {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'syft-app-')));

  /** Everything side by side in one `node_modules`, as npm does it; the application asks for all of it but what `hidden` names. */
  static async npm(
    packages: readonly FakePackage[],
    files: Readonly<Record<string, string>>,
    hidden: readonly string[] = [],
  ): Promise<Application> {
    const app = new Application();
    await packInto(join(app.folder, 'node_modules'));
    for (const one of packages) app.writePackage(join('node_modules', one.name), one);
    app.writeApplication(
      packages.map(({ name }) => name).filter((name) => !hidden.includes(name)),
      files,
    );
    return app;
  }

  /** Each package in a folder of its own with links to its dependencies, as pnpm does it; the application sees what `direct` names. */
  static async pnpm(
    packages: readonly FakePackage[],
    files: Readonly<Record<string, string>>,
    direct: readonly string[],
  ): Promise<Application> {
    const app = new Application();
    const store = (name: string, version: string): string =>
      join('node_modules/.pnpm', `${name.replace('/', '+')}@${version}`, 'node_modules');
    const ours = join(app.folder, 'packed');
    await packInto(ours);
    const places = new Map(packages.map(({ name, version }) => [name, join(store(name, version), name)]));
    for (const name of ['@syft-libs/ast', '@syft-libs/autoload', 'semver']) places.set(name, join(store(name, '1.0.0'), name));
    for (const name of ['@syft-libs/ast', '@syft-libs/autoload', 'semver'])
      cpSync(join(ours, name), join(app.folder, places.get(name) as string), { recursive: true });
    rmSync(ours, { recursive: true });
    for (const one of packages) app.writePackage(places.get(one.name) as string, one);
    for (const [name, place] of places) {
      const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(app.folder, place, 'package.json'), 'utf8'));
      for (const asked of Object.keys({ ...dependencies, ...peerDependencies }))
        app.link(join(place.slice(0, -name.length), asked), places.get(asked) as string);
    }
    for (const name of ['@syft-libs/autoload', ...direct]) app.link(join('node_modules', name), places.get(name) as string);
    app.writeApplication(direct, files);
    return app;
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  writePackage(place: string, { name, version, json, files }: FakePackage): void {
    for (const [path, text] of Object.entries(files)) this.write(join(place, path), text);
    this.write(join(place, 'package.json'), JSON.stringify({ name, version, ...json }));
  }

  link(path: string, target: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    symlinkSync(join(this.folder, target), join(this.folder, path));
  }

  /** Runs a file with a program of Node. */
  async run(node: string, file: string, { flags = [], env = {}, cwd = '.', args = [] }: RunOptions = {}): Promise<Run> {
    const reportFile = join(this.folder, `report-${Math.random()}.json`);
    const { NODE_OPTIONS: _, ...inherited } = process.env;
    const child = spawn(node, [...flags, file, ...args], {
      cwd: join(this.folder, cwd),
      env: { ...inherited, SYFT_AUTOLOAD_REPORT: reportFile, ...env },
      timeout: TIMEOUT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
      });
    }
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as AutoloadReport) : undefined;
    // A warning names its process.
    return { code, stdout: texts.stdout, stderr: texts.stderr.replace(/\(node:\d+\)/g, '(node)'), report };
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private writeApplication(dependencies: readonly string[], files: Readonly<Record<string, string>>): void {
    const json = { name: 'application', private: true, dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])) };
    for (const [path, text] of Object.entries({ 'package.json': JSON.stringify(json), ...files })) this.write(path, text);
  }
}
