import { isSyftError } from '@syft-libs/ast';
import { CommanderError } from 'commander';
import { Program } from './command.ts';
import { defineCheck } from './commands/check.ts';
import { defineCrawl } from './commands/crawl.ts';
import { defineDiff } from './commands/diff.ts';
import { defineNew } from './commands/new.ts';
import { defineSync } from './commands/sync.ts';
import { typable } from './commands-here.ts';
import type { Surroundings } from './terminal.ts';

const FAILED = 1;
const WRONG_USAGE = 2;

/**
 * Runs the command line; resolves with its exit code: 0; 1 after a check that found something, or an error that was told; 2 when it was
 * called in a way that it does not know.
 */
export async function runCli(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const program = createProgram(surroundings);
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
    return program.exitCode;
  } catch (error) {
    // Help that was asked for ends the parsing, too.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { code, message, exitCode } = explain(error);
    surroundings.stderr.write(args.includes('--json') ? `${JSON.stringify({ code, message })}\n` : `${code}  ${typable(message)}\n`);
    return exitCode;
  }
}

function createProgram(surroundings: Surroundings): Program {
  const program = new Program('redback', surroundings);
  program
    .description('Crawls a library and makes its Syft support package.')
    // An error is told once, by `runCli`.
    .configureOutput({ outputError: () => {}, writeOut: (text) => surroundings.stdout.write(text) })
    .exitOverride()
    .helpCommand(false);
  defineCrawl(program);
  defineNew(program);
  defineSync(program);
  defineCheck(program);
  defineDiff(program);
  return program;
}

interface Explained {
  readonly code: string;
  readonly message: string;
  readonly exitCode: number;
}

function explain(error: unknown): Explained {
  if (isSyftError(error)) {
    const { code, message } = error;
    return { code, message, exitCode: code === 'BAD_ARGUMENT' ? WRONG_USAGE : FAILED };
  }
  if (error instanceof CommanderError) {
    return { code: 'BAD_ARGUMENT', message: `cannot run: ${error.message.replace(/^error: /, '')}`, exitCode: WRONG_USAGE };
  }
  return {
    code: 'INTERNAL',
    message: `cannot go on: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    exitCode: FAILED,
  };
}
