import { formatType, type TypeAliases, TypeParser, type TypeRef } from './type-ref.ts';

/** One parameter. `public` ones set a shape, a bound, an axis, a dtype, a count, a cost or a branch. */
export interface Param {
  readonly name: string;
  readonly type: TypeRef;
  readonly optional: boolean;
  readonly rest: boolean;
  readonly public: boolean;
}

/** One way to call an entry. An overloaded entry has several; the first that fits is taken. */
export interface Signature {
  readonly params: readonly Param[];
  readonly returns: TypeRef;
  readonly async: boolean;
}

/**
 * Reads `(x: A, public axis?: number, ...rest: B[]) => R`; a rest parameter's type is its list’s.
 * An async entry returns `Promise<R>`. Throws `BAD_MANIFEST`.
 */
export function parseSignature(text: string, aliases: TypeAliases = {}): Signature {
  const parser = new TypeParser(text, aliases);
  const params: Param[] = [];
  parser.expect('(');
  while (!parser.take(')')) {
    if (params.length > 0) parser.expect(',');
    params.push(parseParam(parser));
  }
  parser.expect('=');
  parser.expect('>');
  const async = parser.take('Promise');
  if (async) parser.expect('<');
  const returns = parser.union();
  if (async) parser.expect('>');
  parser.end();
  return { params, returns, async };
}

function parseParam(parser: TypeParser): Param {
  const rest = parser.take('.');
  if (rest) {
    parser.expect('.');
    parser.expect('.');
  }
  const first = parser.next();
  const isPublic = first === 'public' && /^[A-Za-z_$]/.test(parser.peek());
  const name = isPublic ? parser.next() : first;
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) parser.fail('expected a parameter name');
  const optional = parser.take('?');
  parser.expect(':');
  return { name, type: parser.union(), optional, rest, public: isPublic };
}

/** What the argument at a position has to fit; an item's type where a rest parameter takes it. `undefined` beyond the last one. */
export function argumentType({ params }: Signature, index: number): TypeRef | undefined {
  const param = params[Math.min(index, params.length - 1)];
  if (param?.rest !== true) return index < params.length ? param?.type : undefined;
  return param.type.kind === 'list' ? param.type.of : param.type;
}

/** The canonical text of a signature: two sides agree on an entry when their texts are equal. */
export function formatSignature(signature: Signature): string {
  const params = signature.params.map(
    (param) =>
      `${param.rest ? '...' : ''}${param.public ? 'public ' : ''}${param.name}${param.optional ? '?' : ''}: ${formatType(param.type)}`,
  );
  const returns = formatType(signature.returns);
  return `(${params.join(', ')}) => ${signature.async ? `Promise<${returns}>` : returns}`;
}
