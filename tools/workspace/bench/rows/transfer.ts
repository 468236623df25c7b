import type { Location } from '@syft-libs/client';
import { compared, type Figure, stated } from '../measure/figure.ts';
import { type Resident, readMemory, settleMemory } from '../measure/memory.ts';
import { alternate, timed } from '../measure/rounds.ts';
import { startPeers } from '../peers/peers.ts';
import { type RemoteDomain, startDomain } from '../subjects/remote-domain.ts';
import { sampleColumn } from '../subjects/sample-column.ts';

const LENGTH = 10_000_000;
const BYTES = LENGTH * 8;

/** An array of 80 MB to the other process and back, and the memory that this takes. */
export async function measure(): Promise<readonly Figure[]> {
  return [...(await measureMemory()), ...(await measureTime())];
}

async function measureTime(): Promise<readonly Figure[]> {
  const array = sampleColumn(LENGTH, 1);
  const bytes = new Uint8Array(array.buffer);
  await using peers = await startPeers();
  await using inMemory = await startDomain({ vm: 'in-thread' });
  await using onDisk = await startDomain({ vm: 'in-thread', inFolder: true });
  await using inWorker = await startDomain({ vm: 'worker', inFolder: true });
  const connections = { inMemory: await inMemory.connect(), onDisk: await onDisk.connect(), inWorker: await inWorker.connect() };
  const samples = await alternate(
    {
      inMemory: () => timed(() => thereAndBack(connections.inMemory, array)),
      onDisk: () => timed(() => thereAndBack(connections.onDisk, array)),
      inWorker: () => timed(() => thereAndBack(connections.inWorker, array)),
      raw: () => timed(() => peers.raw.echo(bytes)),
      capnweb: () => timed(() => peers.capnweb.echo(bytes as never)),
      grpc: () => timed(() => peers.grpc.call('echo', Buffer.from(bytes.buffer))),
    },
    { rounds: 5, warmUp: 1 },
  );
  for (const location of Object.values(connections)) await location.close();
  const row = '80 MB array over WebSocket, there and back';
  const speeds = (times: readonly number[]) => ({ samples: times.map((time) => (2 * BYTES) / 1e6 / (time / 1000)), unit: 'MB/s' });
  const ours = { name: 'syft', ...speeds(samples.inMemory) };
  const raw = { name: 'raw ws', ...speeds(samples.raw) };
  return [
    compared({ row, figure: 'domain in memory ÷ raw ws', budget: { least: 0.9 }, banded: true }, ours, raw),
    compared({ row, figure: 'domain in memory ÷ capnweb', budget: { least: 3 }, banded: true }, ours, {
      name: 'capnweb',
      ...speeds(samples.capnweb),
    }),
    compared({ row, figure: 'domain in memory ÷ gRPC', budget: { least: 1.3 }, banded: true }, ours, {
      name: 'gRPC',
      ...speeds(samples.grpc),
    }),
    compared({ row, figure: 'domain on disk, durable ÷ raw ws' }, { name: 'syft', ...speeds(samples.onDisk) }, raw),
    compared({ row, figure: 'domain on disk, worker VM ÷ raw ws' }, { name: 'syft', ...speeds(samples.inWorker) }, raw),
  ];
}

async function thereAndBack(location: Location, array: Float64Array): Promise<void> {
  const pointer = await location.upload(array);
  const back = (await pointer.get()) as Float64Array;
  if (back.length !== array.length || back[back.length - 1] !== array[array.length - 1]) throw new Error('the array came back changed');
  await pointer.delete();
}

/** Peaks above what each process had before the first array was there. Every process's own array counts. */
async function measureMemory(): Promise<readonly Figure[]> {
  await using domain = await startDomain({ vm: 'in-thread', inFolder: true });
  const location = await domain.connect();
  await thereAndBack(location, sampleColumn(200_000, 1));
  const idle = { client: await settleMemory(), domain: await domain.server.ask<Resident>('settleMemory') };
  const upload: Peaks = { client: [], domain: [] };
  const download: Peaks = { client: [], domain: [] };
  for (let round = 0; round < 5; round++) {
    const pointer = await watched({ domain, idle, peaks: upload }, () => location.upload(sampleColumn(LENGTH, round)));
    await watched({ domain, idle, peaks: download }, () => pointer.get());
    await pointer.delete();
  }
  await location.close();
  const row = 'peak memory of an 80 MB transfer ÷ the array';
  const budget = { most: 1.25 };
  return (
    [
      ['upload, client', upload.client],
      ['upload, domain', upload.domain],
      ['download, client', download.client],
      ['download, domain', download.domain],
    ] as const
  ).map(([figure, samples]) => stated({ row, figure, budget }, { name: 'syft', samples, unit: '×' }));
}

interface Peaks {
  readonly client: number[];
  readonly domain: number[];
}

interface Watch {
  readonly domain: RemoteDomain;
  readonly idle: { readonly client: Resident; readonly domain: Resident };
  readonly peaks: Peaks;
}

async function watched<T>({ domain, idle, peaks }: Watch, task: () => Promise<T>): Promise<T> {
  await settleMemory();
  await domain.server.ask('settleMemory');
  const result = await task();
  peaks.client.push((readMemory().peak - idle.client.now) / BYTES);
  peaks.domain.push(((await domain.server.ask<Resident>('readMemory')).peak - idle.domain.now) / BYTES);
  return result;
}
