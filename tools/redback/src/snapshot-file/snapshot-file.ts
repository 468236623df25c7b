import { createHash } from 'node:crypto';
import { isRecord, SyftError } from '@syft-libs/ast';
import { formatJson } from '../emit/format-json.ts';
import type { Snapshot } from '../surface/snapshot.ts';

/** Where a support package keeps what was observed of its libraries. */
export const CRAWL_FOLDER = 'crawl';

/** The file of one library's snapshot, relative to the support package: `crawl/mlMatrix.json`. */
export function snapshotPath(root: string): string {
  return `${CRAWL_FOLDER}/${root}.json`;
}

/** A snapshot's text, with a seal that tells whether somebody has changed it since. */
export function printSnapshot(snapshot: Snapshot): string {
  return formatJson({ ...snapshot, seal: sealOf(snapshot) });
}

/** Whether the text of a snapshot is as it was printed. */
export function isSealed(text: string, snapshot: Snapshot): boolean {
  return text.includes(`"seal": "${sealOf(snapshot)}"`);
}

function sealOf(snapshot: Snapshot): string {
  return createHash('sha256').update(JSON.stringify(snapshot)).digest('hex');
}

const LISTS = ['entryPoints', 'types', 'members'] as const;
const IDENTITY = ['name', 'version', 'root', 'digest'] as const;

/**
 * Reads a snapshot's text. `file` is what messages call it. Throws `BAD_DATA` for text that is none, or one of another format.
 * What stands inside lists is not looked at: the file is made by `crawl` alone, and sealed.
 */
export function parseSnapshot(text: string, file: string): Snapshot {
  const fail = (reason: string): never => {
    throw new SyftError('BAD_DATA', `cannot read snapshot ${file}: ${reason}`);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('it is no JSON');
  }
  if (!isRecord(value)) return fail('it is no object');
  if (value['snapshot'] !== 1) return fail('it is of another format than this RedBack reads');
  const library = value['library'];
  if (!isRecord(library) || IDENTITY.some((key) => typeof library[key] !== 'string')) fail('it does not say whose it is');
  const missing = LISTS.find((key) => !Array.isArray(value[key]));
  if (missing !== undefined) fail(`it has no ${missing}`);
  if (!isRecord(value['observer']) || typeof value['observer']['redback'] !== 'string') fail('it does not say what made it');
  const { seal: _, ...snapshot } = value;
  return snapshot as unknown as Snapshot;
}
