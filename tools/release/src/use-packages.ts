// What people do with a release, each from an empty folder: install it with either package manager, and walk the README.
import type { NodeProgram } from '../../node-versions/src/node-programs.ts';
import { CHROMIUM } from '../../workspace/test/browser/chromium.ts';
import { autoloadOutside } from './autoload-outside.ts';
import { walkInBrowser } from './journey/browser-journey.ts';
import { walkJourney } from './journey/journey.ts';
import { commandsOf, readBlocks } from './journey/readme-blocks.ts';
import type { Outside, PackageManager } from './outside.ts';
import { makeSupportOutside } from './redback-outside.ts';
import type { Rehearsal } from './rehearsal.ts';

const MANAGERS: readonly PackageManager[] = ['pnpm', 'npm'];

/** Both sides' folders, installed by one package manager. */
interface Sides {
  readonly manager: PackageManager;
  readonly owner: string;
  readonly scientist: string;
}

/** Installs and uses everything that was published, on each of the given Nodes. */
export async function usePackages(rehearsal: Rehearsal, outside: Outside, nodes: readonly NodeProgram[]): Promise<void> {
  const sides: Sides[] = [];
  for (const manager of MANAGERS) sides.push(await installSides(rehearsal, outside, manager));
  await rehearsal.check('pnpm add @syft-libs/all', () =>
    install(rehearsal, outside, { name: 'all', commands: ['pnpm add @syft-libs/all'], manager: 'pnpm' }),
  );
  for (const { major, path } of nodes) {
    // Node 22 has no `await using`: there the README's programs are compiled.
    const form = major === 22 ? 'mjs' : 'ts';
    for (const { manager, owner, scientist } of sides) {
      for (const [kind, as] of [
        ['ES modules', form],
        ['CommonJS', 'cjs'],
      ] as const) {
        const plan = { name: `${as}-${major}`, owner, scientist, form: as, node: path };
        await rehearsal.check(`the README as ${kind} on Node ${major}, installed with ${manager}`, () => walkJourney(plan));
      }
    }
  }
  for (const { major, path } of nodes) {
    await rehearsal.check(`autoload by its README, on Node ${major}`, () => autoloadOutside(outside, path));
  }
  await useInBrowser(rehearsal, outside, sides[0] as Sides);
  await rehearsal.check('a support package made outside by RedBack, its types, build and tests', () => makeSupportOutside(outside));
}

async function install(
  rehearsal: Rehearsal,
  outside: Outside,
  { name, commands, manager }: { readonly name: string; readonly commands: readonly string[]; readonly manager: PackageManager },
): Promise<string> {
  const { folder, seconds, bytes } = await outside.install(name, commands, manager);
  rehearsal.figures.push({ what: `${manager}: ${name}`, seconds, bytes });
  return folder;
}

async function installSides(rehearsal: Rehearsal, outside: Outside, manager: PackageManager): Promise<Sides> {
  const blocks = readBlocks(0);
  const [owner, scientist] = (await rehearsal.step(`install as owner and as scientist with ${manager}, nothing cached`, async () => {
    const folders: string[] = [];
    for (const side of ['owner', 'scientist']) {
      folders.push(await install(rehearsal, outside, { name: side, commands: commandsOf(blocks, `install-${side}`), manager }));
    }
    return folders;
  })) as [string, string];
  return { manager, owner, scientist };
}

async function useInBrowser(rehearsal: Rehearsal, outside: Outside, { owner }: Sides): Promise<void> {
  if (CHROMIUM === undefined && process.env['REQUIRE_BROWSER'] !== '1') {
    console.log('Chromium is not installed: the README did not run in a browser');
    return;
  }
  await rehearsal.check('the README in Chromium, built with Vite', async () => {
    const scientist = outside.empty('browser');
    for (const command of commandsOf(readBlocks(0), 'install-scientist')) await outside.run(scientist, command);
    await outside.run(scientist, 'pnpm add --save-dev vite');
    await walkInBrowser({ name: 'page', owner, scientist, form: 'ts', node: process.execPath });
  });
}
