import { commandsHere } from '../../cli/commands-here.ts';
import { summaryLines } from '../../cli/summary-lines.ts';
import { summarize } from '../../decide/summary.ts';
import type { PackagePlan } from '../../surface/package-plan.ts';
import type { PreparedPackage } from './prepare-package.ts';

/** A support package that was just made, as lines of text: what was decided, and what to do next. */
export function madeLines(prepared: PreparedPackage, plan: PackagePlan): readonly string[] {
  const { packageName, dir } = prepared;
  const summary = summarize(plan);
  const idle = summary.libraries.filter(({ allowed }) => allowed === 0).map(({ name }) => name);
  const warnings = idle.map((name) => `nothing of ${name} is allowed: its tests pass and it is of no use yet; the rules above say why`);
  return [`made ${packageName} in ${dir}`, '', ...summaryLines(summary), '', ...warnings, 'next:', ...nextSteps(prepared)];
}

/** What an interrupted run leaves behind, and how to go on from it or be rid of it. */
export function interruptedLines({ dir, isInWorkspace }: PreparedPackage, { installs }: { readonly installs: boolean }): readonly string[] {
  const installed = isInWorkspace ? 'node_modules and pnpm-lock.yaml' : `${dir}/node_modules and its lockfile`;
  const restored = ', and git restore pnpm-workspace.yaml pnpm-lock.yaml where they hold nothing else of yours';
  return [
    '',
    `interrupted before ${dir} was made; so far there are:`,
    `  ${dir}/package.json, which asks for the libraries`,
    ...(isInWorkspace ? ['  pnpm-workspace.yaml, with their versions'] : []),
    ...(installs ? [`  what was installed for them: ${installed}`] : []),
    'the same command again goes on from there',
    `to be rid of it: remove ${dir}${isInWorkspace ? restored : ''}`,
  ];
}

function nextSteps({ packageName, dir, isInWorkspace }: PreparedPackage): readonly string[] {
  const { pnpm, redback } = commandsHere();
  return [
    isInWorkspace ? `  ${pnpm} nx test ${packageName}` : `  npm test, in ${dir}`,
    `  decide in ${dir}/support.config.ts what waits for review, then ${redback} sync --dir ${dir}`,
    ...(isInWorkspace ? ['  commit it, with the changeset that came along'] : []),
  ];
}
