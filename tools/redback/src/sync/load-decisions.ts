import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Decisions, SyftError } from '@syft-libs/ast';
import { lineOf } from './finding.ts';
import { type DecisionProblem, parseDecisions } from './parse-decisions.ts';

/** The one hand-written input of a support package. */
export const CONFIG_FILE = 'support.config.ts';

/** What a `support.config.ts` says; or why it says nothing, each problem with its line. */
export type LoadedDecisions =
  | { readonly decisions: Decisions; readonly text: string }
  | { readonly decisions: undefined; readonly problems: readonly ConfigProblem[] };

/** What is wrong with a `support.config.ts`, and in which line. */
export interface ConfigProblem {
  readonly line: number;
  readonly text: string;
}

const CONTRACTS = '@syft-libs/ast';
const NO_CONFIG =
  'there is no such file, so this folder is no support package; name one with --dir, or make one with `redback new <library>`';

/**
 * Runs the `support.config.ts` of a package and checks what it exports. It may import `@syft-libs/ast` alone, and gets RedBack's
 * own: what was decided can then be read without a library, an install or a build.
 */
export function loadDecisions(folder: string): LoadedDecisions {
  const file = join(folder, CONFIG_FILE);
  if (!existsSync(file)) return { decisions: undefined, problems: [{ line: 1, text: NO_CONFIG }] };
  const text = readFileSync(file, 'utf8');
  try {
    const { decisions, problems } = parseDecisions(runAlone(text));
    return decisions === undefined ? { decisions, problems: withLines(problems, text) } : { decisions, text };
  } catch (error) {
    if (error instanceof ForbiddenImport)
      return { decisions: undefined, problems: withLines([{ place: error.specifier, text: error.message }], text) };
    return { decisions: undefined, problems: [failureOf(error)] };
  }
}

/** As `loadDecisions`. Throws `BAD_CONFIG` with every problem where there is one. */
export function readDecisions(folder: string): Decisions {
  const loaded = loadDecisions(folder);
  if (loaded.decisions !== undefined) return loaded.decisions;
  const lines = loaded.problems.map(({ line, text }) => `${CONFIG_FILE}:${line}: ${text}`);
  throw new SyftError('BAD_CONFIG', `cannot read decisions: ${lines.join('\n')}`);
}

/** The problems in a message of `decidePackage`, each with its line: after the first line of the message one in each. */
export function decisionProblems(message: string, config: string): readonly ConfigProblem[] {
  const [first = '', ...others] = message.split('\n').map((line) => line.trim());
  const problems =
    others.length === 0 ? [{ place: 'default', text: first }] : others.map((text) => ({ place: text.split(':')[0] ?? '', text }));
  return withLines(problems, config);
}

function withLines(problems: readonly DecisionProblem[], config: string): readonly ConfigProblem[] {
  return problems.map(({ place, text }) => ({ line: lineOf(config, `'${place}'`, `${place}:`, place), text }));
}

class ForbiddenImport extends Error {
  readonly specifier: string;

  constructor(specifier: string) {
    super(`it imports '${specifier}', and may import '${CONTRACTS}' alone`);
    this.specifier = specifier;
  }
}

/**
 * Runs a copy of the config under a name that no module has had, since Node keeps what it has loaded. By `require`, which is Node's
 * own wherever this runs; a test runner's `import()` is not, and knows no hooks.
 */
function runAlone(text: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'redback-config-'));
  const file = join(realpathSync(folder), CONFIG_FILE);
  const url = pathToFileURL(file).href;
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      if (context.parentURL !== url) return next(specifier, context);
      if (specifier !== CONTRACTS) throw new ForbiddenImport(specifier);
      return next(specifier, { ...context, parentURL: import.meta.url });
    },
  });
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(file, text);
    return (createRequire(import.meta.url)(file) as { readonly default?: unknown }).default;
  } finally {
    hooks.deregister();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Why it does not run, at the line of its own that the stack names first. */
function failureOf(error: unknown): ConfigProblem {
  const [message = ''] = (error instanceof Error ? error.message : 'it throws no error').split('\n');
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const line = /support\.config\.ts(?:\?\w+)?:(\d+)/.exec(stack)?.[1];
  return { line: line === undefined ? 1 : Number(line), text: `it does not run: ${message}` };
}
