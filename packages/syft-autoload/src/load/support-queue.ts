// Decides which of the support packages that were found are needed, and in which order, and loads them one after another.
import { autoloadRegistry } from '@syft-libs/ast/autoload';
import { type Discovery, type InstalledSupport, isOurs } from '../find/discovery.ts';
import type { PackageFile } from '../find/package-file.ts';
import { isInRange } from '../find/version-range.ts';
import { importSupport } from './import-support.ts';
import type { SupportReport, SupportState } from './report.ts';

/** What became of a support package so far. */
interface Outcome {
  readonly state: SupportState;
  readonly reason: string;
  readonly todo?: string;
}

export class SupportQueue {
  readonly #discovery: Discovery;
  readonly #milliseconds: number;
  readonly #outcomes = new Map<InstalledSupport, Outcome>();
  readonly #queue: InstalledSupport[] = [];
  /** Copies of libraries that do not fit, by support package. */
  readonly #misfits = new Map<InstalledSupport, Outcome>();

  constructor(discovery: Discovery, milliseconds: number) {
    this.#discovery = discovery;
    this.#milliseconds = milliseconds;
  }

  /** Queues what the libraries and packages that the program has loaded by now ask for. */
  fill(): void {
    for (const support of this.#discovery.supports.values()) {
      if (this.#discovery.isLoaded(support)) this.#need(support, 'the program loads it');
      for (const library of support.field.libraries.keys())
        for (const copy of this.#discovery.copiesOf(library)) this.#needFor(support, library, copy);
    }
  }

  /** Queues what a module in `dir` asks for by importing a package, whether that was loaded or not. */
  fillFor(name: string, dir: string): void {
    for (const support of this.#discovery.supports.values()) {
      if (support.file.name === name) this.#need(support, 'the program imports it');
      else if (support.field.libraries.has(name)) this.#needWhereItFits(support, name, dir, `the program imports ${name}`);
    }
  }

  /** Queues every support package that was found, each against the libraries that a module in `dir` would find. */
  fillWithAll(dir: string): void {
    for (const support of this.#discovery.supports.values()) {
      for (const library of support.field.libraries.keys()) this.#needWhereItFits(support, library, dir, 'it loads');
      if (support.refusal !== undefined) this.#need(support, '');
    }
  }

  /** What is queued, in its order, for somebody else to load. */
  take(): readonly InstalledSupport[] {
    return this.#queue.splice(0);
  }

  /** Loads what is queued, and what is queued meanwhile. */
  async drain(): Promise<void> {
    for (const { file, field, refusal } of this.#discovery.supports.values())
      if (refusal === undefined && !field.isCollection) autoloadRegistry().announce(file.name, [...field.libraries.keys()]);
    for (let support = this.#queue.shift(); support !== undefined; support = this.#queue.shift()) {
      const problem = await importSupport(support.file, this.#milliseconds);
      const { reason } = this.#outcomes.get(support) as Outcome;
      this.#outcomes.set(
        support,
        problem === undefined
          ? { state: 'loaded', reason }
          : { state: 'failed', reason: problem, todo: `install ${support.file.name} again, or report this to who made it` },
      );
    }
  }

  /** One line for each support package, and one more where a copy of its library does not fit. */
  report(): readonly SupportReport[] {
    return [...this.#discovery.supports.values()]
      .filter(({ field, refusal }) => !field.isCollection || refusal !== undefined)
      .flatMap((support) => {
        const misfit = this.#misfits.get(support);
        const outcome = this.#outcomes.get(support) ?? (misfit === undefined ? untouched(support) : undefined);
        return [outcome, misfit].filter((one) => one !== undefined).map((one) => describe(support, one));
      });
  }

  #needWhereItFits(support: InstalledSupport, library: string, dir: string, reason: string): void {
    const copy = this.#discovery.installed(library, dir);
    if (copy === undefined) this.#need(support, reason);
    else this.#needFor(support, library, copy, reason);
  }

  #needFor(support: InstalledSupport, library: string, copy: PackageFile, reason = `the program loads ${library} ${copy.version}`): void {
    const range = support.field.libraries.get(library) as string;
    if (support.refusal !== undefined || isInRange(copy.version, range)) this.#need(support, reason, copy);
    else this.#misfits.set(support, misfitOf(library, copy, range));
  }

  #need(support: InstalledSupport, reason: string, copy?: PackageFile): void {
    if (this.#outcomes.has(support)) return;
    const twin = this.#twinOf(support);
    if (support.refusal !== undefined) this.#outcomes.set(support, { state: 'refused', ...support.refusal });
    else if (twin !== undefined) this.#outcomes.set(support, { state: 'skipped', reason: `its copy in ${twin.file.dir} came first` });
    else {
      // Before the others are looked at, so that a circle ends here.
      this.#outcomes.set(support, { state: 'queued', reason });
      this.#needFirst(support, copy);
      if (!isOurs(support)) this.#needOurs(support);
      this.#queue.push(support);
    }
  }

  /** Queues the support packages of what the copy of the library, or the package itself, says that it depends on. */
  #needFirst({ file, field }: InstalledSupport, copy: PackageFile | undefined): void {
    const asked = [
      ...(copy?.dependencies ?? []).map((name) => [name, copy?.dir as string]),
      ...field.after.map((name) => [name, file.dir]),
    ];
    for (const [library, dir] of asked as [string, string][]) {
      for (const other of this.#discovery.supportsOf(library)) this.#needWhereItFits(other, library, dir, `${file.name} comes after it`);
    }
  }

  /** Queues our support packages for the same libraries before it, also for those that the program has not loaded yet: the first one keeps them. */
  #needOurs({ file, field }: InstalledSupport): void {
    for (const library of field.libraries.keys()) {
      for (const other of this.#discovery.supportsOf(library).filter(isOurs))
        this.#needWhereItFits(other, library, other.askedBy, `${file.name} brings ${library} as well`);
    }
  }

  /** Another copy of the same package that is used already. */
  #twinOf(support: InstalledSupport): InstalledSupport | undefined {
    return [...this.#outcomes].find(
      ([other, { state }]) => other.file.name === support.file.name && (state === 'queued' || state === 'loaded'),
    )?.[0];
  }
}

function untouched(support: InstalledSupport): Outcome {
  if (support.refusal !== undefined) return { state: 'refused', ...support.refusal };
  return { state: 'skipped', reason: `the program has not loaded ${[...support.field.libraries.keys()].join(', ')}` };
}

function misfitOf(library: string, { version }: PackageFile, range: string): Outcome {
  const reason = `${library} is there in version ${version}, and the package is for ${range}`;
  return { state: 'refused', reason, todo: `install ${library} in a version of ${range}` };
}

function describe({ file, field }: InstalledSupport, outcome: Outcome): SupportReport {
  return { name: file.name, version: file.version, folder: file.dir, libraries: Object.fromEntries(field.libraries), ...outcome };
}
