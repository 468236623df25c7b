/** What a call puts into the running context, and does not take out again: it is there for whatever runs in it later. */
import { AsyncLocalStorage } from 'node:async_hooks';

type Storage = AsyncLocalStorage<unknown>;

const { apply } = Reflect;
const { getStore, enterWith, disable } = AsyncLocalStorage.prototype;
/** What storages held before the call that was first to change them. */
const before = new Map<Storage, unknown>();

/** Puts the instruments on, once. To run something within a context changes it and puts it back. */
export function installContexts(): void {
  const { prototype } = AsyncLocalStorage;
  prototype.enterWith = function enter(this: Storage, store: unknown): void {
    note(this);
    apply(enterWith, this, [store]);
  };
  prototype.disable = function disableStorage(this: Storage): void {
    note(this);
    apply(disable, this, []);
  };
}

function note(storage: Storage): void {
  if (!before.has(storage)) before.set(storage, apply(getStore, storage, []));
}

/** Whether the context is another than it was when this was last asked. It is put back. */
export function takeContexts(): boolean {
  let isOther = false;
  for (const [storage, store] of before) {
    if (Object.is(apply(getStore, storage, []), store)) continue;
    isOther = true;
    apply(enterWith, storage, [store]);
  }
  before.clear();
  return isOther;
}
