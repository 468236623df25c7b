// What the executor itself takes a call: chains of 10,000 trivial calls on the same values, each on the result of the
// last. Run with `node --conditions=@syft-libs/source test/vm/executor-bench-main.ts`.
import { DEFAULT_LIMITS } from '@syft-libs/ast';
import { Executor } from '../../src/vm/executor.ts';
import { WorkerVmPool } from '../../src/vm/worker-vm-pool.ts';
import { fix } from './fixture-library.ts';
import { fixture } from './fixture-support.ts';
import { call, libraries, load, p, TAGS, vec } from './steps.ts';

const CALLS = 10_000;
const ROUNDS = 25;
const chain = (name: string, ...rest: unknown[]) => Array.from({ length: CALLS }, (_, at) => call(at + 2, name, p(at + 1), ...rest));

async function measure(name: string, round: () => Promise<unknown> | unknown, calls = CALLS): Promise<void> {
  const times: number[] = [];
  for (let at = 0; at < ROUNDS; at++) {
    const start = performance.now();
    await round();
    times.push(((performance.now() - start) * 1000) / calls);
  }
  times.sort((a, b) => a - b);
  console.log(
    `${name.padEnd(48)} ${(times[Math.floor(ROUNDS / 2)] as number).toFixed(2)} µs a call, at best ${(times[0] as number).toFixed(2)}`,
  );
}

const vecs = [load(1, vec(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)), ...chain('add', 1)];
const sums = [load(1, vec(1, 2, 3)), ...Array.from({ length: CALLS }, (_, at) => call(at + 2, 'sum', p(1)))];
const numbers = [load(1, 1), ...chain('inc')];
const executor = () => new Executor({ libraries, tags: TAGS, limits: DEFAULT_LIMITS });

await measure('library alone: add of 10 elements', () => {
  let value = new fix.Vec(Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  for (let at = 0; at < CALLS; at++) value = fix.add(value, 1);
});
await measure('executor: add of 10 elements, chain', () => executor().run(vecs));
await measure('executor: inc of a number, chain', () => executor().run(numbers));
await measure('executor: sum, one pointer', () => executor().run(sums));

const pool = new WorkerVmPool({ supports: [fixture], tags: TAGS, limits: DEFAULT_LIMITS });
const vm = await pool.acquire();
await measure('worker: add of 10 elements, chain', () => vm.run(vecs));
const single = [call(20_000, 'inc', 1)];
await measure(
  'worker: one call at a time',
  async () => {
    for (let at = 0; at < 1_000; at++) await vm.run(single);
  },
  1_000,
);
await pool.close();
