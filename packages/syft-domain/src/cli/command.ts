import { Command } from 'commander';
import { resolveFolder } from './domain-folder.ts';
import { type OwnedDomain, openOwner } from './open-owner.ts';
import { type Output, Terminal } from './terminal.ts';

/** Where a command line writes; a process is one. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** The command above all others, and where they write. */
export class Program extends Command {
  readonly streams: Streams;

  constructor(name: string, streams: Streams) {
    super(name);
    this.streams = streams;
  }
}

/** What a command runs with. */
export interface CommandContext {
  readonly folder: string;
  readonly terminal: Terminal;
  readonly options: Readonly<Record<string, unknown>>;
}

type Arguments = readonly (string | readonly string[] | undefined)[];

/** Declares a command below another, with the options that all have. `usage` is its name and its arguments. */
export function defineCommand(parent: Command, usage: string, description: string): Command {
  return addCommonOptions(parent.command(usage).description(description));
}

export function addCommonOptions(command: Command): Command {
  return command
    .option('--dir <folder>', 'the domain’s folder (default: $SYFT_DOMAIN, else the current one)')
    .option('--json', 'answer with one JSON document');
}

/** What a command does, as commander calls it. */
export function action<Args extends Arguments>(
  task: (context: CommandContext, ...args: Args) => Promise<void>,
): (...values: unknown[]) => Promise<void> {
  return async (...values: unknown[]) => {
    const command = values.at(-1) as Command;
    const options = command.optsWithGlobals();
    const { stdout: output, stderr: errors } = streamsOf(command);
    const { env: environment } = process;
    const terminal = new Terminal({ output, errors, environment, json: options['json'] === true });
    const folder = resolveFolder(options['dir'] as string | undefined, environment);
    await task({ folder, terminal, options }, ...(command.processedArgs as unknown as Args));
  };
}

/** The same for a command that needs the domain, running or not. */
export function ownerAction<Args extends Arguments>(
  task: (context: CommandContext & OwnedDomain, ...args: Args) => Promise<void>,
): (...values: unknown[]) => Promise<void> {
  return action<Args>(async (context, ...args) => {
    const owned = await openOwner(context.folder);
    try {
      await task({ ...context, ...owned }, ...args);
    } finally {
      await owned.close();
    }
  });
}

/** An option's text, if it was given. */
export function textOption({ options }: CommandContext, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

function streamsOf(command: Command): Streams {
  let top = command;
  while (top.parent !== null) top = top.parent;
  return top instanceof Program ? top.streams : process;
}
