import { resolve } from 'node:path';
import { Command } from 'commander';
import { type Surroundings, Terminal } from './terminal.ts';

/** The command above all others, and where they write. */
export class Program extends Command {
  readonly surroundings: Surroundings;
  /** What the process ends with: a check that found something is no error, and no success. */
  exitCode = 0;

  constructor(name: string, surroundings: Surroundings) {
    super(name);
    this.surroundings = surroundings;
  }
}

/** What a command runs with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** `--dir`, or the folder in which the command was started; absolute. */
  readonly folder: string;
  /** The folder in which the command was started. */
  readonly cwd: string;
  readonly options: Readonly<Record<string, unknown>>;
}

type Arguments = readonly (string | readonly string[] | undefined)[];

/** Declares a command below the program. `usage` is its name and its arguments. */
export function defineCommand(program: Program, usage: string, description: string): Command {
  return program.command(usage).description(description).option('--json', 'print data');
}

/** What a command does, as commander calls it; a task that resolves with a number sets the exit code. */
export function action<Args extends Arguments>(
  program: Program,
  task: (context: CommandContext, ...args: Args) => Promise<number | undefined>,
): (...values: unknown[]) => Promise<void> {
  return async (...values: unknown[]) => {
    const command = values.at(-1) as Command;
    const options = command.opts();
    const { surroundings } = program;
    const cwd = surroundings.cwd();
    const folder = resolve(cwd, typeof options['dir'] === 'string' ? options['dir'] : '.');
    const terminal = new Terminal(surroundings, options['json'] === true);
    try {
      program.exitCode = (await task({ terminal, folder, cwd, options }, ...(command.processedArgs as unknown as Args))) ?? 0;
    } finally {
      terminal.progress.end();
    }
  };
}

/** An option's text, if it was given. */
export function textOption({ options }: CommandContext, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** What an option that may be given several times was given. */
export function textsOption({ options }: CommandContext, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
