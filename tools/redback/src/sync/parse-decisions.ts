import { type Decisions, isPath, isRecord } from '@syft-libs/ast';

const VERDICTS: readonly unknown[] = ['allow', 'refuse', 'review'];
const ROWS: readonly unknown[] = ['keep', 'select', 'reduce', 'mix', 'permute'];
const DISCLOSURES: readonly unknown[] = ['assign', 'aggregate', 'metadata'];

const ACCEPTED: readonly unknown[] = ['probe', 'declaration'];
const DANGERS: readonly string[] = ['io', 'evals', 'moduleState', 'mutates'];
const DETECTIONS: readonly unknown[] = ['shape', 'instance', 'primitive'];
const CODECS: readonly unknown[] = ['hand-written', 'none'];

type Fields = Readonly<Record<string, readonly [expected: string, holds: (value: unknown) => boolean]>>;

/** What a decision on a member may say beside its reason, and how each is recognised. */
const MEMBER_FIELDS: Fields = {
  verdict: ['allow, refuse or review', (value) => VERDICTS.includes(value)],
  signatures: ['a list of texts', isTexts],
  publicParams: ['a list of texts', isTexts],
  dropParams: ['a list of texts', isTexts],
  accept: ['probe or declaration', (value) => ACCEPTED.includes(value)],
  clears: [`a reason for each of ${DANGERS.join(', ')}`, isClearance],
  rows: ['keep, select, reduce, mix or permute', (value) => ROWS.includes(value)],
  disclosure: ['assign, aggregate or metadata', (value) => DISCLOSURES.includes(value)],
  shapeDependsOnData: ['true or false', (value) => typeof value === 'boolean'],
};

/** The same for a decision on a type. */
const TYPE_FIELDS: Fields = {
  codec: ['hand-written or none', (value) => CODECS.includes(value)],
  tag: ['a text', (value) => typeof value === 'string'],
  detect: ['shape, instance or primitive', (value) => DETECTIONS.includes(value)],
  accepts: ['a list of texts', isTexts],
  membersOf: ['a text', (value) => typeof value === 'string'],
  sameAs: ['a text', (value) => typeof value === 'string'],
};

/** A document, or every reason why it is none. A `place` is a piece of text that stands near what is wrong. */
export type Parsed =
  | { readonly decisions: Decisions; readonly problems: readonly [] }
  | { readonly decisions: undefined; readonly problems: readonly DecisionProblem[] };

export interface DecisionProblem {
  readonly place: string;
  readonly text: string;
}

/** Checks what a `support.config.ts` exports by default, whole: every problem is told, none is mended. */
export function parseDecisions(value: unknown): Parsed {
  const problems: DecisionProblem[] = [];
  const add = (place: string, text: string) => problems.push({ place, text });
  if (!isRecord(value) || !Array.isArray(value['libraries']) || value['libraries'].length === 0) {
    add('export default', `the default export has to be ${EXAMPLE}`);
  } else {
    const roots = new Set<unknown>();
    for (const library of value['libraries'] as readonly unknown[]) {
      checkLibrary(library, add);
      if (!isRecord(library)) continue;
      if (roots.has(library['root'])) add(`'${library['root']}'`, `two libraries have the root ${library['root']}`);
      roots.add(library['root']);
    }
  }
  if (isRecord(value) && value['tests'] !== undefined && value['tests'] !== 'elsewhere') add('tests', 'tests can only be elsewhere');
  if (problems.length > 0) return { decisions: undefined, problems };
  return { decisions: value as unknown as Decisions, problems: [] };
}

/** The least that a `support.config.ts` says. */
const EXAMPLE =
  "defineDecisions({ libraries: [{ name: 'my-library', range: '>=1.2.3 <2.0.0', root: 'myLibrary' }] }), with at least one library";

type Add = (place: string, text: string) => void;

function checkLibrary(library: unknown, add: Add): void {
  if (!isRecord(library)) {
    add('libraries', 'a library has to be an object');
    return;
  }
  const { name, range, root, members, types, aliases, module } = library;
  if (typeof name !== 'string' || name === '') {
    add('libraries', 'a library needs a name');
    return;
  }
  if (typeof range !== 'string' || range === '') add(`'${name}'`, `${name} needs a range of versions`);
  if (!isPath(root) || root.includes('.')) add(`'${name}'`, `${name} needs a root that is an identifier`);
  if (module !== undefined && !isOwnModule(module)) add('module', `${name}: its module needs a file that begins with ./ and a version`);
  if (aliases !== undefined && !(isRecord(aliases) && isTexts(Object.values(aliases)))) add('aliases', 'aliases have to be texts by name');
  checkDecisions('members', members, MEMBER_FIELDS, add);
  checkDecisions('types', types, TYPE_FIELDS, add);
}

function checkDecisions(what: string, decisions: unknown, known: Fields, add: Add): void {
  if (decisions === undefined) return;
  if (!isRecord(decisions)) {
    add(what, `${what} have to be decisions by path`);
    return;
  }
  for (const [path, decision] of Object.entries(decisions)) checkDecision(path, decision, known, add);
}

function checkDecision(path: string, decision: unknown, known: Fields, add: Add): void {
  if (!isRecord(decision)) {
    add(path, `${path}: a decision has to be an object`);
    return;
  }
  const { reason, ...fields } = decision;
  if (!isReason(reason)) add(path, `${path}: a decision needs a reason, which the README shows`);
  for (const [name, value] of Object.entries(fields)) {
    const field = Object.hasOwn(known, name) ? known[name] : undefined;
    if (field === undefined) add(path, `${path}: ${name} is nothing that a decision can say`);
    else if (value !== undefined && !field[1](value)) add(path, `${path}: ${name} has to be ${field[0]}`);
  }
}

function isOwnModule(value: unknown): boolean {
  return isRecord(value) && typeof value['file'] === 'string' && /^\.\/.+\/.+/.test(value['file']) && typeof value['version'] === 'string';
}

function isClearance(value: unknown): boolean {
  return isRecord(value) && Object.entries(value).every(([danger, reason]) => DANGERS.includes(danger) && isReason(reason));
}

function isReason(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
