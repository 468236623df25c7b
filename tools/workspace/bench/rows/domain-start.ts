import { Domain } from '@syft-libs/domain';
import { numjs } from '@syft-libs/numjs';
import { ChildServer } from '../measure/child-server.ts';
import { type Figure, stated } from '../measure/figure.ts';
import { alternate, timed } from '../measure/rounds.ts';
import { syntheticSupport } from '../subjects/made-support.ts';

/** Opening a domain in memory, its calls to run in its own thread. */
export async function measure(): Promise<readonly Figure[]> {
  const twenty = [numjs, ...Array.from({ length: 19 }, (_, index) => syntheticSupport(`lib${index}`, 133))];
  const large = syntheticSupport('large', 4_000);
  const open = async (libraries: typeof twenty): Promise<number> =>
    timed(async () => (await Domain.open({ libraries, vm: 'in-thread' })).close());
  const samples = await alternate({
    cold: coldStart,
    one: () => open([numjs]),
    twenty: () => open(twenty),
    none: () => open([]),
    large: () => open([large]),
  });
  const perThousand = samples.large.map((sample, round) => (sample - (samples.none[round] as number)) / 4);
  const row = 'domain start';
  const unit = 'ms';
  return [
    stated({ row, figure: 'with numjs alone, in a fresh process' }, { name: 'syft', samples: samples.cold, unit }),
    stated({ row, figure: 'with numjs alone, warm' }, { name: 'syft', samples: samples.one, unit }),
    stated({ row, figure: 'with 20 support packages (2,660 entries), warm' }, { name: 'syft', samples: samples.twenty, unit }),
    stated({ row, figure: 'each 1,000 entries more', budget: { most: 50 } }, { name: 'syft', samples: perThousand, unit }),
  ];
}

async function coldStart(): Promise<number> {
  await using child = await ChildServer.start<{ readonly milliseconds: number }>(
    new URL('../subjects/cold-start-main.ts', import.meta.url),
    null,
  );
  return child.hello.milliseconds;
}
