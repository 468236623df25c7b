import ts from 'typescript';
import type { Deviation, Json } from './skeleton.ts';

/** Where two documents differ: keys, their order, and values. `text` is the one that is held to `expected`. */
export function compareJson(file: string, text: string, expected: Json): readonly Deviation[] {
  const source = ts.parseJsonText(file, text);
  const at = (path: readonly string[], what: string, fix: string): Deviation => {
    return { file, line: lineOf(source, path), place: [file, path.join('.')].join('#'), text: what, fix };
  };
  const compare = (value: unknown, wanted: unknown, path: readonly string[]): readonly Deviation[] => {
    if (!isObject(value) || !isObject(wanted)) {
      if (JSON.stringify(value) === JSON.stringify(wanted)) return [];
      return [at(path, `"${path.at(-1)}" differs from its kind`, `write ${entry(path, wanted)}`)];
    }
    const keys = Object.keys(value);
    const found = Object.entries(wanted).flatMap(([key, inner]) => {
      if (Object.hasOwn(value, key)) return compare(value[key], inner, [...path, key]);
      return [at([...path, key], `there is no "${key}"`, `add ${entry([key], inner)}`)];
    });
    const extra = keys.filter((key) => !Object.hasOwn(wanted, key));
    const shared = keys.filter((key) => Object.hasOwn(wanted, key));
    const order = Object.keys(wanted).filter((key) => Object.hasOwn(value, key));
    const misplaced = shared.find((key, index) => key !== order[index]);
    return [
      ...found,
      ...extra.map((key) => at([...path, key], `"${key}" is nothing that its kind has`, `delete ${entry([key], value[key])}`)),
      ...(misplaced === undefined ? [] : [at([...path, misplaced], `"${misplaced}" is out of order`, `the order is ${order.join(', ')}`)]),
    ];
  };
  return compare(JSON.parse(text), expected, []);
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const entry = (path: readonly string[], value: unknown): string => `${JSON.stringify(path.at(-1))}: ${JSON.stringify(value)}`;

/** The line of a key, or of the nearest one around it that is there. */
function lineOf(source: ts.JsonSourceFile, path: readonly string[]): number {
  let node: ts.Expression | undefined = source.statements[0]?.expression;
  let position = 0;
  for (const key of path) {
    if (node === undefined || !ts.isObjectLiteralExpression(node)) break;
    const property: ts.PropertyAssignment | undefined = node.properties
      .filter(ts.isPropertyAssignment)
      .find(({ name }) => ts.isStringLiteral(name) && name.text === key);
    if (property === undefined) break;
    position = property.name.getStart(source);
    node = property.initializer;
  }
  return source.getLineAndCharacterOfPosition(position).line + 1;
}
