import { decodeClientFrame, SyftError, toHex } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import { frameOfKey } from './frame-log.ts';
import { Session, type SessionRecord, type StoredUpload } from './session.ts';

/** Node fires timers beyond this at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** All sessions, by prefix. One that is not in memory is rebuilt from what it made durable. */
export class SessionDirectory {
  readonly #sessions = new Map<string, Promise<Session | undefined>>();
  readonly #open = new Set<Session>();
  readonly #timers = new Map<Session, NodeJS.Timeout>();
  #core: DomainCore | undefined;

  /** The parts of a domain know each other; this one is told of the whole when it stands. */
  attach(core: DomainCore): void {
    this.#core = core;
  }

  /** Opens a session with a new prefix. It becomes durable with its first frame, or when it is asked to. */
  async create(person: string): Promise<Session> {
    const core = this.#required();
    if (this.openOf(person).length >= core.limits.sessionsPerPerson)
      throw new SyftError('LIMIT', 'cannot open session: sessionsPerPerson exceeded');
    const prefix = toHex(core.environment.randomBytes(8));
    const record: SessionRecord = {
      person,
      secret: toHex(core.environment.randomBytes(32)),
      created: core.environment.now(),
      made: madeWith(core),
    };
    const session = new Session(core, prefix, record);
    this.#sessions.set(prefix, Promise.resolve(session));
    await core.store.commit(
      [{ kind: 'put', table: 'sessions', key: prefix, value: JSON.stringify(record) }],
      [{ at: record.created, kind: 'session', detail: { session: prefix, person } }],
    );
    return session;
  }

  /** A person's session, or `undefined`: unknown, another's and unreadable alike. */
  async find(prefix: string, person: string): Promise<Session | undefined> {
    const session = await this.open(prefix).catch((error: unknown) => {
      this.#required().log('cannot open session', { session: prefix, error });
      return undefined;
    });
    return session?.person === person ? this.#whole(session) : undefined;
  }

  /** A session by its prefix, whoever's it is; for recomputing and for the owner. */
  async restore(prefix: string): Promise<Session | undefined> {
    const session = await this.open(prefix);
    return session && this.#whole(session);
  }

  /** The same, before it has taken everything again: for sessions that are restored together. */
  open(prefix: string): Promise<Session | undefined> {
    let session = this.#sessions.get(prefix);
    if (session === undefined) {
      session = this.#load(prefix);
      this.#sessions.set(prefix, session);
      void session.then(
        (found) => found ?? this.#sessions.delete(prefix),
        () => this.#sessions.delete(prefix),
      );
    }
    return session;
  }

  async #whole(session: Session): Promise<Session> {
    await session.restored(() => this.#required().requests.countersOf(session.prefix));
    return session;
  }

  /** A person's sessions that a connection serves. */
  openOf(person: string): readonly Session[] {
    return [...this.#open].filter((session) => session.person === person);
  }

  connected(session: Session): void {
    this.#open.add(session);
    clearTimeout(this.#timers.get(session));
    this.#timers.delete(session);
  }

  /** Starts to wait for its return: first the VM is given back, later the session leaves memory. */
  disconnected(session: Session): void {
    const { vmIdle, sessionIdle } = this.#required().limits;
    this.#open.delete(session);
    const wait = (time: number, then: () => void): void => {
      this.#timers.set(session, setTimeout(then, Math.min(time, LONGEST_TIMER)).unref());
    };
    wait(vmIdle, () => {
      void session.release();
      wait(sessionIdle, () => void this.release(session.prefix));
    });
  }

  /** Drops a session's values and objects from memory; what it made durable stays. */
  async release(prefix: string): Promise<void> {
    const session = await this.#sessions.get(prefix);
    this.#sessions.delete(prefix);
    if (session === undefined) return;
    clearTimeout(this.#timers.get(session));
    this.#timers.delete(session);
    await session.release();
  }

  async close(): Promise<void> {
    for (const prefix of [...this.#sessions.keys()]) await this.release(prefix);
  }

  async #load(prefix: string): Promise<Session | undefined> {
    const core = this.#required();
    const stored = await core.store.get('sessions', prefix);
    if (stored === undefined) return undefined;
    const record = JSON.parse(stored as string) as SessionRecord;
    const session = new Session(core, prefix, record);
    await restoreUploads(core, session);
    const frames = await core.store.scan('frames', `${prefix}/`);
    session.restoreFrom(frames.flatMap(([, bytes]) => decodeClientFrame(bytes as Uint8Array, core.limits).messages));
    session.frames = frames.length === 0 ? 0 : frameOfKey(frames.at(-1)?.[0] as string);
    session.durable = session.frames;
    const changed = Object.entries(madeWith(core)).find(
      ([root, digest]) => record.made[root] !== undefined && record.made[root] !== digest,
    );
    if (changed !== undefined) session.outdate(changed[0]);
    return session;
  }

  #required(): DomainCore {
    if (this.#core === undefined) throw new SyftError('INTERNAL', 'cannot use sessions: the domain is not open');
    return this.#core;
  }
}

/** What values are made with: a value is recomputed under the same alone. */
function madeWith(core: DomainCore): Readonly<Record<string, string>> {
  const libraries = core.libraries.map(({ root, digest }) => [root, digest] as const);
  return Object.fromEntries([...libraries, ['engine', process.versions.v8]]);
}

async function restoreUploads(core: DomainCore, session: Session): Promise<void> {
  for (const [uid, value] of await core.store.scan('objects', `${session.prefix}:`)) {
    try {
      session.keepUpload(JSON.parse(value as string) as StoredUpload);
    } catch (error) {
      core.log('passed over an upload', { object: uid, error });
    }
  }
}
