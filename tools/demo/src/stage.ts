import { join } from 'node:path';
import { Actor } from './actor.ts';
import type { OwnerTasks } from './owner-process.ts';
import type { ScientistTasks } from './scientist-process.ts';

/** Who is on: the owner's process and the scientist's, and the folder that both keep their things in. */
export class Stage {
  readonly dataDir: string;
  readonly identity: string;
  readonly #actors: { kill(signal: NodeJS.Signals): Promise<string> }[] = [];
  #owner: Actor<OwnerTasks> | undefined;
  #scientist: Actor<ScientistTasks> | undefined;
  /** Where the domain listens. */
  url = '';

  constructor(folder: string) {
    this.dataDir = join(folder, 'clinic');
    this.identity = join(folder, 'scientist', 'identity.json');
  }

  get owner(): Actor<OwnerTasks> {
    return onStage(this.#owner);
  }

  get scientist(): Actor<ScientistTasks> {
    return onStage(this.#scientist);
  }

  /** Starts both as new processes, side by side; who was there before is left alone. */
  startBoth(): void {
    this.#owner = this.#keep(Actor.start<OwnerTasks>('./owner-process.ts'));
    this.#scientist = this.#keep(Actor.start<ScientistTasks>('./scientist-process.ts'));
  }

  /** Ends every process that was started. */
  async clear(): Promise<void> {
    await Promise.all(this.#actors.map((actor) => actor.kill('SIGKILL')));
  }

  #keep<T extends { kill(signal: NodeJS.Signals): Promise<string> }>(actor: T): T {
    this.#actors.push(actor);
    return actor;
  }
}

function onStage<T>(actor: T | undefined): T {
  if (actor === undefined) throw new Error('Nobody is on stage yet.');
  return actor;
}
