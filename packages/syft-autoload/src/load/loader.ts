import { Discovery } from '../find/discovery.ts';
import { nearestPackage, PackagePlaces } from '../find/locate-package.ts';
import { loadDeadline } from './import-support.ts';
import { entryUrl, parsedBefore, requiredBefore } from './loaded-before.ts';
import type { AutoloadReport } from './report.ts';
import { SupportQueue } from './support-queue.ts';
import { hooksProblem, LoadLog, watchLoads } from './watch-loads.ts';

/** Loads support packages beside the libraries that the program loads. Nothing here throws, prints, or keeps the process alive by itself. */
export class Loader {
  readonly #places = new PackagePlaces();
  readonly #discovery = new Discovery();
  readonly #queue: SupportQueue;
  readonly #log = new LoadLog(() => void setImmediate(() => void this.ready()).unref());
  readonly #notes: string[] = [];
  readonly #entry = entryUrl();
  readonly #problem = hooksProblem(process.versions.node);
  #running: Promise<void> | undefined;
  /** Whether what was loaded before the hook has been looked for, or need not be. */
  #knowsEarlier = false;

  constructor() {
    this.#queue = new SupportQueue(this.#discovery, loadDeadline());
  }

  /** Begins to watch. */
  start(): void {
    if (this.#problem !== undefined) return;
    watchLoads(this.#log);
    for (const url of requiredBefore()) this.#log.add(url);
  }

  /** Resolves when all that the program has loaded so far has its support packages. Never rejects. */
  ready(): Promise<void> {
    this.#running ??= this.#run();
    return this.#running;
  }

  report(): AutoloadReport {
    this.#takeStock();
    const notes = [...(this.#problem === undefined ? [] : [this.#problem]), ...this.#notes];
    return { active: this.#problem === undefined, supports: this.#queue.report(), notes };
  }

  async #run(): Promise<void> {
    await undefined;
    while (this.#takeStock() || this.#queue.isWaiting) await this.#queue.drain();
    // At once, so that whoever asks from now on does not wait for a run that is over.
    this.#running = undefined;
  }

  /** Looks at what was loaded since the last time; false where that was nothing. */
  #takeStock(): boolean {
    try {
      const urls = this.#log.take();
      if (urls.length === 0 && this.#knowsEarlier) return false;
      for (const url of urls) this.#look(url);
      if (!this.#knowsEarlier) this.#lookBack(urls);
      this.#queue.fill();
      return true;
    } catch (error) {
      this.#notes.push(`autoload has a fault of its own: ${String(error)}`);
      return false;
    }
  }

  #look(url: string): void {
    const place = this.#places.of(url);
    if (place !== undefined) this.#discovery.look(place);
  }

  /** Once: the application itself, and what it had loaded before the hook was there. */
  #lookBack(seen: readonly string[]): void {
    this.#knowsEarlier = true;
    const application = this.#entry === undefined ? nearestPackage(process.cwd()) : undefined;
    if (application !== undefined) this.#discovery.look({ dir: application, isInstalled: false });
    if (this.#entry !== undefined) this.#look(this.#entry);
    // Whoever saw the program's first file saw all; and where nothing could be loaded there is nothing to find.
    if ((this.#entry !== undefined && seen.includes(this.#entry)) || this.#discovery.supports.size === 0) return;
    try {
      for (const url of parsedBefore()) this.#look(url);
    } catch {
      this.#notes.push('what was loaded before autoload cannot be seen in this process: start it with node --import @syft-libs/autoload');
    }
  }
}
