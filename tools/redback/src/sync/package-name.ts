import { isRecord, SyftError } from '@syft-libs/ast';
import type { Tree } from '../generators/tree.ts';

/** The name in a folder's package.json. Throws `BAD_CONFIG` where there is none. */
export function packageNameOf(tree: Tree): string {
  const text = tree.read('package.json', 'utf8');
  if (text === null) throw new SyftError('BAD_CONFIG', 'cannot find support package: there is no package.json in this folder; use --dir');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  if (isRecord(json) && typeof json['name'] === 'string') return json['name'];
  throw new SyftError('BAD_CONFIG', 'cannot read package.json: it is no JSON with a name');
}
