import { createInProcessPair, type Encoded, isSyftError, type Limits, resolveLimits } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { OutgoingTransfers } from '../../src/session/outgoing-transfers.ts';

const SIZE = 100_000;
const value: Encoded = { head: new Uint8Array(4), parts: [new Uint8Array(SIZE)] };

test('values are made while there is room for their bytes; a finished transfer makes room for the next', async () => {
  const { outgoing } = transfers({ transferBytes: 2 * SIZE });
  const begun: number[] = [];
  const get = () => outgoing.admit(SIZE, async () => void begun.push(outgoing.begin(value, 0).transfer));
  const gets = Array.from({ length: 4 }, get);
  await settled();
  expect(begun).toEqual([1, 2]);
  outgoing.credit(1, SIZE);
  await settled();
  expect(begun).toEqual([1, 2, 3]);
  outgoing.stop(2);
  await Promise.all(gets);
  expect(begun).toEqual([1, 2, 3, 4]);
});

test('values that are being made count as if they were open, and one that failed makes room again', async () => {
  const { outgoing } = transfers({ transfers: 2 });
  let making = 0;
  const { promise: broken, reject } = Promise.withResolvers<void>();
  const gets = Array.from({ length: 3 }, () =>
    outgoing.admit(SIZE, async () => {
      making++;
      await broken;
    }),
  );
  const ended = Promise.allSettled(gets);
  await settled();
  expect(making).toBe(2);
  reject(new Error('no value'));
  await ended;
  expect(making).toBe(3);
});

test('one value may be larger than the limit when nothing else is open; a small one never waits', async () => {
  const { outgoing } = transfers({ transferBytes: SIZE / 2 });
  await outgoing.admit(SIZE, async () => outgoing.begin(value, 0));
  expect(await outgoing.admit(8, async () => 'scalar')).toBe('scalar');
});

test('a transfer without credit is dropped in time, and its client is told; credit keeps one alive', async () => {
  const dropped: number[] = [];
  const { outgoing, received } = transfers({ transferIdle: 60, transfers: 2, chunkBytes: 1_000 }, (transfer) => dropped.push(transfer));
  const { transfer: idle } = outgoing.begin(value, 0);
  const { transfer: busy } = outgoing.begin(value, 0);
  for (let round = 0; round < 10; round++) {
    outgoing.credit(busy, 1_000);
    await settled(15);
  }
  expect(dropped).toEqual([idle]);
  expect(received).toHaveLength(10);
  expect(await outgoing.admit(SIZE, async () => 'room')).toBe('room');
});

test('when the connection ends, who waits for room is told so and no value is made', async () => {
  const { outgoing } = transfers({ transfers: 1 });
  outgoing.begin(value, 0);
  const waiting = outgoing.admit(SIZE, async () => expect.unreachable());
  outgoing.close();
  await expect(waiting).rejects.toSatisfy((error) => isSyftError(error) && error.code === 'CLOSED');
});

function settled(milliseconds = 5): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function transfers(limits: Partial<Limits>, dropped?: (transfer: number) => void) {
  const [ours, theirs] = createInProcessPair();
  const received: Uint8Array[] = [];
  theirs.open({ message: (bytes) => received.push(bytes), close: () => {}, drain: () => {} });
  return { outgoing: new OutgoingTransfers(ours, resolveLimits(limits), dropped), received };
}
