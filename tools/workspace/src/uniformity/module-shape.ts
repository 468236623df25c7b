import ts from 'typescript';

/** One thing that makes up a module: what it is, and its line. */
export interface ShapePart {
  readonly name: string;
  readonly line: number;
}

/**
 * What a module is made of, as far as modules of one kind are alike: what it exports, and the calls that it stands for, with the
 * fields that they are given. `export default preset({ … })` and `conformance(numjs, …)` are such calls.
 */
export function shapeOf(text: string): readonly ShapePart[] {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const parts: ShapePart[] = [];
  const add = (name: string, node: ts.Node): void => {
    parts.push({ name, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
  };
  const addCall = (call: ts.CallExpression, hasFields: boolean): void => {
    const callee = call.expression.getText(source);
    const [first] = call.arguments;
    const subject = first === undefined || ts.isObjectLiteralExpression(first) ? '' : first.getText(source);
    add(`${callee}(${subject})`, call);
    if (!hasFields || first === undefined || !ts.isObjectLiteralExpression(first)) return;
    for (const property of first.properties) add(`${callee}: ${property.name?.getText(source) ?? property.getText(source)}`, property);
  };
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) {
      add('export default', statement);
      if (ts.isCallExpression(statement.expression)) addCall(statement.expression, false);
    } else if (ts.isExportDeclaration(statement)) addReexports(statement, add, source);
    else if (ts.isExpressionStatement(statement)) {
      const call = ts.isAwaitExpression(statement.expression) ? statement.expression.expression : statement.expression;
      if (ts.isCallExpression(call)) addCall(call, false);
    } else if (isExported(statement)) addDeclared(statement, add, addCall);
  }
  return parts;
}

function addReexports(statement: ts.ExportDeclaration, add: (name: string, node: ts.Node) => void, source: ts.SourceFile): void {
  const { exportClause, moduleSpecifier } = statement;
  if (exportClause === undefined) add(`export * from ${moduleSpecifier?.getText(source)}`, statement);
  else if (ts.isNamedExports(exportClause)) for (const { name } of exportClause.elements) add(`export ${name.text}`, statement);
  else add(`export ${exportClause.name.text}`, statement);
}

function addDeclared(
  statement: ts.Statement,
  add: (name: string, node: ts.Node) => void,
  addCall: (call: ts.CallExpression, hasFields: boolean) => void,
): void {
  if (!ts.isVariableStatement(statement)) {
    const { name } = statement as ts.DeclarationStatement;
    if (name !== undefined) add(`export ${name.getText()}`, statement);
    return;
  }
  for (const { name, initializer } of statement.declarationList.declarations) {
    add(`export ${name.getText()}`, statement);
    if (initializer !== undefined && ts.isCallExpression(initializer) && /^define[A-Z]/.test(initializer.expression.getText())) {
      addCall(initializer, true);
    }
  }
}

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}
