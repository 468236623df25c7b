import { SyftError } from '@syft-libs/ast';
import { Cage, type CageEnd, type CageLimits } from '../cage/cage.ts';
import type { CageNode } from '../cage/cage-node.ts';
import type { InstalledLibrary } from '../cage/read-grants.ts';

export interface LibraryCageOptions {
  readonly library: InstalledLibrary;
  /** The first segment of every path. */
  readonly root: string;
  readonly node?: CageNode;
  readonly namespaces?: boolean;
  readonly limits?: Partial<CageLimits>;
  /** `import`: it is not loaded by `require` as well, which takes as long again. */
  readonly only?: 'import';
  /** It is loaded with another zone and language, at another time, and with other chances: what it keeps of them shows then. */
  readonly elsewhere?: true;
}

const isSource = import.meta.url.endsWith('.ts');
const SCRIPT = new URL(isSource ? './inside/main.ts' : './crawl/runtime/inside/main.js', import.meta.url);
const OPEN_DEADLINE = 20_000;

/** A cage that waits for its library's first entry point. Throws `INTERNAL` when it does not start. */
export async function openLibraryCage({ library, root, only, ...options }: LibraryCageOptions): Promise<Cage> {
  const cage = new Cage({ script: SCRIPT, reads: library.reads, ...options });
  const answer = await cage.ask(
    'open',
    { name: library.name, from: library.from, root, only, elsewhere: options.elsewhere },
    OPEN_DEADLINE,
  );
  if (answer.kind === 'answered') return cage;
  await cage.close();
  throw new SyftError('INTERNAL', 'cannot open cage: it does not start');
}

/** How a cage ended, in a few words for the evidence. */
export function endText(end: CageEnd): string {
  switch (end.how) {
    case 'exit':
      return `ends the process with code ${end.code}`;
    case 'signal':
      // Which one it was differs with the namespaces: the first process of one is deaf to some.
      return 'crashes the process';
    case 'deadline':
      return 'does not end';
    case 'memory':
      return 'outgrows its memory';
    case 'flood':
      return 'floods the output';
    case 'forged':
      return 'writes on the channel of the cage';
    case 'closed':
      return 'was closed';
  }
}
