// What a function's text says of variables that it does not declare itself: they outlive its calls.
import ts from 'typescript';

/** Names of methods that change what they are called on, and how many arguments such a call has at least and at most. */
const CHANGING: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['set', [2, 2]],
  ['add', [1, 1]],
  ['delete', [1, 1]],
  ['clear', [0, 0]],
  ['push', [1, Number.POSITIVE_INFINITY]],
  ['unshift', [1, Number.POSITIVE_INFINITY]],
  ['splice', [1, Number.POSITIVE_INFINITY]],
  ['pop', [0, 0]],
  ['shift', [0, 0]],
  ['fill', [1, 1]],
  ['copyWithin', [2, 3]],
  ['reverse', [0, 0]],
  ['sort', [0, 0]],
]);
/** Functions of `Object` and `Reflect` that change their first argument. */
const CHANGING_FIRST = new Set(['assign', 'defineProperty', 'defineProperties', 'setPrototypeOf', 'set', 'deleteProperty']);
const WRAPPERS: readonly (readonly [before: string, after: string])[] = [
  ['(', '\n)'],
  ['({', '\n})'],
  ['(class {', '\n})'],
];

/**
 * Whether the text of a function or class writes to a variable that it does not declare, or changes what such a variable holds:
 * an assignment, or a call of a method that changes lists, maps and sets. What it merely reads does not count. A text that cannot
 * be read counts as one that does.
 */
export function writesOuterState(source: string): boolean {
  if (source === '' || /\{\s*\[native code\]\s*\}\s*$/.test(source)) return false;
  const file = parse(source);
  if (file === undefined) return true;
  const scopes = new Map<ts.Node, Map<string, ts.Expression | null>>();
  declareAll(file, scopes);
  return hasWrite(file, scopes);
}

/**
 * Whether the text of a method writes to the instance that it is called on: to a field of it, a private one too, by a method that
 * changes lists, maps and sets, or by a `set` of its own. A text that cannot be read counts as one that does not: it is outer state already.
 */
export function writesReceiver(source: string): boolean {
  const file = parse(source);
  return file !== undefined && hasReceiverWrite(file);
}

function hasReceiverWrite(node: ts.Node): boolean {
  const isWrite = writtenBy(node).some(isOfReceiver) || changedBy(node).some(isOfReceiver) || setsReceiver(node);
  return isWrite || (ts.forEachChild(node, (child) => hasReceiverWrite(child) || undefined) ?? false);
}

function isOfReceiver(target: ts.Expression): boolean {
  let at = target;
  while (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at) || ts.isParenthesizedExpression(at)) at = at.expression;
  return at.kind === ts.SyntaxKind.ThisKeyword;
}

/** `this.set(row, column, value)`, with however many places. */
function setsReceiver(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression: object, name } = node.expression;
  return name.text === 'set' && object.kind === ts.SyntaxKind.ThisKeyword;
}

type Scopes = ReadonlyMap<ts.Node, ReadonlyMap<string, ts.Expression | null>>;

/** A method's text stands by itself neither as an expression nor as a statement. */
function parse(source: string): ts.SourceFile | undefined {
  for (const [before, after] of WRAPPERS) {
    const file = ts.createSourceFile('member.js', before + source + after, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
    const { parseDiagnostics } = file as unknown as { readonly parseDiagnostics: readonly ts.Diagnostic[] };
    if (parseDiagnostics.length === 0) return file;
  }
  return undefined;
}

function isScope(node: ts.Node): boolean {
  return (
    ts.isFunctionLike(node) || ts.isBlock(node) || ts.isCatchClause(node) || ts.isCaseBlock(node) || isLoop(node) || ts.isClassLike(node)
  );
}

function isLoop(node: ts.Node): boolean {
  return ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node);
}

