// A program that uses a worker VM and neither closes it nor ends itself; see worker-vm.test.ts.
import { DEFAULT_LIMITS } from '@syft-libs/ast';
import { WorkerVmPool } from '../../src/vm/worker-vm-pool.ts';
import { fixture } from './fixture-support.ts';
import { call, load, p, TAGS, vec } from './steps.ts';

const vm = await new WorkerVmPool({ supports: [fixture], tags: TAGS, limits: DEFAULT_LIMITS }).acquire();
const { outcomes } = await vm.run([load(1, vec(987)), call(2, 'print', p(1))]);
console.log(outcomes.every(({ failure }) => failure === undefined) ? 'done' : 'failed');
