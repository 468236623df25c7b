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

function nextSteps({ packageName, dir, isInWorkspace }: PreparedPackage): readonly string[] {
  return [
    isInWorkspace ? `  pnpm nx test ${packageName}` : `  npm test, in ${dir}`,
    `  decide in ${dir}/support.config.ts what waits for review, then ${isInWorkspace ? 'pnpm ' : ''}redback sync --dir ${dir}`,
    ...(isInWorkspace ? ['  commit it, with the changeset that came along'] : []),
  ];
}
