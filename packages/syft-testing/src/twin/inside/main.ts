// The process that twin programs run in: a call that takes it along leaves its parent, and the diary, to tell which one it was.
import { Worker } from 'node:worker_threads';
import { CodecRegistry, isSupportPackage, type SupportPackage, SyftError } from '@syft-libs/ast';
import { Diary } from '../diary.ts';
import { readTwinLibraries } from '../twin-libraries.ts';
import { type TwinAnswer, type TwinWork, unpackSamples } from '../twin-work.ts';
import { formatDisagreement, runTwins } from '../twins.ts';

const WATCH = new URL(import.meta.url.endsWith('.ts') ? './memory-watch.ts' : './memory-watch.js', import.meta.url);

async function importSupport({ name, module }: TwinWork['supports'][number]): Promise<SupportPackage> {
  const namespace = (await import(module)) as Readonly<Record<string, unknown>>;
  const support = Object.values(namespace).find((value): value is SupportPackage => isSupportPackage(value) && value.name === name);
  if (support === undefined) throw new SyftError('BAD_MANIFEST', `cannot load ${name}: ${module} exports no such support package`);
  return support;
}

async function work({ supports: places, samples, programs, seed, diary: path, memory }: TwinWork): Promise<TwinAnswer> {
  new Worker(WATCH, { workerData: memory });
  const supports = await Promise.all(places.map(importSupport));
  const registry = new CodecRegistry(supports.flatMap(({ codecs }) => codecs));
  const libraries = await readTwinLibraries(supports, unpackSamples(samples, { registry }));
  using diary = new Diary(path);
  const found = await runTwins({ libraries, programs, seed, diary });
  return { found: found && formatDisagreement(found) };
}

process.once('disconnect', () => process.exit());
process.once('message', (message) => {
  void work(message as TwinWork)
    .catch((error: unknown): TwinAnswer => ({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
    .then((answer) => process.send?.(answer));
});
