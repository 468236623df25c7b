// Before a publish, which may be the second after a failure: what the registry has by now leaves the plan, since every registry refuses it
// in words of its own. And before a workflow begins what it cannot end: a registry trusts a workflow only with packages that it has.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryCommand } from './run-command.ts';
import { workspaceRoot } from './workspace-copy.ts';

interface Planned {
  readonly kind: string;
  readonly name: string;
  readonly version: string;
}

interface Plan {
  readonly plan: readonly (readonly Planned[])[];
}

const FIRST_TIME = `A registry takes the first version of a package from a person alone. Nothing was published; do once what
docs/releasing.md says of new packages, and run this job again.`;

/** Every version of a package that the registry has; none of a package that it has never seen. Throws where it does not answer. */
async function publishedVersions(name: string): Promise<readonly string[]> {
  const { code, stdout, output } = await tryCommand('pnpm', ['view', name, 'versions', '--json'], { cwd: workspaceRoot });
  if (code === 0) return [JSON.parse(stdout) as string | readonly string[]].flat();
  if (/404|NOT_FOUND/.test(output)) return [];
  throw new Error(`cannot ask the registry for ${name}: ${output}`);
}

const file = join(workspaceRoot, '.release/publish-plan.json');
const planned = JSON.parse(readFileSync(file, 'utf8')) as Plan;
const releases = planned.plan.flat().filter(({ kind }) => kind === 'publish');
const published = new Map(await Promise.all(releases.map(async ({ name }) => [name, await publishedVersions(name)] as const)));
const isPublished = ({ name, version }: Planned): boolean => published.get(name)?.includes(version) === true;

for (const { name, version } of releases.filter(isPublished)) console.log(`${name} ${version} is published already`);
const plan = planned.plan.map((chunk) => chunk.filter((release) => !isPublished(release))).filter((chunk) => chunk.length > 0);
writeFileSync(file, `${JSON.stringify({ ...planned, plan }, null, 2)}\n`);

const isTrusted = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] !== undefined;
const unknown = releases.filter(({ name }) => published.get(name)?.length === 0);
if (isTrusted && unknown.length > 0) {
  console.error(`cannot publish what the registry has never seen: ${unknown.map(({ name }) => name).join(', ')}\n${FIRST_TIME}`);
  process.exitCode = 1;
}
