// Before a release is packed: nothing of an earlier one stays, and each manifest says where its source is kept, which a registry holds
// against the provenance of what is published. Only the machine that publishes knows that address; elsewhere it is left out.
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { workspaceRoot } from './workspace-copy.ts';

const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;

rmSync(join(workspaceRoot, '.release'), { recursive: true, force: true });
if (server !== undefined && repository !== undefined) {
  for (const file of globSync('{packages,tools}/*/package.json', { cwd: workspaceRoot })) {
    const json = JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8')) as { readonly private?: boolean };
    if (json.private === true) continue;
    const directory = dirname(file).split(sep).join(posix.sep);
    const named = { ...json, repository: { type: 'git', url: `git+${server}/${repository}.git`, directory } };
    writeFileSync(join(workspaceRoot, file), `${JSON.stringify(named, null, 2)}\n`);
  }
}
