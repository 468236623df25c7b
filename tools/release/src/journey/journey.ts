// The README's data owner and data scientist, as programs of their own in the folders that they installed into.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { freePort } from '../free-port.ts';
import { runCommand } from '../run-command.ts';
import { workspaceRoot } from '../workspace-copy.ts';
import { Program } from './program.ts';
import { inForm, type ProgramForm } from './program-form.ts';
import { commandsOf, filesOf, type ReadmeBlock, readBlocks } from './readme-blocks.ts';

/** Who walks: a folder with the packages of each side, and what runs the programs. */
export interface JourneyPlan {
  /** A name for the run; its files stand in a folder of that name, below what was installed. */
  readonly name: string;
  readonly owner: string;
  readonly scientist: string;
  readonly form: ProgramForm;
  /** The program of the Node that runs everything. */
  readonly node: string;
}

/** What the README's study gives on the mock and on the data: loops over the table give the same. */
export const STUDY = { mock: -61.56, released: 476.55277 } as const;

/** Throws where a figure is not the study's, to two digits after the point. */
export function expectFigure(found: string, wanted: number): void {
  if (!(Math.abs(Number(found) - wanted) < 0.005)) throw new Error(`the study gave ${found} instead of ${wanted}`);
}

const PENGUINS = join(workspaceRoot, 'tools/demo/data/penguins.csv');

/** The owner's half of a journey: a program that serves the dataset, and the commands beside it. */
export class Owner implements AsyncDisposable {
  readonly #program: Program;
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #commands: readonly string[];

  private constructor(
    program: Program,
    at: { readonly folder: string; readonly env: NodeJS.ProcessEnv; readonly commands: readonly string[] },
  ) {
    this.#program = program;
    this.#folder = at.folder;
    this.#env = at.env;
    this.#commands = at.commands;
  }

  /** Starts the README's program, which makes the dataset. */
  static async start(plan: Omit<JourneyPlan, 'scientist'>, blocks: readonly ReadmeBlock[]): Promise<Owner> {
    const folder = await writeFiles(
      join(plan.owner, plan.name),
      new Map([...filesOf(blocks)].filter(([name]) => name === 'owner.ts')),
      plan.form,
    );
    cpSync(PENGUINS, join(folder, 'penguins.csv'));
    const env = environment(plan.node, folder, plan.owner);
    const program = new Program(plan.node, [`owner.${plan.form}`], { cwd: folder, env });
    return new Owner(program, { folder, env, commands: commandsOf(blocks, 'owner') });
  }

  async invitation(): Promise<string> {
    return this.#program.saw(/^(syft1-\S+)\n/m);
  }

  /** Looks at a request and approves it, by the README's commands. Throws when one of them does not say what it should. */
  async decide(request: string): Promise<void> {
    const said = ['slope, study 12', 'numjs.subtract(bill_length_mm,', 'Approved', 'Verified'];
    for (const [index, command] of this.#commands.entries()) {
      const [program = '', ...args] = command.replace('$REQUEST', request).split(/ +/);
      const { output } = await runCommand(program, args, { cwd: this.#folder, env: this.#env });
      if (!output.includes(said[index] ?? '')) throw new Error(`\`${command}\` printed: ${output}`);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#program[Symbol.asyncDispose]();
  }
}

/** Walks the README from the invitation to the released value, and reads it again from another program. */
export async function walkJourney(plan: JourneyPlan): Promise<void> {
  const blocks = readBlocks(await freePort());
  await using owner = await Owner.start(plan, blocks);
  const files = new Map([...filesOf(blocks)].filter(([name]) => name !== 'owner.ts'));
  const folder = await writeFiles(join(plan.scientist, plan.name), files, plan.form);
  const env = environment(plan.node, folder, plan.scientist);
  await runCommand(plan.node, [`enrol.${plan.form}`, await owner.invitation()], { cwd: folder, env });

  await using study = await startStudy(plan, { cwd: folder, env });
  expectFigure(await study.saw(/^on the mock: (\S+)\n/m), STUDY.mock);
  await owner.decide(await study.saw(/^request: (\S+)\n/m));
  expectFigure(await study.saw(/^released: (\S+)\n/m), STUDY.released);
  if ((await study.ended()) !== 0) throw new Error(`the study ended with an error: ${study.output}`);

  const { output } = await runCommand(plan.node, [`tomorrow.${plan.form}`], { cwd: folder, env });
  const [, value = output] = /^slope, study 12 approved (\S+)$/m.exec(output) ?? [];
  expectFigure(value, STUDY.released);
}

/** The owner's program prints the invitation before it listens; a scientist would start later. */
async function startStudy(plan: JourneyPlan, options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): Promise<Program> {
  for (;;) {
    const study = new Program(plan.node, [`study.${plan.form}`], options);
    const outcome = await Promise.race([
      study.saw(/^request: /m).then(
        () => 'running',
        () => 'ended',
      ),
      study.ended(),
    ]);
    if (outcome === 'running') return study;
    if (!study.output.includes('nothing answers')) throw new Error(study.output);
  }
}

async function writeFiles(folder: string, files: ReadonlyMap<string, string>, form: ProgramForm): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const [name, code] of files) writeFileSync(join(folder, name.replace(/ts$/, form)), await inForm(code, form));
  return folder;
}

/** People keep their identity in their home folder; here that is the folder of the run. */
export function environment(node: string, home: string, installed: string): NodeJS.ProcessEnv {
  const path = [join(installed, 'node_modules/.bin'), dirname(node), process.env['PATH']].join(delimiter);
  return { ...process.env, HOME: home, USERPROFILE: home, PATH: path, NODE_OPTIONS: undefined, NODE_PATH: undefined };
}
