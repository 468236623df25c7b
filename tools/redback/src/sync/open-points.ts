import type { Tree } from '../generators/tree.ts';
import type { DecidedMember, OpenPoint, PackagePlan } from '../surface/package-plan.ts';

/** What a person who allowed a member has not seen to yet. */
export interface DecisionNote {
  readonly code: OpenPoint;
  readonly path: string;
  readonly text: string;
}

const PLACES: Readonly<Record<OpenPoint, { readonly folder: string; readonly text: (path: string) => string }>> = {
  'no-cost': {
    folder: 'src',
    text: (path) =>
      `allowed by your word, and nothing bounds what a call costs: write it in src/support.ts, costs: { ...costs, '${path}': … }`,
  },
  'no-cases': {
    folder: 'test',
    text: (path) =>
      `allowed by your word, and no call that was seen fits its signatures: test/conformance.test.ts needs some that work, cases: { ...cases, '${path}': [[…]] }`,
  },
};

/**
 * What is left to do for members that a person allowed. A cost counts as written where a file of `src/` that is not generated names the
 * member, cases where one of `test/` does; nothing is loaded to see it.
 */
export function openPoints({ libraries }: PackagePlan, tree: Tree): readonly DecisionNote[] {
  const texts = new Map(Object.values(PLACES).map(({ folder }) => [folder, handwritten(tree, folder).join('\n')]));
  const members = libraries.flatMap(({ outcomes = [] }) => outcomes.flatMap((outcome) => outcome.members));
  return members.flatMap(({ path, open }: DecidedMember) =>
    open.flatMap((code): readonly DecisionNote[] => {
      const { folder, text } = PLACES[code];
      return names(texts.get(folder) ?? '', path) ? [] : [{ code, path, text: text(path) }];
    }),
  );
}

/** Whether a text speaks of a member, by its path below the root or by its own name. */
function names(text: string, path: string): boolean {
  const own = path.slice(path.lastIndexOf('.') + 1);
  return new RegExp(`(?<![\\w$])${own.replaceAll('$', '\\$')}(?![\\w$])`).test(text);
}

function handwritten(tree: Tree, folder: string): readonly string[] {
  return tree.children(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (!tree.isFile(path)) return name === 'gen' ? [] : handwritten(tree, path);
    return name.endsWith('.ts') ? [tree.read(path, 'utf8') ?? ''] : [];
  });
}
