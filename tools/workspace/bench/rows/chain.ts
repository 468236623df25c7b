import type { Location } from '@syft-libs/client';
import { numjs } from '@syft-libs/numjs';
import { compared, type Figure, stated } from '../measure/figure.ts';
import { alternate, timed } from '../measure/rounds.ts';
import { type Peers, startPeers } from '../peers/peers.ts';
import { direct, directChain } from '../subjects/direct-numjs.ts';
import { type RemoteDomain, startDomain } from '../subjects/remote-domain.ts';

const LONG = 10_000;
const SHORT = 100;
/** capnweb's chains grow worse than linearly: a tenth of the length is in its favour. */
const CAPNWEB = 1_000;
const MESSAGE = new Uint8Array(32);

/** Calls that each depend on the one before, sent without waiting; the last result is fetched. Calls a second. */
export async function measure(): Promise<readonly Figure[]> {
  await using peers = await startPeers();
  await using inThread = await startDomain({ vm: 'in-thread' });
  await using onDisk = await startDomain({ vm: 'in-thread', inFolder: true });
  await using inWorker = await startDomain({ vm: 'worker' });
  const samples = await alternate(
    {
      inThread: () => longChain(inThread),
      short: () => shortChains(inThread),
      onDisk: () => longChain(onDisk),
      inWorker: () => longChain(inWorker),
      raw: () => rate(LONG, () => peers.raw.flood(LONG, MESSAGE)),
      capnweb: () => rate(CAPNWEB, () => capnwebChain(peers)),
      direct: () => rate(LONG, () => directChain(LONG, direct.zeros(10, 'float64'))),
    },
    { rounds: 9 },
  );
  const row = 'chain of 10,000 dependent calls over WebSocket, accepted and run';
  const unit = 'ops/s';
  const ours = { name: 'syft', samples: samples.inThread, unit };
  const raw = { name: 'raw ws echoes', samples: samples.raw, unit };
  return [
    compared({ row, figure: 'in-thread VM ÷ raw echoes', budget: { least: 1 }, banded: true }, ours, raw),
    compared({ row, figure: 'in-thread VM ÷ capnweb (chain of 1,000)', budget: { least: 10 }, banded: true }, ours, {
      name: 'capnweb',
      samples: samples.capnweb,
      unit,
    }),
    compared({ row, figure: 'in-thread VM ÷ numjs directly (aim 0.5)', budget: { least: 0.3 }, banded: true }, ours, {
      name: 'numjs',
      samples: samples.direct,
      unit,
    }),
    compared({ row, figure: 'in-thread VM, on disk ÷ raw echoes' }, { name: 'syft', samples: samples.onDisk, unit }, raw),
    compared({ row, figure: 'worker VM ÷ raw echoes' }, { name: 'syft', samples: samples.inWorker, unit }, raw),
    compared(
      { row, figure: 'cost a call ÷ in a chain of 100', budget: { most: 1 }, banded: true },
      { name: 'of 10,000', samples: samples.inThread.map(perCall), unit: 'µs' },
      { name: 'of 100', samples: samples.short.map(perCall), unit: 'µs' },
    ),
    stated({ row, figure: 'chain of 100' }, { name: 'syft', samples: samples.short, unit }),
  ];
}

const perCall = (operations: number): number => 1e6 / operations;

async function rate(count: number, task: () => unknown): Promise<number> {
  return count / ((await timed(task)) / 1000);
}

/** A session for each reading, so that none pays for what another left behind. */
async function withSession(domain: RemoteDomain, use: (location: Location) => Promise<number>): Promise<number> {
  const location = await domain.connect();
  await location.lib(numjs).zeros(10, 'float64').add(1).get();
  const reading = await use(location);
  await location.close();
  return reading;
}

function longChain(domain: RemoteDomain): Promise<number> {
  return withSession(domain, (location) => rate(LONG, () => chain(location, LONG)));
}

function shortChains(domain: RemoteDomain): Promise<number> {
  return withSession(domain, (location) =>
    rate(LONG, async () => {
      for (let index = 0; index < LONG / SHORT; index++) await chain(location, SHORT);
    }),
  );
}

function chain(location: Location, length: number): Promise<unknown> {
  let array = location.lib(numjs).zeros(10, 'float64');
  for (let index = 0; index < length; index++) array = array.add(1);
  return array.get();
}

async function capnwebChain({ capnweb }: Peers): Promise<unknown> {
  let array = capnweb.start();
  for (let index = 0; index < CAPNWEB; index++) array = array.add(1) as never;
  return array.values();
}
