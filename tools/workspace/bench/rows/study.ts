import type { Columns, Location } from '@syft-libs/client';
import { numjs } from '@syft-libs/numjs';
import { compared, type Figure } from '../measure/figure.ts';
import { alternate, timed } from '../measure/rounds.ts';
import { type DirectArray, direct } from '../subjects/direct-numjs.ts';
import { type RemoteDomain, startDomain } from '../subjects/remote-domain.ts';
import { sampleColumn } from '../subjects/sample-column.ts';

const ROWS = 1_000_000;

/** A study on private columns, from its first call to the released value in the scientist's hands; approved as it comes. */
export async function measure(): Promise<readonly Figure[]> {
  await using worker = await startDomain({ vm: 'worker', rows: ROWS });
  await using inThread = await startDomain({ vm: 'in-thread', rows: ROWS });
  const connections = [await worker.connect(), await inThread.connect()] as const;
  const x = direct.array(sampleColumn(ROWS, 1), 'float64');
  const y = direct.array(sampleColumn(ROWS, 2), 'float64');
  const expected = directSlope(x, y);
  const check = (slope: unknown): void => {
    if (slope !== expected) throw new Error('the slope is another than numjs computes');
  };
  const samples = await alternate(
    {
      worker: () => timed(async () => check(await released(worker, connections[0], slope))),
      inThread: () => timed(async () => check(await released(inThread, connections[1], slope))),
      direct: () => timed(() => check(directSlope(x, y))),
      scores: () => timed(() => released(worker, connections[0], scores)),
      directScores: () => timed(() => directScore(x)),
    },
    { rounds: 7, warmUp: 2 },
  );
  for (const location of connections) await location.close();
  const row = 'z-score and regression on 1e6 rows, request to value';
  const unit = 'ms';
  const numbers = { name: 'numjs', samples: samples.direct, unit };
  return [
    compared(
      { row, figure: 'slope of z-scores, worker VM ÷ numjs directly', budget: { most: 1.2 }, banded: true },
      { name: 'syft', samples: samples.worker, unit },
      numbers,
    ),
    compared(
      { row, figure: 'slope of z-scores, in-thread VM ÷ numjs directly' },
      { name: 'syft', samples: samples.inThread, unit },
      numbers,
    ),
    compared(
      { row, figure: 'the z-scores themselves (8 MB), worker VM ÷ numjs directly' },
      { name: 'syft', samples: samples.scores, unit },
      { name: 'numjs', samples: samples.directScores, unit },
    ),
  ];
}

type Study = (
  location: Location,
  columns: Columns<'x' | 'y'>,
) => { request(options: { reason: string }): Promise<{ id: string; value(): Promise<unknown> }> };

async function released(domain: RemoteDomain, location: Location, study: Study): Promise<unknown> {
  const request = await study(location, location.dataset('bench').complete('x', 'y')).request({ reason: 'benchmark' });
  await domain.server.ask('approve', request.id);
  return request.value();
}

const slope: Study = (location, { x, y }) => {
  const nj = location.lib(numjs);
  const left = nj.divide(nj.subtract(x, nj.mean(x)), nj.std(x));
  const right = nj.divide(nj.subtract(y, nj.mean(y)), nj.std(y));
  return nj.mean(nj.multiply(left, right));
};

const scores: Study = (location, { x }) => {
  const nj = location.lib(numjs);
  return nj.divide(nj.subtract(x, nj.mean(x)), nj.std(x));
};

function directScore(array: DirectArray): DirectArray {
  return direct.divide(direct.subtract(array, direct.mean(array)), direct.std(array));
}

function directSlope(x: DirectArray, y: DirectArray): number {
  return direct.mean(direct.multiply(directScore(x), directScore(y)));
}
