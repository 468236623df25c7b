import { resolve } from 'node:path';
import { type DatasetInfo, SyftError } from '@syft-libs/ast';
import type { Command } from 'commander';
import { action, type CommandContext, defineCommand, ownerAction, textOption } from '../command.ts';
import { clip, countOf, layoutFields, layoutTable } from '../layout.ts';
import { type OwnedDomain, openOwner } from '../open-owner.ts';
import { plainText } from '../plain-text.ts';
import { readWhole } from '../read-number.ts';
import { readSchema } from '../read-schema.ts';
import type { Styler } from '../terminal.ts';

/** `add` and `datasets`: what there is to compute on. */
export function defineDatasets(program: Command): void {
  defineCommand(program, 'add <name> <file>', 'add a dataset from a .csv or .json file')
    .requiredOption('--schema <file>', 'what the columns hold: a .json file in the shape of defineTable, or a module that exports one')
    .option('--description <text>', 'what it is; whoever has a grant sees it')
    .option('--mock-rows <number>', 'make a public mock of that many rows, from the schema alone')
    .option('--seed <number>', 'what the mock is drawn from', '1')
    .option('--show-cells', 'quote the cells that do not fit the schema')
    .action(action(add));
  defineCommand(program, 'datasets [name]', 'list the datasets, or the columns of one').action(ownerAction(list));
}

async function add(context: CommandContext, name: string, file: string): Promise<void> {
  const { folder, terminal, options } = context;
  const rows = textOption(context, 'mockRows');
  const mock = rows === undefined ? {} : { mockRows: readWhole('--mock-rows', rows, { lowest: 1, highest: 10_000_000 }) };
  const seed = readWhole('--seed', textOption(context, 'seed') ?? '1', { lowest: 0, highest: Number.MAX_SAFE_INTEGER });
  const schema = await readSchema(textOption(context, 'schema') as string);
  const description = textOption(context, 'description') ?? '';
  const args = { name, path: resolve(file), schema, description, seed, ...mock, showCells: options['showCells'] === true };
  const owned = await openOwner(folder);
  try {
    const added = await owned.connection.call('owner.addDataset', { args });
    terminal.answer(added, (style) => [
      `Added ${style('bold', added.name)}: ${countOf(added.rows, 'row')}, ${countOf(added.columns.length, 'column')}, ${
        added.mockRows === null ? 'no mock' : `a mock of ${countOf(added.mockRows, 'row')}`
      }`,
      style('dim', `Nobody sees it before a grant: syft-domain grant <person> ${added.name}`),
    ]);
  } finally {
    await owned.close();
  }
}

async function list({ connection, terminal }: CommandContext & OwnedDomain, name: string | undefined): Promise<void> {
  const datasets = await connection.call('datasets');
  const layout = { width: terminal.width };
  if (name === undefined) {
    terminal.answer(datasets, (style) =>
      datasets.length === 0 ? ['No datasets. Add one with syft-domain add.'] : tableOf(datasets, { ...layout, style }),
    );
    return;
  }
  const dataset = datasets.find((one) => one.name === name);
  if (dataset === undefined) throw new SyftError('NOT_FOUND', `cannot find dataset: none is named ${JSON.stringify(name)}`);
  terminal.answer(dataset, (style) => columnsOf(dataset, { ...layout, style }));
}

interface Layout {
  readonly width: number;
  readonly style: Styler;
}

function tableOf(datasets: readonly DatasetInfo[], { width, style }: Layout): readonly string[] {
  return layoutTable({
    headings: ['NAME', 'ROWS SHOWN', 'COLUMNS', 'MOCK', 'DESCRIPTION'],
    rows: datasets.map(({ name, rows, columns, mockRows, description }) => [
      name,
      rowsOf(rows),
      String(columns.length),
      mockRows === null ? '-' : countOf(mockRows, 'row'),
      plainText(description) || '-',
    ]),
    width,
    heading: (text) => style('dim', text),
  });
}

function columnsOf(dataset: DatasetInfo, { width, style }: Layout): readonly string[] {
  const facts = layoutFields(
    [
      ['rows shown', rowsOf(dataset.rows)],
      ['subject', dataset.subject === 'row' ? 'each row is about somebody else' : `column ${plainText(dataset.subject)}`],
      ['mock', dataset.mockRows === null ? 'none' : countOf(dataset.mockRows, 'row')],
    ],
    (text) => style('dim', text),
  );
  const columns = layoutTable({
    headings: ['COLUMN', 'TYPE', 'UNIT', 'MISSING', 'BOUNDS'],
    rows: dataset.columns.map(({ name, type, unit, mayBeMissing, bounds, categories }) => [
      plainText(name),
      type,
      plainText(unit ?? '-'),
      mayBeMissing ? 'may be' : 'never',
      bounds === undefined ? clip(categories?.map(plainText).join(', ') ?? '-', 120) : `${bounds[0]} to ${bounds[1]}`,
    ]),
    width,
    heading: (text) => style('dim', text),
  });
  const title = style('bold', dataset.name) + (dataset.description === '' ? '' : `: ${plainText(dataset.description)}`);
  return [title, '', ...facts, '', ...columns];
}

function rowsOf({ shown, count }: DatasetInfo['rows']): string {
  if (shown === 'hidden' || count === null) return 'hidden';
  return `${shown === 'rounded' ? 'about ' : ''}${count.toLocaleString('en-US')}`;
}
