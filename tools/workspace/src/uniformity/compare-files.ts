import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstDifference } from '../../../redback/src/sync/finding.ts';
import { shapeOf } from './module-shape.ts';
import type { Deviation, Skeleton } from './skeleton.ts';

/** What stands in a package's folder, and is nobody's to keep. */
const NOT_KEPT = ['node_modules', 'dist', 'coverage'];

/** Where the files of the package in `folder` are not as its kind has them. */
export function compareFiles(folder: string, skeleton: Skeleton): readonly Deviation[] {
  const { texts, shapes, files, mostSources } = skeleton;
  return [
    ...[...files, ...Object.keys(texts), ...Object.keys(shapes)].flatMap((file) => missingFile(folder, file, skeleton)),
    ...Object.entries(texts).flatMap(([file, text]) => compareText(folder, file, text)),
    ...Object.entries(shapes).flatMap(([file, text]) => compareShape(folder, file, text)),
    ...otherFiles(folder, skeleton),
    ...(mostSources === undefined ? [] : countSources(folder, mostSources)),
  ];
}

function missingFile(folder: string, file: string, { restore, texts }: Skeleton): readonly Deviation[] {
  if (existsSync(join(folder, file))) return [];
  const text = texts[file];
  const fix = restore ?? (text === undefined ? 'write it as the other packages of its kind have it' : `write ${JSON.stringify(text)}`);
  return [{ file, line: 1, place: file, text: 'every package of its kind has this file', fix }];
}

function compareText(folder: string, file: string, expected: string): readonly Deviation[] {
  if (!existsSync(join(folder, file))) return [];
  const line = firstDifference(readFileSync(join(folder, file), 'utf8'), expected);
  if (line === undefined) return [];
  const wanted = expected.split('\n').slice(0, -1)[line - 1];
  const fix = wanted === undefined ? 'the file ends before this line' : `write ${wanted}`;
  return [{ file, line, place: file, text: 'the file differs from that of its kind', fix }];
}

function compareShape(folder: string, file: string, expected: string): readonly Deviation[] {
  if (!existsSync(join(folder, file))) return [];
  const parts = shapeOf(readFileSync(join(folder, file), 'utf8'));
  const wanted = shapeOf(expected).map(({ name }) => name);
  const names = parts.map(({ name }) => name);
  const at = (line: number, name: string, text: string, fix: string): Deviation => ({ file, line, place: `${file}#${name}`, text, fix });
  const order = wanted.filter((name) => names.includes(name));
  const misplaced = parts.filter(({ name }) => wanted.includes(name)).find(({ name }, index) => name !== order[index]);
  return [
    ...wanted
      .filter((name) => !names.includes(name))
      .map((name) => at(1, name, `there is no \`${name}\``, `add it: ${lineWith(expected, name)}`)),
    ...parts
      .filter(({ name }) => !wanted.includes(name))
      .map(({ name, line }) => at(line, name, `\`${name}\` is nothing that its kind has`, 'move it to a file of its own, or delete it')),
    ...(misplaced === undefined
      ? []
      : [at(misplaced.line, misplaced.name, `\`${misplaced.name}\` is out of order`, `the order is ${order.join(', ')}`)]),
  ];
}

/** The line of a template that a part of its shape stands in. */
function lineWith(template: string, name: string): string {
  const line = shapeOf(template).find((part) => part.name === name)?.line ?? 1;
  return (template.split('\n')[line - 1] ?? '').trim();
}

function otherFiles(folder: string, { files, texts, shapes, mayHave }: Skeleton): readonly Deviation[] {
  const known = new Set([...files, ...Object.keys(texts), ...Object.keys(shapes)].map((file) => file.split('/')[0]));
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !known.has(name) && !mayHave.includes(name) && !NOT_KEPT.includes(name) && !name.startsWith('.'))
    .map((found) => {
      const file = found.isDirectory() ? `${found.name}/` : found.name;
      return { file, line: 1, place: file, text: 'no other package of its kind has this', fix: 'move it into src/ or test/, or delete it' };
    });
}

function countSources(folder: string, most: number): readonly Deviation[] {
  const sources = globSync('src/**/*.ts', { cwd: folder }).filter((file) => !/(^|\/)gen\//.test(file));
  if (sources.length <= most) return [];
  const text = `${sources.length} hand-written source files, at most ${most}`;
  return [{ file: 'src/', line: 1, place: 'src/', text, fix: 'let RedBack generate more, or move what others may need to @syft-libs/ast' }];
}
