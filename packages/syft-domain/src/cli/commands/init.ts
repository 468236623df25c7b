import { access, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { SyftError } from '@syft-libs/ast';
import type { Command } from 'commander';
import { Domain } from '../../domain.ts';
import { action, type CommandContext, defineCommand, textOption } from '../command.ts';
import { CONFIG_FILE, DEFAULT_PORT, type DomainConfig, parseConfig } from '../domain-folder.ts';
import { importLibraries } from '../import-libraries.ts';
import { indent, layoutFields } from '../layout.ts';
import { whileLocked } from '../open-owner.ts';
import { plainText } from '../plain-text.ts';
import { readWhole } from '../read-number.ts';

/** `init`: makes a folder into a domain. */
export function defineInit(program: Command): void {
  defineCommand(program, 'init', 'make a domain: its folder, keys, configuration and allowlist')
    .option('--name <name>', 'what people call the domain (default: the folder’s name)')
    .option('--library <package...>', 'support packages that it may load, by package name')
    .option('--port <number>', 'where it will listen')
    .action(action(init));
}

async function init(context: CommandContext): Promise<void> {
  const { folder, terminal } = context;
  const file = join(folder, CONFIG_FILE);
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    throw new SyftError('EXISTS', `cannot initialise ${folder}: there is a domain already`);
  const config = configOf(context);
  const libraries = await importLibraries(config.libraries, folder);
  const domain = await whileLocked(() => Domain.open({ dataDir: folder, name: config.name, libraries }));
  const { key } = domain;
  await domain.close();
  // Last, so that an init that was cut short can be run again.
  await writeFile(file, `${JSON.stringify(config, null, 2)}\n`, { flag: 'wx' });
  terminal.answer({ folder, key, ...config }, (style) => [
    `Made a domain in ${style('bold', plainText(folder))}`,
    '',
    ...indent(
      layoutFields(
        [
          ['name', plainText(config.name)],
          ['key', key],
          ['libraries', ['@syft-libs/js', ...config.libraries].join(', ')],
          ['owner.key', 'decides and grants; back it up, and show it to nobody'],
        ],
        (name) => style('dim', name),
      ),
    ),
    '',
    style('dim', 'Next: syft-domain add <name> <file.csv> --schema <schema.json>, then syft-domain invite <name>'),
  ]);
}

function configOf(context: CommandContext): DomainConfig {
  const { folder, options } = context;
  const port = textOption(context, 'port');
  return parseConfig(
    JSON.stringify({
      name: textOption(context, 'name') ?? (basename(folder) || 'domain'),
      libraries: options['library'] ?? [],
      port: port === undefined ? DEFAULT_PORT : readWhole('--port', port, { lowest: 0, highest: 65_535 }),
    }),
  );
}
