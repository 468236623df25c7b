import type { ManifestMember } from '@syft-libs/ast';
import type { SignaturePrinter } from './signature-printer.ts';

interface ModuleNode {
  member?: ManifestMember;
  readonly children: Map<string, ModuleNode>;
}

/** The members of a library that need no receiver, nested as their paths are. */
export function printModule(members: readonly ManifestMember[], signatures: SignaturePrinter): string {
  const root: ModuleNode = { children: new Map() };
  for (const member of members) {
    let node = root;
    for (const segment of member.path.split('.').slice(1)) {
      const child: ModuleNode = node.children.get(segment) ?? { children: new Map() };
      node.children.set(segment, child);
      node = child;
    }
    node.member = member;
  }
  return printChildren(root, '  ', signatures);
}

function printChildren({ children }: ModuleNode, indent: string, signatures: SignaturePrinter): string {
  return [...children]
    .map(([name, node]) => {
      const inner = printChildren(node, `${indent}  `, signatures);
      if (node.member !== undefined) return signatures.onRemote(node.member, indent, inner);
      return `${indent}readonly ${name}: {\n${inner}${indent}};\n`;
    })
    .join('');
}
