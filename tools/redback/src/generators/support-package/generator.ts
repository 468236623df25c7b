import { useSources } from '../source-condition.ts';
import type { Tree } from '../tree.ts';

/** The options of `nx g @syft-libs/redback:support-package`, as `schema.json` has them. */
export interface SupportPackageSchema {
  /** Asked for at a terminal; none elsewhere. */
  readonly libraries?: string | readonly string[];
  readonly name?: string;
  readonly dir?: string;
  readonly root?: readonly string[];
  readonly version?: string;
}

/** The Nx generator: the first files in Nx's tree, the rest in the task that Nx runs after it has written them. */
export async function generateSupportPackage(tree: Tree, schema: SupportPackageSchema): Promise<() => Promise<void>> {
  useSources();
  const [{ makeSupportPackage }, { createTerminalProgress }, { interruptedLines, madeLines }, { tellInterrupted }, { typable }] =
    await Promise.all([
      import('./make-support-package.ts'),
      import('../../crawl/progress.ts'),
      import('./made-lines.ts'),
      import('../../cli/tell-interrupted.ts'),
      import('../../cli/commands-here.ts'),
    ]);
  if ([schema.libraries ?? []].flat().length === 0) {
    const example = '`pnpm nx g @syft-libs/redback:support-package my-library`';
    throw new Error(typable(`cannot make support package: no library is named, as in ${example}`));
  }
  const progress = createTerminalProgress();
  const { libraries = [], root = [], ...rest } = schema;
  const asked = { ...rest, libraries: [libraries].flat(), roots: root };
  const { prepared, fill } = await makeSupportPackage(tree, asked, { progress });
  return async () => {
    const tell = () => {
      progress.end();
      console.error(interruptedLines(prepared, { installs: true }).join('\n'));
    };
    const { plan } = await tellInterrupted(tell, fill);
    progress.end();
    console.log(madeLines(prepared, plan).join('\n'));
  };
}
