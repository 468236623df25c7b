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
  readonly #log = new LoadLog(() => void setImmediate(() => void this.#drain()).unref());
  readonly #notes: string[] = [];
  readonly #entry = entryUrl();
  readonly #problem = hooksProblem(process.versions.node);
  #draining: Promise<void> | undefined;
  /** Whether what was loaded before the hook is known: since nothing was, or since it was looked for. */
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

  /** Resolves when all that the program has loaded so far, before the hook was there too, has its support packages. Never rejects. */
  async ready(): Promise<void> {
    this.#guard(() => this.#lookBack());
    await this.#drain();
  }

  report(): AutoloadReport {
    this.#guard(() => {
      this.#lookBack();
      this.#queue.fill();
    });
    const notes = [...(this.#problem === undefined ? [] : [this.#problem]), ...this.#notes, ...this.#discovery.notes];
    return { active: this.#problem === undefined, supports: this.#queue.report(), notes };
  }

  #drain(): Promise<void> {
    this.#draining ??= this.#run();
    return this.#draining;
  }

  async #run(): Promise<void> {
    await undefined;
    do {
      this.#guard(() => {
        this.#takeStock();
        this.#queue.fill();
      });
      await this.#queue.drain();
    } while (!this.#log.isEmpty);
    // At once, so that whoever asks from now on does not wait for a run that is over.
    this.#draining = undefined;
  }

  /** Looks at what was loaded since the last time. */
  #takeStock(): void {
    for (const url of this.#log.take()) {
      // Whoever saw the program's first file saw all.
      if (url === this.#entry) this.#knowsEarlier = true;
      this.#look(url);
    }
  }

  #look(url: string): void {
    const place = this.#places.of(url);
    if (place !== undefined) this.#discovery.look(place);
  }

  /**
   * Once: the application itself, and what it had loaded before the hook was there. Only for whoever asks, since to list all modules takes
   * some hundredths of a second.
   */
  #lookBack(): void {
    this.#takeStock();
    if (this.#knowsEarlier) return;
    this.#knowsEarlier = true;
    const application = this.#entry === undefined ? nearestPackage(process.cwd()) : undefined;
    if (application !== undefined) this.#discovery.look(application);
    if (this.#entry !== undefined) this.#look(this.#entry);
    // Where nothing could be loaded there is nothing to find.
    if (this.#discovery.supports.size === 0) return;
    try {
      for (const url of parsedBefore()) this.#look(url);
    } catch {
      this.#notes.push('what was loaded before autoload cannot be seen in this process: start it with node --import @syft-libs/autoload');
    }
  }

  /** A fault of autoload's own is for its report: the program goes on. */
  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#notes.push(`autoload has a fault of its own: ${String(error)}`);
    }
  }
}
