// Who could have written what is about to be run. The code of a support package runs with all the rights of the program, though the
// program may never import it: so it comes from nobody who could not have written the program as well.
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Why something is left out, and what to do about it. */
export interface Refusal {
  readonly reason: string;
  readonly todo: string;
}

const OTHERS_WRITE = 0o002;
/** The bit by which only the owner of a file in a folder may replace it. */
const STICKY = 0o1000;

/**
 * Why one of the paths may be the work of somebody who could not have written what is in the folder `trusted`: it belongs neither to that
 * folder's owner, nor to root, nor to who runs this process; or everybody may write to it. A group may: where the umask is 002 each user
 * has one. Where everybody may replace what is in `trusted` itself, that everybody may write says nothing. Windows has no such owners:
 * there it is `undefined`, as where all is well.
 */
export function refuseStrangers(paths: Iterable<string>, trusted: string): Refusal | undefined {
  const self = process.getuid?.();
  if (self === undefined) return undefined;
  try {
    const { uid: owner, mode } = statSync(trusted);
    const isOpen = (mode & (OTHERS_WRITE | STICKY)) === OTHERS_WRITE;
    for (const path of paths) {
      const found = statSync(path);
      if (![0, self, owner].includes(found.uid)) return refuseOwner(path, found.uid, trusted, owner);
      if (!isOpen && (found.mode & OTHERS_WRITE) !== 0) return refuseMode(path);
    }
    return undefined;
  } catch {
    return { reason: `who owns it cannot be seen from ${trusted}`, todo: 'make it readable, or install it again' };
  }
}

/** Of a package, the outermost first: the folders from its `node_modules` on, in which it could be replaced, its own, and its package.json. */
export function writablePlacesOf(dir: string): readonly string[] {
  const places = [dir, join(dir, 'package.json')];
  if (!dir.includes('/node_modules/')) return places;
  for (let at = dirname(dir); ; at = dirname(at)) {
    places.unshift(at);
    if (at.endsWith('/node_modules')) return places;
  }
}

function refuseOwner(path: string, uid: number, trusted: string, owner: number): Refusal {
  return {
    reason: `${path} belongs to user ${uid}, and ${trusted} to user ${owner}`,
    todo: `remove it unless you know who put it there; if you trust it, make it yours: chown -R ${owner} ${path}`,
  };
}

function refuseMode(path: string): Refusal {
  return { reason: `everybody may write to ${path}`, todo: `see that nobody has changed it, then chmod o-w ${path}` };
}
