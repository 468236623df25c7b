// The thread behind a WorkerVm: the same executor as in the other VM, fed by messages. Whatever it does, up to ending
// itself, costs its parent no more than starting another.

import { parentPort, workerData } from 'node:worker_threads';
import { isSupportPackage, isSyftError, type SupportPackage, SyftError } from '@syft-libs/ast';
import { Executor } from './executor.ts';
import { loadLibraries } from './load-libraries.ts';
import { SerialQueue } from './serial-queue.ts';
import { exactParts, packResult, unpackSteps, type WorkerInput, type WorkerReply, type WorkerRequest } from './worker-messages.ts';

async function startExecutor({ supports, denied, tags, limits, progress }: WorkerInput): Promise<Executor> {
  const packages = await Promise.all(supports.map(({ name, module }) => importSupport(name, module)));
  const libraries = await loadLibraries(packages, denied);
  return new Executor({ libraries, tags, limits, onStep: (index) => Atomics.store(progress, 0, index + 1) });
}

async function importSupport(name: string, module: string): Promise<SupportPackage> {
  const namespace = (await import(module)) as Readonly<Record<string, unknown>>;
  const support = Object.values(namespace).find((value): value is SupportPackage => isSupportPackage(value) && value.name === name);
  if (support === undefined) throw new SyftError('BAD_MANIFEST', `cannot load ${name}: its module exports no such support package`);
  return support;
}

async function answer(executor: Executor, request: WorkerRequest): Promise<WorkerReply | undefined> {
  switch (request.kind) {
    case 'run':
      return { kind: 'ran', result: packResult(await executor.run(unpackSteps(request.steps))) };
    case 'encode':
      return { kind: 'encoded', value: exactParts(executor.encode(request.object, request.canonical)) };
    case 'forget':
      executor.forget(request.objects);
      return undefined;
  }
}

function failed(error: unknown): WorkerReply {
  const code = isSyftError(error) ? error.code : 'INTERNAL';
  return { kind: 'failed', code, message: error instanceof Error ? error.message : 'cannot run worker: it threw no error' };
}

// Nobody reads what libraries print, so it must not pile up either.
for (const stream of [process.stdout, process.stderr]) stream.write = () => true;

const port = parentPort;
if (port === null) throw new SyftError('INTERNAL', 'cannot start VM: this module runs in a worker thread');
const input = workerData as WorkerInput;
const reply = (message: WorkerReply) => {
  Atomics.store(input.progress, 0, 0);
  port.postMessage(message);
};

try {
  const executor = await startExecutor(input);
  const queue = new SerialQueue();
  port.on('message', (request: WorkerRequest) => {
    queue
      .add(() => answer(executor, request))
      .then(
        (message) => message !== undefined && reply(message),
        (error: unknown) => reply(failed(error)),
      );
  });
  reply({ kind: 'ready' });
} catch (error) {
  reply(failed(error));
}
