import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DEFAULT_LIMITS } from '@syft-libs/ast';
import { afterAll, describe, expect, it } from 'vitest';
import { WorkerVmPool, type WorkerVmPoolOptions } from '../../src/vm/worker-vm-pool.ts';
import { fixture } from './fixture-support.ts';
import { call, codes, get, limitsWith, load, p, TAGS, uid, vec } from './steps.ts';
import { describeVm } from './vm-contract.ts';

const pools: WorkerVmPool[] = [];
const openPool = (options: Partial<WorkerVmPoolOptions> = {}): WorkerVmPool => {
  const pool = new WorkerVmPool({ supports: [fixture], tags: TAGS, limits: DEFAULT_LIMITS, ...options });
  pools.push(pool);
  return pool;
};
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
});

describeVm('a worker VM', async (limits) => openPool({ limits }).acquire());

// A stop takes as long as the machine's other work lets it.
describe('a worker VM stops', { timeout: 20_000 }, () => {
  it('a call without end at its deadline, loses all it held, and goes on with a new worker', async () => {
    const vm = await openPool({ limits: limitsWith({ callDeadline: 200 }) }).acquire();
    await vm.run([load(1, vec(1)), load(2, 2)]);
    const start = performance.now();
    const { outcomes, evicted } = await vm.run([call(3, 'inc', p(2)), call(4, 'loop'), call(5, 'inc', p(3))]);
    expect(codes(outcomes)).toEqual(['LOST', 'DEADLINE', 'LOST']);
    expect(evicted).toEqual([uid(1), uid(2)]);
    expect(performance.now() - start).toBeGreaterThan(200);
    expect(performance.now() - start).toBeLessThan(1_000);
    const again = await vm.run([load(2, 2), call(3, 'inc', p(2)), call(5, 'inc', p(3))]);
    expect(codes(again.outcomes)).toEqual(['ok', 'ok', 'ok']);
    expect(await get(vm, 5)).toBe(4);
  });

  it('no batch of many short calls, however long it takes in all', async () => {
    const vm = await openPool({ limits: limitsWith({ callDeadline: 250 }) }).acquire();
    const { outcomes } = await vm.run(Array.from({ length: 20 }, (_, at) => call(at + 1, 'spin', 30)));
    expect(codes(outcomes)).toEqual(Array(20).fill('ok'));
  });

  it.each(['hoardBuffers', 'hoardObjects', 'hoardOneArray'])('%s when it outgrows its memory, and the process lives on', async (name) => {
    const vm = await openPool({ memory: 60e6 }).acquire();
    const { outcomes } = await vm.run([call(1, 'zero'), call(2, name), call(3, 'zero')]);
    expect(codes(outcomes)).toEqual(['LOST', 'MEMORY', 'LOST']);
    expect(codes((await vm.run([call(3, 'zero')])).outcomes)).toEqual(['ok']);
  });

  it('no call for the garbage that it leaves', async () => {
    const vm = await openPool({ memory: 200e6 }).acquire();
    const { outcomes } = await vm.run([call(1, 'litter', 100), ...Array.from({ length: 30 }, (_, at) => call(at + 2, 'litter', 3))]);
    expect(new Set(codes(outcomes))).toEqual(new Set(['ok']));
  });

  it('nobody else: another session’s calls go on while one loops', async () => {
    const pool = openPool({ limits: limitsWith({ callDeadline: 500 }) });
    const [stuck, other] = await Promise.all([pool.acquire(), pool.acquire()]);
    const looping = stuck.run([call(1, 'loop')]);
    const start = performance.now();
    expect(codes((await other.run([call(1, 'zero')])).outcomes)).toEqual(['ok']);
    expect(performance.now() - start).toBeLessThan(400);
    expect(codes((await looping).outcomes)).toEqual(['DEADLINE']);
  });
});

describe('a worker VM survives', () => {
  it('a library that ends the process', async () => {
    const vm = await openPool().acquire();
    await vm.run([load(1, 1)]);
    const { outcomes, evicted } = await vm.run([call(2, 'exit')]);
    expect(outcomes[0]).toMatchObject({ failure: 'LIBRARY_FAILED', detail: 'the worker ended itself with code 3' });
    expect(evicted).toEqual([uid(1)]);
    expect(codes((await vm.run([call(3, 'zero')])).outcomes)).toEqual(['ok']);
  });

  it('a library that throws after its call is over, and tells that all is lost', async () => {
    const vm = await openPool().acquire();
    expect(codes((await vm.run([call(1, 'crashLater', 1)])).outcomes)).toEqual(['ok']);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(vm.encode(uid(1))).rejects.toMatchObject({ code: 'LOST' });
    const { outcomes, evicted } = await vm.run([call(2, 'zero')]);
    expect([codes(outcomes), evicted]).toEqual([['ok'], [uid(1)]]);
  });

  it('being asked for a value behind a run that is stopped: the value is lost, and later runs go on', async () => {
    const vm = await openPool({ limits: limitsWith({ callDeadline: 200 }) }).acquire();
    const running = vm.run([call(1, 'zero'), call(2, 'loop')]);
    const value = vm.encode(uid(1));
    const next = vm.run([call(3, 'zero')]);
    await expect(value).rejects.toMatchObject({ code: 'LOST' });
    expect(codes((await running).outcomes)).toEqual(['LOST', 'DEADLINE']);
    expect(codes((await next).outcomes)).toEqual(['ok']);
  });

  it('being asked for a value behind a run that waits for a promise: it comes after the run', async () => {
    const vm = await openPool().acquire();
    const running = vm.run([call(1, 'later', 4)]);
    const value = get(vm, 1);
    expect(codes((await running).outcomes)).toEqual(['ok']);
    expect(await value).toEqual(await get(vm, 1));
  });

  it('being closed while it runs', async () => {
    const vm = await openPool().acquire();
    const running = vm.run([call(1, 'loop')]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await vm.close();
    expect(codes((await running).outcomes)).toEqual(['LOST']);
  });
});

describe('a pool of worker VMs', () => {
  it('keeps the process’s environment from libraries', async () => {
    const vm = await openPool().acquire();
    await vm.run([load(1, vec(1)), call(2, 'print', p(1))]);
    expect(await get(vm, 2)).toBe(true);
  });

  it('keeps what libraries print to itself, and no process alive that has nothing else to do', async () => {
    const program = fileURLToPath(new URL('./idle-main.ts', import.meta.url));
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--conditions=@syft-libs/source', program], {
      timeout: 10_000,
    });
    expect([stdout, stderr]).toEqual(['done\n', '']);
  });

  it('rejects when a worker cannot load its libraries', async () => {
    const pool = openPool({ supports: [{ name: '@test/other', module: fixture.module }] });
    await expect(pool.acquire()).rejects.toMatchObject({ code: 'BAD_MANIFEST' });
  });

  it('leaves denied entries out, so that positions agree with an allowlist without them', async () => {
    const vm = await openPool({ denied: ['fix.PI'] }).acquire();
    const shifted = { ...call(1, 'inc', 1), entry: call(1, 'inc', 1).entry - 1 };
    await vm.run([shifted]);
    expect(await get(vm, 1)).toBe(2);
  });

  it('gives no more once it is closed', async () => {
    const pool = openPool();
    await pool.close();
    await expect(pool.acquire()).rejects.toMatchObject({ code: 'CLOSED' });
  });
});
