// A library that needs a rule of its own has it in its own package. What all packages share, RedBack above all, knows no library by name:
// a special case there would make one library work, and hide that the next one does not.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { isSupport, isTestFile } from './dependency-direction.ts';
import type { Problem, WorkspacePackage } from './workspace.ts';

/** The names by which code could know the libraries of a support package: those on npm, and the roots of their paths. */
export function libraryNames(pkg: WorkspacePackage, root: string): readonly string[] {
  const file = join(root, pkg.dir, 'manifest.json');
  if (!existsSync(file)) return [];
  const { libraries } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly libraries: readonly { readonly name: string; readonly root: string }[];
  };
  return libraries.flatMap(({ name, root: first }) => [name, first]);
}

/** Names each place in shared code, comments apart, where a supported library is named. */
export function checkSpecialCases(pkg: WorkspacePackage, file: string, text: string, names: readonly string[]): readonly Problem[] {
  if (!isShared(pkg) || isTestFile(file) || names.length === 0) return [];
  const known = new RegExp(`(?<![a-z0-9])(?:${[...new Set(names)].map(RegExp.escape).join('|')})(?![a-z0-9])`, 'i');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const problems: Problem[] = [];
  const visit = (node: ts.Node): void => {
    const found = isWord(node) ? known.exec(node.text) : null;
    if (found !== null) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      const fix = 'make it a rule about what the library does, or a decision in the support.config.ts of its own package';
      problems.push({ file, line, text: `shared code names the library ${found[0]}`, fix });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

function isShared(pkg: WorkspacePackage): boolean {
  return pkg.dir === 'tools/redback' || (pkg.dir.startsWith('packages/') && !isSupport(pkg));
}

function isWord(node: ts.Node): node is ts.Identifier | ts.StringLiteralLike | ts.TemplateLiteralLikeNode {
  return ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}
