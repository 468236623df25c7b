import { connect, type Location } from '@syft-libs/client';
import { Domain } from '@syft-libs/domain';
import { type NumjsRemote, numjs } from '@syft-libs/numjs';
import { compared, type Figure, stated } from '../measure/figure.ts';
import { alternate, timed } from '../measure/rounds.ts';
import { direct, directChain } from '../subjects/direct-numjs.ts';
import { type HandRemote, hand } from '../subjects/hand-wired.ts';
import { createIdentity } from '../subjects/remote-domain.ts';

const LENGTH = 10_000;

/** Client, domain and numjs in one thread, with real frames between them, and everything in memory. */
export async function measure(): Promise<readonly Figure[]> {
  await using domain = await Domain.open({ libraries: [numjs, hand], vm: 'in-thread', limits: { vmIdle: 1, sessionIdle: 1 } });
  const identity = await createIdentity((await domain.invite({ name: 'scientist' })).invitation);
  const open = (): Promise<Location> => connect(domain.connectInProcess(), { identity, libraries: [numjs, hand] });
  // A session for each reading, forgotten when it ends: none pays for what another left behind.
  const perCall = async (chain: (location: Location) => { get(): Promise<unknown> }): Promise<number> => {
    const location = await open();
    const time = await timed(() => chain(location).get());
    await location.close();
    return (time / LENGTH) * 1000;
  };
  const samples = await alternate(
    {
      syft: () => perCall((location) => chainOf(location.lib(numjs))),
      function: () => perCall((location) => functionChain(location.lib(numjs))),
      hand: () => perCall((location) => handChain(location.lib(numjs), location.lib(hand))),
      direct: async () => (await timed(() => directChain(LENGTH, direct.zeros(10, 'float64')))) * (1000 / LENGTH),
    },
    { rounds: 9 },
  );
  const beyond = samples.syft.map((sample, round) => sample - (samples.direct[round] as number));
  const row = 'in-process call, rights and provenance included';
  return [
    stated({ row, figure: `add of 10 elements, beyond numjs itself`, budget: { most: 8 } }, { name: 'syft', samples: beyond, unit: 'µs' }),
    compared(
      { row, figure: 'the whole call ÷ numjs directly' },
      { name: 'syft', samples: samples.syft, unit: 'µs' },
      { name: 'numjs', samples: samples.direct, unit: 'µs' },
    ),
    compared(
      {
        row: 'generated package ÷ handler wired in by hand',
        figure: 'add of 10 elements, in-process',
        budget: { most: 1.05 },
        banded: true,
      },
      { name: 'generated', samples: samples.function, unit: 'µs' },
      { name: 'by hand', samples: samples.hand, unit: 'µs' },
    ),
  ];
}

function chainOf(nj: NumjsRemote): { get(): Promise<unknown> } {
  let array = nj.zeros(10, 'float64');
  for (let index = 0; index < LENGTH; index++) array = array.add(1);
  return array;
}

function functionChain(nj: NumjsRemote): { get(): Promise<unknown> } {
  let array = nj.zeros(10, 'float64');
  for (let index = 0; index < LENGTH; index++) array = nj.add(array, 1);
  return array;
}

function handChain(nj: NumjsRemote, { add }: HandRemote): { get(): Promise<unknown> } {
  let array = nj.zeros(10, 'float64');
  for (let index = 0; index < LENGTH; index++) array = add(array, 1);
  return array;
}
