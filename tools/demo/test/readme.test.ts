import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../release/src/free-port.ts';
import { Program } from '../../release/src/journey/program.ts';
import { commandsOf, filesOf, type ReadmeBlock, readBlocks } from '../../release/src/journey/readme-blocks.ts';
import { plainStudy } from '../src/plain-study.ts';

const run = promisify(execFile);
const workspace = new URL('../../../', import.meta.url).pathname;
const source = '--conditions=@syft-libs/source';

let folder: string;
let blocks: readonly ReadmeBlock[];
const started: Program[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
  blocks = readBlocks(await freePort());
  symlinkSync(join(workspace, 'tools/demo/node_modules'), join(folder, 'node_modules'));
  copyFileSync(join(workspace, 'tools/demo/data/penguins.csv'), join(folder, 'penguins.csv'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const [name, code] of filesOf(blocks)) writeFileSync(join(folder, name), code);
});

afterAll(async () => {
  await Promise.all(started.map((program) => program[Symbol.asyncDispose]()));
  rmSync(folder, { recursive: true, force: true });
});

/** People keep their identity in their home folder; here that is the temporary one. */
function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, HOME: folder, USERPROFILE: folder, ...extra };
}

/** A block as a running program. */
function start(file: string): Program {
  const program = new Program(process.execPath, [source, file], { cwd: folder, env: environment() });
  started.push(program);
  return program;
}

describe('the README', { timeout: 60_000 }, () => {
  it('has a block for every part of the journeys', () => {
    expect(blocks.map(({ language, name }) => `${language} ${name}`)).toEqual([
      'sh install-scientist',
      'ts enrol.ts',
      'ts study.ts',
      'ts tomorrow.ts',
      'sh install-owner',
      'ts owner.ts',
      'sh owner',
      'sh contributor',
    ]);
  });

  it('has journeys that run against each other', async () => {
    const owner = start('owner.ts');
    const invitation = await owner.saw(/^(syft1-\S+)\n/m);
    await run(process.execPath, [source, 'enrol.ts', invitation], { cwd: folder, env: environment() });
    const study = await startStudy();
    expect(Number(await study.saw(/^on the mock: (\S+)\n/m))).toBeCloseTo(-61.56, 2);

    const answers = await ownerDecides(await study.saw(/^request: (\S+)\n/m));
    expect(answers[0]).toContain('slope, study 12');
    expect(answers[1]).toContain('numjs.subtract(bill_length_mm,');
    expect(answers[2]).toContain('Approved');
    expect(answers[3]).toContain('Verified');

    const [slope] = plainStudy();
    expect(Number(await study.saw(/^released: (\S+)\n/m))).toBeCloseTo(slope as number, 8);
    expect(await study.ended()).toBe(0);
    const { stdout } = await run(process.execPath, [source, 'tomorrow.ts'], { cwd: folder, env: environment() });
    expect(stdout).toMatch(/^slope, study 12 approved 476\.55277/);
    expect(owner.child.exitCode).toBeNull();
  });

  it('names commands for contributors that exist', () => {
    for (const command of commandsOf(blocks, 'contributor')) {
      const [, packageDir = '', script = ''] = /^pnpm -C (\S+) (\S+)$/.exec(command) ?? [];
      const { scripts } = JSON.parse(readFileSync(join(workspace, packageDir, 'package.json'), 'utf8')) as { scripts: object };
      expect(Object.keys(scripts)).toContain(script);
    }
  });
});

/** The owner's program prints the invitation before it listens; a scientist would start later. */
async function startStudy(): Promise<Program> {
  for (;;) {
    const study = start('study.ts');
    const outcome = await Promise.race([study.saw(/^request: /m).then(() => 'running'), study.ended()]);
    if (outcome === 'running') return study;
    if (!study.output.includes('nothing answers')) throw new Error(study.output);
  }
}

/** Runs the owner's commands, `syft-domain` from source, and gives what each printed. */
async function ownerDecides(request: string): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const command of commandsOf(blocks, 'owner')) {
    const [program, ...args] = command.replace('$REQUEST', request).split(/ +/);
    expect(program).toBe('syft-domain');
    const cli = join(workspace, 'packages/syft-domain/src/cli/main.ts');
    answers.push((await run(process.execPath, [source, cli, ...args], { cwd: folder, env: environment() })).stdout);
  }
  return answers;
}
