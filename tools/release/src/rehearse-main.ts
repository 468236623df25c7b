// `pnpm release:rehearse`: a release, from the changesets to people who install and use it, with nothing of it leaving this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedSize } from './installed-size.ts';
import { walkJourney } from './journey/journey.ts';
import { commandsOf, readBlocks } from './journey/readme-blocks.ts';
import { Outside } from './outside.ts';
import { installRegistry, startRegistry } from './registry/loopback-registry.ts';
import { Rehearsal } from './rehearsal.ts';
import { runCommand } from './run-command.ts';
import { copyWorkspace, publishTo } from './workspace-copy.ts';

const rehearsal = new Rehearsal((line) => console.log(line));
const scratch = mkdtempSync(join(tmpdir(), 'syft-rehearsal-'));
const copy = join(scratch, 'workspace');
try {
  await rehearsal.step('copy the workspace, and install it', async () => {
    await copyWorkspace(copy);
    await runCommand('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { cwd: copy });
  });
  await rehearsal.step('version: changesets become versions and changelogs', () =>
    runCommand('npm', ['run', 'release:version'], { cwd: copy }),
  );
  await rehearsal.step('pack: build, and make a tarball of all that is not published', () =>
    runCommand('npm', ['run', 'release:pack'], { cwd: copy }),
  );
  await rehearsal.step('install the registry', installRegistry);
  await using registry = await startRegistry(join(scratch, 'registry'));
  publishTo(copy, registry.url);
  await rehearsal.step('publish to a registry on loopback', () => runCommand('npm', ['run', 'release:publish'], { cwd: copy }));
  const outside = new Outside(join(scratch, 'outside'), registry.url);
  const blocks = readBlocks(8080);
  const install = async (side: string): Promise<string> => {
    const folder = outside.empty(side);
    return rehearsal.step(`pnpm: install as the ${side}`, async () => {
      const start = performance.now();
      for (const command of commandsOf(blocks, `install-${side}`)) {
        const output = await outside.run(folder, command);
        if (command.includes(' add ') && /build|script/i.test(output)) throw new Error(`the install speaks of builds: ${output}`);
      }
      rehearsal.figures.push({
        what: side,
        seconds: (performance.now() - start) / 1000,
        bytes: installedSize(join(folder, 'node_modules')),
      });
      return folder;
    });
  };
  const [owner, scientist] = [await install('owner'), await install('scientist')];
  await rehearsal.check('the journey', () => walkJourney({ name: 'run', owner, scientist, form: 'ts', node: process.execPath }));
} finally {
  for (const line of rehearsal.table()) console.log(line);
  rmSync(scratch, { recursive: true, force: true });
}