/** Each name at the scope in which it is known, with what a variable is made of where that is told. */
function declareAll(file: ts.SourceFile, scopes: Map<ts.Node, Map<string, ts.Expression | null>>): void {
  const declare = (from: ts.Node, name: string, { isHoisted = false, value = null as ts.Expression | null }) => {
    let scope: ts.Node = from;
    while (!ts.isSourceFile(scope) && !(isHoisted ? ts.isFunctionLike(scope) : isScope(scope))) scope = scope.parent;
    const names = scopes.get(scope) ?? new Map<string, ts.Expression | null>();
    scopes.set(scope, names.set(name, value));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isVariableDeclarationList(node.parent)) {
      const isHoisted = (node.parent.flags & ts.NodeFlags.BlockScoped) === 0;
      for (const name of namesIn(node.name)) declare(node.parent, name, { isHoisted, value: node.initializer ?? null });
    } else if (ts.isVariableDeclaration(node) || ts.isParameter(node)) {
      for (const name of namesIn(node.name)) declare(node.parent, name, {});
    } else if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name !== undefined) {
      declare(node.parent, node.name.text, {});
    } else if ((ts.isFunctionExpression(node) || ts.isClassExpression(node)) && node.name !== undefined) {
      declare(node, node.name.text, {});
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function namesIn(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

function hasWrite(node: ts.Node, scopes: Scopes): boolean {
  const isWrite =
    writtenBy(node).some((target) => isOuter(target, scopes)) || changedBy(node).some((changed) => holdsOuter(changed, scopes));
  return isWrite || (ts.forEachChild(node, (child) => hasWrite(child, scopes) || undefined) ?? false);
}

/** What an expression or a loop assigns to. */
function writtenBy(node: ts.Node): readonly ts.Expression[] {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment) {
    return node.operatorToken.kind <= ts.SyntaxKind.LastAssignment ? targetsIn(node.left) : [];
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const { operator, operand } = node;
    return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken ? targetsIn(operand) : [];
  }
  if (ts.isDeleteExpression(node)) return targetsIn(node.expression);
  if ((ts.isForInStatement(node) || ts.isForOfStatement(node)) && !ts.isVariableDeclarationList(node.initializer)) {
    return targetsIn(node.initializer);
  }
  return [];
}

function targetsIn(target: ts.Expression): readonly ts.Expression[] {
  if (ts.isParenthesizedExpression(target) || ts.isSpreadElement(target)) return targetsIn(target.expression);
  if (ts.isArrayLiteralExpression(target)) return target.elements.flatMap(targetsIn);
  if (ts.isBinaryExpression(target)) return targetsIn(target.left);
  if (!ts.isObjectLiteralExpression(target)) return [target];
  return target.properties.flatMap((property) => {
    if (ts.isPropertyAssignment(property)) return targetsIn(property.initializer);
    if (ts.isShorthandPropertyAssignment(property)) return [property.name];
    return ts.isSpreadAssignment(property) ? targetsIn(property.expression) : [];
  });
}

/** What a call changes without assigning to it. */
function changedBy(node: ts.Node): readonly ts.Expression[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression: object, name } = node.expression;
  const [first] = node.arguments;
  const bounds = CHANGING.get(name.text);
  const isFirst = ts.isIdentifier(object) && (object.text === 'Object' || object.text === 'Reflect') && CHANGING_FIRST.has(name.text);
  const isBorrowed =
    (name.text === 'call' || name.text === 'apply') && ts.isPropertyAccessExpression(object) && CHANGING.has(object.name.text);
  if (isFirst || isBorrowed) return first === undefined ? [] : [first];
  return bounds !== undefined && node.arguments.length >= bounds[0] && node.arguments.length <= bounds[1] ? [object] : [];
}

/** A variable that is written itself, or a part of what it holds. */
function isOuter(target: ts.Expression, scopes: Scopes): boolean {
  return ts.isIdentifier(target) ? find(target, scopes) === undefined : holdsOuter(target, scopes);
}

const FOLLOWED = 4;

/** An outer variable, a part of one, or a local name for either. */
function holdsOuter(expression: ts.Expression, scopes: Scopes, left = FOLLOWED): boolean {
  let at = expression;
  while (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at) || ts.isParenthesizedExpression(at)) at = at.expression;
  if (!ts.isIdentifier(at) || at.text === 'arguments') return false;
  const value = find(at, scopes);
  return value === undefined || (value !== null && left > 0 && holdsOuter(value, scopes, left - 1));
}

/** What a name was declared with: `undefined` for one that is not declared here. */
function find(name: ts.Identifier, scopes: Scopes): ts.Expression | null | undefined {
  for (let at: ts.Node | undefined = name; at !== undefined; at = at.parent) {
    const known = scopes.get(at)?.get(name.text);
    if (known !== undefined) return known;
  }
  return undefined;
}
