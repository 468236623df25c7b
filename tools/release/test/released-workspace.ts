// A copy of this repository after its first release: built, versioned and published, with a registry of its own that knows it.
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { entryFiles, noteBuild } from '../src/build-digest.ts';
import { type LoopbackRegistry, type RegistryOptions, startRegistry } from '../src/registry/loopback-registry.ts';
import { type CommandResult, runCommand, tryCommand } from '../src/run-command.ts';
import { commitAll, copyWorkspace, hasChangesets, publishTo, workspaceRoot } from '../src/workspace-copy.ts';

const CHANGESET = join(workspaceRoot, 'node_modules/@changesets/cli/bin.js');

/** What no release looks at, and would only be copied again and again. */
const NOT_RELEASED = /\/(test|bench|crawl)\/|^docs\/|^tools\/demo\/src\//;

type Step = 'version' | 'pack' | 'publish';

/** What tests look at in a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A workspace that can be released, and the folder of the registry that it is released to. */
export class ReleasedWorkspace implements Disposable {
  readonly #scratch: string;
  readonly folder: string;
  readonly #registry: string;

  private constructor(scratch: string) {
    this.#scratch = scratch;
    this.folder = join(scratch, 'workspace');
    this.#registry = join(scratch, 'registry');
  }

  /** As the first release leaves it: everything at 1.0.0, and published. */
  static async make(): Promise<ReleasedWorkspace> {
    const workspace = new ReleasedWorkspace(mkdtempSync(join(tmpdir(), 'syft-released-')));
    try {
      await copyWorkspace(workspace.folder, NOT_RELEASED);
      workspace.#forgetReleases();
      await workspace.release();
      return workspace;
    } catch (error) {
      workspace[Symbol.dispose]();
      throw error;
    }
  }

  /** Takes back whatever this repository has released so far: the tests are about versions, and not about today's. */
  #forgetReleases(): void {
    for (const file of globSync('{.changeset/*.md,{packages,tools}/*/CHANGELOG.md}', { cwd: this.folder })) rmSync(join(this.folder, file));
    for (const { name, dir, version } of this.packages().values()) {
      this.write(`${dir}/package.json`, this.read(`${dir}/package.json`).replace(`"version": "${version}"`, '"version": "0.0.0"'));
      this.changeset(name.replace('@syft-libs/', ''), { [name]: 'major' }, `What ${name} is.`);
    }
  }

  /** The same once more, to be changed. */
  copy(): ReleasedWorkspace {
    const workspace = new ReleasedWorkspace(mkdtempSync(join(tmpdir(), 'syft-released-')));
    cpSync(this.#scratch, workspace.#scratch, { recursive: true });
    return workspace;
  }

  /** Every package that is published, by its name. */
  packages(): ReadonlyMap<string, Manifest & { readonly dir: string }> {
    const found = globSync('{packages,tools}/*/package.json', { cwd: this.folder }).map((file) => {
      return { ...(JSON.parse(readFileSync(join(this.folder, file), 'utf8')) as Manifest), dir: dirname(file) };
    });
    return new Map(found.filter((json) => json.private !== true).map((json) => [json.name, json]));
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Writes a changeset as a contributor does. */
  changeset(name: string, bumps: Readonly<Record<string, 'patch' | 'minor' | 'major'>>, summary: string): void {
    const lines = Object.entries(bumps).map(([packageName, bump]) => `'${packageName}': ${bump}`);
    this.write(`.changeset/${name}.md`, `---\n${lines.join('\n')}\n---\n\n${summary}\n`);
  }

  /** The release, step by step, as the workflow does it, and what each published package's newest version is afterwards. */
  async release(): Promise<ReadonlyMap<string, string>> {
    if (hasChangesets(this.folder)) await this.version();
    this.build();
    await using registry = await this.serve();
    for (const step of ['pack', 'publish'] as const) await this.run(step);
    return await this.published(registry);
  }

  /** Turns changesets into versions, and commits them. */
  async version(): Promise<void> {
    await this.run('version');
    await commitAll(this.folder, 'Version');
  }

  /** Stands in for tsup, which takes half a minute: the files that each manifest points to, and the note of what they were made from. */
  build(): void {
    for (const { dir } of this.packages().values()) {
      const folder = join(this.folder, dir);
      for (const file of entryFiles(folder)) this.write(join(dir, file), 'export {};\n');
      noteBuild(folder);
    }
  }

  /** Starts the registry, and makes the workspace publish there. */
  async serve(options: RegistryOptions = {}): Promise<LoopbackRegistry> {
    const registry = await startRegistry(this.#registry, options);
    publishTo(this.folder, registry.url);
    return registry;
  }

  /** Runs a step as the root's script says, but for the build. Throws unless it ends well. */
  async run(step: Step): Promise<void> {
    for (const command of this.#commands(step)) await runCommand(process.execPath, command, { cwd: this.folder, env: { CI: 'true' } });
  }

  /** The same, however its last command ends. */
  async tryRun(step: Step, env: Readonly<Record<string, string>> = {}): Promise<CommandResult> {
    let result: CommandResult = { code: 0, stdout: '', output: '' };
    for (const command of this.#commands(step)) {
      result = await tryCommand(process.execPath, command, { cwd: this.folder, env: { CI: 'true', ...env } });
      if (result.code !== 0) break;
    }
    return result;
  }

  #commands(step: Step): readonly (readonly string[])[] {
    const { scripts } = JSON.parse(this.read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    return (scripts[`release:${step}`] ?? '').split(' && ').flatMap((command) => {
      const [, program, rest = ''] = /(node|exec changeset) (.*)$/.exec(command) ?? [];
      if (program === undefined) return [];
      return [[...(program === 'node' ? [] : [CHANGESET]), ...rest.split(' ')]];
    });
  }

  /** The newest version of each package that the registry has. */
  async published(registry: LoopbackRegistry): Promise<ReadonlyMap<string, string>> {
    const versions = await Promise.all(
      [...this.packages().keys()].map(async (name) => [name, (await publishedManifest(registry, name))?.version] as const),
    );
    return new Map(versions.flatMap(([name, version]) => (version === undefined ? [] : [[name, version] as const])));
  }

  [Symbol.dispose](): void {
    rmSync(this.#scratch, { recursive: true, force: true });
  }
}

/** What the registry says of a package's newest version; nothing when it has none. */
export async function publishedManifest(registry: LoopbackRegistry, name: string): Promise<Manifest | undefined> {
  const response = await fetch(new URL(`${encodeURIComponent(name)}/latest`, registry.url));
  return response.ok ? ((await response.json()) as Manifest) : undefined;
}
