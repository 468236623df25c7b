import { useSources } from '../source-condition.ts';
import type { Tree } from '../tree.ts';

/** The options of `nx g @syft-libs/redback:support-package`, as `schema.json` has them. */
export interface SupportPackageSchema {
  readonly libraries: string | readonly string[];
  readonly name?: string;
  readonly dir?: string;
  readonly root?: readonly string[];
  readonly version?: string;
}

/** The Nx generator: the first files in Nx's tree, the rest in the task that Nx runs after it has written them. */
export async function generateSupportPackage(tree: Tree, schema: SupportPackageSchema): Promise<() => Promise<void>> {
  useSources();
  const [{ makeSupportPackage }, { createTerminalProgress }] = await Promise.all([
    import('./make-support-package.ts'),
    import('../../crawl/progress.ts'),
  ]);
  const progress = createTerminalProgress();
  const { libraries, root = [], ...rest } = schema;
  const asked = { ...rest, libraries: [libraries].flat(), roots: root };
  const { prepared, fill } = await makeSupportPackage(tree, asked, { progress });
  return async () => {
    const { plan } = await fill();
    progress.end();
    const { madeLines } = await import('./made-lines.ts');
    console.log(madeLines(prepared, plan).join('\n'));
  };
}
