import { isSyftError } from '@syft-libs/ast';
import { CommanderError } from 'commander';
import { checkEngine } from './check-engine.ts';
import { addCommonOptions, Program, type Streams } from './command.ts';
import { defineAllowlist } from './commands/allowlist.ts';
import { defineAudit } from './commands/audit.ts';
import { defineDatasets } from './commands/datasets.ts';
import { defineDecide } from './commands/decide.ts';
import { defineGrants } from './commands/grants.ts';
import { defineInit } from './commands/init.ts';
import { definePeople } from './commands/people.ts';
import { defineRequests } from './commands/requests.ts';
import { defineStart } from './commands/start.ts';
import { plainJson, plainText } from './plain-text.ts';
import { Terminal } from './terminal.ts';

/** Runs the command line; resolves with its exit code: 0, or 1 after an error was told. */
export async function runCli(args: readonly string[], streams: Streams = process): Promise<number> {
  try {
    checkEngine(process.versions.node);
    const program = createProgram(streams);
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Help that was asked for ends the parsing, too.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    report(error, { asJson: args.includes('--json'), streams });
    return 1;
  }
}

function createProgram(streams: Streams): Program {
  const program = new Program('syft-domain', streams);
  addCommonOptions(program)
    .description('Keeps data that others may compute on and not see. You are its owner.')
    // An error is told once, by `report`.
    .configureOutput({ outputError: () => {}, writeOut: (text) => streams.stdout.write(text) })
    .exitOverride();
  program.commandsGroup('Set up and serve:');
  defineInit(program);
  defineStart(program);
  program.commandsGroup('Data:');
  defineDatasets(program);
  program.commandsGroup('People:');
  definePeople(program);
  defineGrants(program);
  program.commandsGroup('Requests:');
  defineRequests(program);
  defineDecide(program);
  program.commandsGroup('Oversight:').helpCommand(false);
  defineAudit(program);
  defineAllowlist(program);
  return program;
}

function report(error: unknown, { asJson, streams: { stderr } }: { readonly asJson: boolean; readonly streams: Streams }): void {
  const { code, message } = explain(error);
  if (asJson) {
    stderr.write(`${plainJson({ code, message })}\n`);
    return;
  }
  const terminal = new Terminal({ output: stderr, errors: stderr, environment: process.env, json: false });
  const [first = '', ...others] = message.split('\n').map((line) => plainText(line));
  terminal.note([`${terminal.style('red', code)}  ${first}`, ...others].join('\n'));
}

function explain(error: unknown): { readonly code: string; readonly message: string } {
  if (isSyftError(error)) return error;
  if (error instanceof CommanderError) return { code: 'BAD_ARGUMENT', message: `cannot run: ${error.message.replace(/^error: /, '')}` };
  return { code: 'INTERNAL', message: `cannot go on: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
}
