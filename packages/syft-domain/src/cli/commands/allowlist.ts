import { createInterface } from 'node:readline/promises';
import { type SupportPackage, SyftError } from '@syft-libs/ast';
import { js } from '@syft-libs/js';
import type { Command } from 'commander';
import { acceptPackages, checkPackages } from '../../accepted-packages.ts';
import { type AllowlistLock, type LockDifference, readLock, writeLock } from '../../allowlist-lock.ts';
import { action, type CommandContext, defineCommand, ownerAction } from '../command.ts';
import { assertInitialised, readConfig } from '../domain-folder.ts';
import { importLibraries } from '../import-libraries.ts';
import { countOf, indent, layoutTable } from '../layout.ts';
import type { OwnedDomain } from '../open-owner.ts';
import { plainText } from '../plain-text.ts';
import type { Styler } from '../terminal.ts';

const NEXT_START = 'It holds from the domain’s next start.';

/** `allowlist`: what may run, what waits to be accepted, what the owner refuses. */
export function defineAllowlist(program: Command): void {
  const allowlist = defineCommand(program, 'allowlist [library]', 'list what may run').action(ownerAction(list));
  defineCommand(allowlist, 'accept', 'take in packages that are new or have changed')
    .option('--yes', 'without asking')
    .action(action(accept));
  defineCommand(allowlist, 'deny <path...>', 'refuse entries that their package allows').action(
    action((context, paths: readonly string[]) => edit(context, paths, true)),
  );
  defineCommand(allowlist, 'allow <path...>', 'take a refusal of your own back').action(
    action((context, paths: readonly string[]) => edit(context, paths, false)),
  );
}

async function list({ connection, folder, terminal }: CommandContext & OwnedDomain, root: string | undefined): Promise<void> {
  const entries = await connection.call('owner.allowlist');
  const lock = await requireLock(folder);
  const { pending } = await checkPackages(folder, await packagesOf(folder));
  const versions = new Map(
    Object.values(lock.packages).flatMap(({ libraries }) =>
      Object.entries(libraries).map(([name, { version }]) => [name, version] as const),
    ),
  );
  const roots = [...new Set(entries.map(({ path }) => rootOf(path)))].filter((name) => root === undefined || name === root);
  if (root !== undefined && roots.length === 0)
    throw new SyftError('NOT_FOUND', `cannot find library: none that runs is named ${JSON.stringify(root)}`);
  const libraries = roots.map((name) => ({
    root: name,
    version: versions.get(name) ?? '',
    entries: entries.filter(({ path }) => rootOf(path) === name),
  }));
  terminal.answer({ libraries, denied: lock.denied, pending }, (style) => [
    ...libraries.flatMap(({ root: name, version, entries: own }) => [
      `${style('bold', plainText(name))} ${plainText(version)}  ${style('dim', countOf(own.length, 'entry', 'entries'))}`,
      ...indent(
        layoutTable({
          headings: ['PATH', 'SIGNATURES'],
          rows: own.map(({ path, signatures }) => [plainText(path), plainText(signatures.replaceAll('\n', '; '))]),
          width: terminal.width - 2,
          heading: (text) => style('dim', text),
        }),
      ),
      '',
    ]),
    lock.denied.length === 0 ? 'You refuse none of what the packages allow.' : `You refuse: ${lock.denied.map(plainText).join(', ')}`,
    ...pending.map((one) =>
      style('yellow', `${one.package} ${one.isNew ? 'is new' : 'has changed'} and waits: syft-domain allowlist accept`),
    ),
  ]);
}

async function accept({ folder, terminal, options }: CommandContext): Promise<void> {
  await assertInitialised(folder);
  const supports = await packagesOf(folder);
  const { pending } = await checkPackages(folder, supports);
  if (pending.length === 0) {
    terminal.answer({ accepted: [] }, () => ['Nothing waits: every package is as you accepted it.']);
    return;
  }
  if (options['yes'] !== true) await confirm({ folder, terminal, options }, pending);
  const names = pending.map((one) => one.package);
  await acceptPackages(
    folder,
    supports.filter(({ name }) => names.includes(name)),
  );
  terminal.answer({ accepted: pending }, (style) => [
    ...(options['yes'] === true ? showDifferences(pending, style) : []),
    `${style('green', 'Accepted')} ${names.join(', ')}. ${NEXT_START}`,
  ]);
}

async function confirm({ terminal }: CommandContext, pending: readonly LockDifference[]): Promise<void> {
  if (terminal.json || !process.stdin.isTTY || !process.stdout.isTTY) {
    throw new SyftError('BAD_ARGUMENT', 'cannot accept packages: there is nobody to ask; say --yes');
  }
  for (const line of showDifferences(pending, (style, text) => terminal.style(style, text))) terminal.note(line);
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await prompt.question('Accept? [y/N] ');
    if (!/^y(es)?$/i.test(answer.trim())) throw new SyftError('CANCELLED', 'cannot accept packages: you did not say yes');
  } finally {
    prompt.close();
  }
}

function showDifferences(pending: readonly LockDifference[], style: Styler): readonly string[] {
  return pending.flatMap(({ package: name, isNew, added, removed, changed }) => [
    `${style('bold', plainText(name))} ${isNew ? 'is new' : 'has changed'}: ${[
      `${added.length} added`,
      ...(isNew ? [] : [`${removed.length} removed`, `${changed.length} with other signatures`]),
    ].join(', ')}`,
    ...indent([
      ...added.map((path) => style('green', `+ ${plainText(path)}`)),
      ...removed.map((path) => style('red', `- ${plainText(path)}`)),
      ...changed.map((path) => style('yellow', `~ ${plainText(path)}`)),
    ]),
    '',
  ]);
}

async function edit({ folder, terminal }: CommandContext, paths: readonly string[], refuse: boolean): Promise<void> {
  const lock = await requireLock(folder);
  const known = refuse ? Object.values(lock.packages).flatMap(({ entries }) => Object.keys(entries)) : lock.denied;
  const unknown = paths.filter((path) => !known.includes(path));
  if (unknown.length > 0) {
    const reason = refuse ? 'no accepted package allows' : 'you do not refuse';
    throw new SyftError('NOT_FOUND', `cannot edit allowlist: ${reason} ${unknown.join(', ')}`);
  }
  const denied = refuse ? [...new Set([...lock.denied, ...paths])].sort() : lock.denied.filter((path) => !paths.includes(path));
  await writeLock(folder, { ...lock, denied });
  terminal.answer({ denied }, (style) => [
    `${refuse ? style('red', 'Denied') : style('green', 'Allowed')} ${paths.join(', ')}. ${NEXT_START}`,
  ]);
}

async function requireLock(folder: string): Promise<AllowlistLock> {
  await assertInitialised(folder);
  const lock = await readLock(folder);
  if (lock === undefined) throw new SyftError('BAD_CONFIG', 'cannot read allowlist.lock: there is none; opening the domain makes it');
  return lock;
}

async function packagesOf(folder: string): Promise<readonly SupportPackage[]> {
  const { libraries } = await readConfig(folder);
  const supports = await importLibraries(libraries, folder);
  return [js as SupportPackage, ...supports.filter(({ name }) => name !== js.name)];
}

function rootOf(path: string): string {
  return path.split('.')[0] as string;
}
