import { autoloadRegistry } from '@syft-libs/ast/autoload';
import { Loader } from './load/loader.ts';
import type { AutoloadReport } from './load/report.ts';
import { writeReportAtExit } from './load/report-at-exit.ts';

export interface Autoload {
  /** Resolves when all that the program has loaded so far has its support packages; `connect` waits for it by itself. Never rejects. */
  ready(): Promise<void>;
  /** What was found, and what became of it. */
  report(): AutoloadReport;
}

/** Two copies of this package in one thread share the first one's work. */
const AUTOLOAD: unique symbol = Symbol.for('@syft-libs/autoload/1') as never;

type Holder = { [AUTOLOAD]?: Autoload };

/** The one of this thread; importing this module has started it. */
export const autoload: Autoload = held() ?? start();

function held(): Autoload | undefined {
  return Object.hasOwn(globalThis, AUTOLOAD) ? (globalThis as Holder)[AUTOLOAD] : undefined;
}

function start(): Autoload {
  const loader = new Loader();
  const started: Autoload = Object.freeze({ ready: () => waitFor(loader.ready()), report: () => loader.report() });
  loader.start();
  autoloadRegistry().addLoader(started.ready);
  Object.defineProperty(globalThis, AUTOLOAD, { value: started });
  writeReportAtExit(started);
  return started;
}

/** Keeps the process alive while somebody waits: a support package that hangs must not end it before its deadline. */
async function waitFor(loading: Promise<void>): Promise<void> {
  const hold = setInterval(() => undefined, 1_000);
  await loading;
  clearInterval(hold);
}
