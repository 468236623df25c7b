// Before a publish that may be run again after a failure: what the registry has by now leaves the plan, since every registry refuses it
// in words of its own, and a refusal ends the publish.
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

async function isPublished({ kind, name, version }: Planned): Promise<boolean> {
  if (kind !== 'publish') return false;
  const { code, stdout } = await tryCommand('pnpm', ['view', `${name}@${version}`, 'version'], { cwd: workspaceRoot });
  return code === 0 && stdout.trim() === version;
}

const file = join(workspaceRoot, '.release/publish-plan.json');
const planned = JSON.parse(readFileSync(file, 'utf8')) as Plan;
const plan: Planned[][] = [];
for (const chunk of planned.plan) {
  const published = await Promise.all(chunk.map(isPublished));
  for (const [index, { name, version }] of chunk.entries()) if (published[index]) console.log(`${name} ${version} is published already`);
  plan.push(chunk.filter((_, index) => !published[index]));
}
writeFileSync(file, `${JSON.stringify({ ...planned, plan: plan.filter((chunk) => chunk.length > 0) }, null, 2)}\n`);
