/**
 * The demo: a domain in one process, a scientist in another, a real table between them. Each step asserts what it shows,
 * so that the demo ends with exit code 0 only when all of it is true.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ending, title } from './narrator.ts';
import { Stage } from './stage.ts';
import * as steps from './steps.ts';

/** What shells expect of a program that was stopped from the keyboard. */
const INTERRUPTED = 130;

async function demo(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'syft-demo-'));
  const stage = new Stage(folder);
  const leave = async (): Promise<void> => {
    await stage.clear();
    await rm(folder, { recursive: true, force: true });
  };
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      interrupted = true;
      void leave().then(() => process.exit(INTERRUPTED));
    });
  }
  const began = performance.now();
  try {
    title('Syft libs: compute on data that you may not see', 'One process is the data owner’s domain, another the data scientist.');
    await steps.openDomain(stage);
    await steps.lookAround(stage);
    await steps.readPrivateColumn(stage);
    await steps.studyTheMock(stage);
    const study = await steps.studyTheData(stage);
    await steps.reviewAndApprove(stage, study);
    const birds = await steps.compareWithTheFile(stage, study);
    const snoop = await steps.denyOneBird(stage, birds);
    await steps.killAndRestart(stage);
    await steps.returnTomorrow(stage, { study, snoop });
    await steps.verifyTheAudit(stage);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    ending(`Done in ${seconds} s: every figure and code above was checked. Next: README.md`, 'good');
  } catch (error) {
    if (interrupted) return;
    ending('The demo failed.', 'bad');
    console.error(error);
    process.exitCode = 1;
  } finally {
    await leave();
  }
}

await demo();
