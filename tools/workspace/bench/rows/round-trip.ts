import { Worker } from 'node:worker_threads';
import type { Location } from '@syft-libs/client';
import { numjs } from '@syft-libs/numjs';
import { compared, type Figure, stated } from '../measure/figure.ts';
import { alternate, callTime } from '../measure/rounds.ts';
import { startPeers } from '../peers/peers.ts';
import { startDomain } from '../subjects/remote-domain.ts';

const CALLS = 600;
/** About what one of our frames takes. */
const MESSAGE = new Uint8Array(128);

/** One call after another, each waited for, over loopback. */
export async function measure(): Promise<readonly Figure[]> {
  await using peers = await startPeers();
  await using inThread = await startDomain({ vm: 'in-thread' });
  await using onDisk = await startDomain({ vm: 'in-thread', inFolder: true });
  await using inWorker = await startDomain({ vm: 'worker' });
  const domains = { inThread: await inThread.connect(), onDisk: await onDisk.connect(), inWorker: await inWorker.connect() };
  const port = startPortEcho();
  const one = Buffer.alloc(8);
  one.writeDoubleLE(1);
  const samples = await alternate(
    {
      inThread: () => callTime(CALLS, oneCall(domains.inThread)),
      onDisk: () => callTime(CALLS, oneCall(domains.onDisk)),
      inWorker: () => callTime(CALLS, oneCall(domains.inWorker)),
      raw: () => callTime(CALLS, () => peers.raw.echo(MESSAGE)),
      capnweb: () => callTime(CALLS, () => peers.capnweb.add(1)),
      grpc: () => callTime(CALLS, () => peers.grpc.call('add', one)),
      port: () => callTime(CALLS, port.echo),
    },
    { rounds: 9 },
  );
  port.close();
  for (const location of Object.values(domains)) await location.close();
  const row = 'round trip of one readable call over WebSocket';
  const ours = { name: 'syft', samples: samples.inThread, unit: 'µs' };
  const raw = { name: 'raw ws echo', samples: samples.raw, unit: 'µs' };
  const extra = samples.inWorker.map((sample, round) => Math.max(0, sample - (samples.inThread[round] as number)));
  return [
    compared({ row, figure: 'in-thread VM ÷ raw ws echo', budget: { most: 1.3 }, banded: true }, ours, raw),
    compared({ row, figure: 'in-thread VM ÷ capnweb', budget: { most: 0.8 }, banded: true }, ours, {
      name: 'capnweb',
      samples: samples.capnweb,
      unit: 'µs',
    }),
    compared({ row, figure: 'in-thread VM ÷ gRPC', budget: { most: 0.4 }, banded: true }, ours, {
      name: 'gRPC',
      samples: samples.grpc,
      unit: 'µs',
    }),
    compared({ row, figure: 'in-thread VM, on disk ÷ raw ws echo' }, { name: 'syft', samples: samples.onDisk, unit: 'µs' }, raw),
    compared(
      { row, figure: 'worker VM: what it adds ÷ MessagePort echo', budget: { most: 1.5 }, banded: true },
      { name: 'syft', samples: extra, unit: 'µs' },
      { name: 'port echo', samples: samples.port, unit: 'µs' },
    ),
    stated({ row, figure: 'worker VM' }, { name: 'syft', samples: samples.inWorker, unit: 'µs' }),
  ];
}

function oneCall(location: Location): () => Promise<unknown> {
  const array = location.lib(numjs).zeros(10, 'float64');
  return () => array.add(1).get();
}

/** A worker that sends back what it gets: the least that a call in another thread can take. */
function startPortEcho(): { readonly echo: () => Promise<unknown>; readonly close: () => void } {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads'); parentPort.on('message', (m) => parentPort.postMessage(m));`,
    {
      eval: true,
      execArgv: [],
    },
  );
  let settle: (message: unknown) => void = () => {};
  worker.on('message', (message) => settle(message));
  const echo = (): Promise<unknown> =>
    new Promise((resolve) => {
      settle = resolve;
      worker.postMessage(MESSAGE);
    });
  return { echo, close: () => void worker.terminate() };
}
