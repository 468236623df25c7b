import { CodecRegistry, encodeValue, TagTable } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import type { StoredObject } from '../../src/object/stored-object.ts';
import { SessionValues } from '../../src/session/session-values.ts';
import type { Vm, VmPool } from '../../src/vm/vm.ts';

const PREFIX = '00000000000000aa';
const one = encodeValue(1, { registry: new CodecRegistry(), tags: new TagTable() });

function objectOf(counter: number, readable: boolean): StoredObject {
  const origin = { kind: 'column', dataset: 'd', columns: ['x'], column: 0, mock: readable } as const;
  const type = { kind: 'ref', id: 'ast.Column' } as const;
  return { uid: `${PREFIX}:${counter}`, prefix: PREFIX, counter, type, readable, sources: [], bound: { elements: 1 }, bytes: 8, origin };
}

/** VMs that note what they were given; those told to, fail at everything. */
function recordingPool(fails: (vm: number) => boolean): VmPool & { readonly seen: string[][] } {
  const seen: string[][] = [];
  const acquire = async (): Promise<Vm> => {
    const objects: string[] = [];
    const index = seen.push(objects) - 1;
    return {
      async run(steps) {
        objects.push(...steps.map(({ object }) => object));
        const failure = fails(index) ? { failure: 'MEMORY' as const } : {};
        return { outcomes: steps.map(({ object }) => ({ object, weight: 8, ...failure })), evicted: [] };
      },
      encode: async () => one,
      forget: () => {},
      close: async () => {},
    };
  };
  return { seen, acquire, close: async () => {} };
}

test('readable and private values never meet in one VM, and what ends one says nothing of the other', async () => {
  // The first VM to be asked for serves the private object, and fails at it.
  const pool = recordingPool((vm) => vm === 0);
  const failed: string[] = [];
  const values = new SessionValues({
    vms: pool,
    prefix: PREFIX,
    secret: new Uint8Array(32),
    load: async () => one,
    loadForeign: async () => one,
    failed: ({ uid }) => failed.push(uid),
    broken: (error) => {
      throw error;
    },
  });
  const [hidden, open] = [objectOf(1, false), objectOf(2, true)];
  await expect(values.encode(hidden)).rejects.toMatchObject({ code: 'MEMORY' });
  values.add(hidden);
  values.add(open);
  expect(await values.encode(open)).toBe(one);
  expect(pool.seen).toEqual([[hidden.uid], [open.uid]]);
  expect(failed).toEqual([hidden.uid]);
  expect(open.failure).toBeUndefined();
  await values.release();
});
