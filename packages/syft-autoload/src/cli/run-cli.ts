import { parseArgs } from 'node:util';
import { type AutoloadReport, formatReport } from '../load/report.ts';
import { diagnoseFolder } from './diagnose-folder.ts';
import { diagnoseProgram } from './diagnose-program.ts';

const USAGE = `syft-autoload doctor [--json]
    looks at the application in this folder, and loads each of its support packages
syft-autoload doctor [--json] -- node main.js
    runs a program, and tells what autoload did in it

Ends with 1 where there is something to do, and with 2 where it was called wrongly.`;

/** Runs the command line; resolves to its exit code. */
export async function runCli(args: readonly string[]): Promise<number> {
  const end = args.indexOf('--');
  const command = end === -1 ? [] : args.slice(end + 1);
  const options = parse(end === -1 ? args : args.slice(0, end));
  if (options === undefined || (end !== -1 && command.length === 0)) {
    console.error(USAGE);
    return 2;
  }
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const report = command.length > 0 ? await diagnoseProgram(command) : await diagnoseFolder(process.cwd());
  console.log(options.json ? JSON.stringify(report, null, 2) : formatReport(report).join('\n'));
  return isWell(report) ? 0 : 1;
}

function parse(args: readonly string[]): { readonly json: boolean; readonly help: boolean } | undefined {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { json = false, help = false } = values;
    return help || (positionals.length === 1 && positionals[0] === 'doctor') ? { json, help } : undefined;
  } catch {
    return undefined;
  }
}

function isWell({ active, supports, notes }: AutoloadReport): boolean {
  return active && notes.length === 0 && supports.every(({ state }) => state !== 'refused' && state !== 'failed');
}
