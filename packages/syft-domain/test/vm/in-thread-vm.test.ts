import { InThreadVm } from '../../src/vm/in-thread-vm.ts';
import { libraries, TAGS } from './steps.ts';
import { describeVm } from './vm-contract.ts';

describeVm('an in-thread VM', async (limits) => new InThreadVm({ libraries, tags: TAGS, limits }));
