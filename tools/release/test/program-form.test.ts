import { expect, test } from 'vitest';
import { inForm } from '../src/journey/program-form.ts';
import { commandsOf, filesOf, installCommands, readBlocks } from '../src/journey/readme-blocks.ts';

const CODE = "import { a } from 'a'; // why\n\nawait using b = await a();\nconsole.log(b as unknown);\n";

test('a program of the README stays as it is where an engine takes it', async () => {
  expect(await inForm(CODE, 'ts')).toBe(CODE);
});

test('compiled, it has neither types nor `await using`', async () => {
  const made = await inForm(CODE, 'mjs');
  expect(made).toContain('import { a } from "a"');
  expect(made).not.toMatch(/await using b|as unknown/);
});

test('as CommonJS it requires, and awaits in a function', async () => {
  const made = await inForm(CODE, 'cjs');
  expect(made).toContain('require("a")');
  expect(made).not.toMatch(/^import |^await /m);
});

test('an import over several lines is an error, and never left out', async () => {
  await expect(inForm("import {\n  a,\n} from 'a';\n", 'cjs')).rejects.toThrow('spans lines');
});

test('the README installs for both sides, and has the programs of both', () => {
  const blocks = readBlocks(4711);
  for (const side of ['scientist', 'owner']) expect(commandsOf(blocks, `install-${side}`)[0]).toMatch(/^pnpm add @syft-libs\//);
  expect([...filesOf(blocks).keys()]).toEqual(['enrol.ts', 'study.ts', 'tomorrow.ts', 'owner.ts']);
  expect(filesOf(blocks).get('owner.ts')).toContain('4711');
  expect(installCommands('syft-autoload').join()).toMatch(/^pnpm add .*@syft-libs\/autoload.*@syft-libs\/simple-statistics$/);
  expect(() => commandsOf(blocks, 'nobody')).toThrow("no commands named 'nobody'");
});
