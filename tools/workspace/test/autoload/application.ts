// An application in a folder of its own, whose dependencies are linked as in a workspace.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { workspaceRoot } from '../../src/workspace.ts';

export interface Application extends Disposable {
  readonly folder: string;
  /** Runs one of its files from the source of our packages, with flags of Node before it; rejects when it prints an error. */
  run(file: string, ...args: readonly string[]): Promise<string>;
  /** Puts a copy of one of our packages, with a copy of the core that is its own, in the place of its link; `first` is run before it. */
  copyWithItsCore(dir: string, name: string, first: string): void;
}

/** Where our packages, and the library that one of them brings along, are linked from. */
const PLACES: Readonly<Record<string, string>> = {
  '@syft-libs/autoload': 'packages/syft-autoload',
  '@syft-libs/client': 'packages/syft-client',
  '@syft-libs/domain': 'packages/syft-domain',
  '@syft-libs/ndarray': 'packages/syft-ndarray',
  '@syft-libs/numjs': 'packages/syft-numjs',
  ndarray: 'packages/syft-ndarray/node_modules/ndarray',
  numjs: 'packages/syft-numjs/node_modules/numjs',
};

/** Writes an application with the given files, which depends on the given packages. */
export function createApplication(dependencies: readonly string[], files: Readonly<Record<string, string>>): Application {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'syft-application-')));
  const json = { name: 'application', type: 'module', dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])) };
  for (const [path, text] of Object.entries({ 'package.json': JSON.stringify(json), ...files })) writeFileSync(join(folder, path), text);
  for (const name of dependencies) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(workspaceRoot, PLACES[name] as string), link);
  }
  return {
    folder,
    run: (file, ...args) => runNode(folder, file, args),
    copyWithItsCore(dir, name, first) {
      const copy = copyPackage(folder, dir);
      const entry = join(copy, 'src/gen/autoload.ts');
      writeFileSync(entry, first + readFileSync(entry, 'utf8'));
      mkdirSync(join(copy, 'node_modules/@syft-libs'), { recursive: true });
      symlinkSync(copyPackage(folder, 'syft-ast'), join(copy, 'node_modules/@syft-libs/ast'));
      rmSync(join(folder, 'node_modules', name));
      symlinkSync(copy, join(folder, 'node_modules', name));
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The source of a package, apart from `node_modules`, since Node strips no types there. */
function copyPackage(folder: string, dir: string): string {
  const copy = join(folder, 'copies', dir);
  const source = join(workspaceRoot, 'packages', dir);
  for (const part of ['package.json', 'src', 'manifest.json'].filter((one) => existsSync(join(source, one))))
    cpSync(join(source, part), join(copy, part), { recursive: true });
  return copy;
}

async function runNode(cwd: string, file: string, args: readonly string[]): Promise<string> {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const own = args.filter((arg) => !arg.startsWith('--'));
  const child = spawn(process.execPath, ['--conditions=@syft-libs/source', ...flags, file, ...own], { cwd, timeout: 60_000 });
  const texts = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts[0] += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts[1] += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0 || texts[1] !== '') throw new Error(`${file} ended with ${code}: ${texts.join('\n')}`);
  return texts[0] as string;
}
