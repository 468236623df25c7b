/**
 * What of a library lives until it is collected: when that happens, the machine decides. Here nothing that a weak reference stands for
 * is ever collected, so that no call is blamed for what the collector did; elsewhere all that can be is, before every call.
 */

import { isElsewhere } from '../../cage/inside/surroundings.ts';
import { collect } from './break-off.ts';

const { construct, defineProperty } = Reflect;
const endTurn = setImmediate;
const TURNS = 3;
/** What references stand for, as long as those are there themselves. */
const kept = new WeakMap<object, unknown>();
let isUsed = false;

/** Puts the instruments on, once. */
export function installWeakReferences(): void {
  replace('WeakRef', (Original, [target], newTarget) => {
    const reference = construct(Original, [target], newTarget) as object;
    if (!isElsewhere) kept.set(reference, target);
    return reference;
  });
  replace('FinalizationRegistry', (Original, [notify], newTarget) => {
    const isHeld = !isElsewhere && typeof notify === 'function';
    return construct(Original, [isHeld ? () => undefined : notify], newTarget) as object;
  });
}

/** Elsewhere, collects what weak references stand for and nothing else does, and lets those be told that wait for it. */
export async function collectWeak(): Promise<void> {
  if (!isElsewhere || !isUsed) return;
  collect();
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => endTurn(resolve));
}

type Class = new (...args: unknown[]) => object;

function replace(name: 'WeakRef' | 'FinalizationRegistry', make: (Original: Class, args: unknown[], newTarget: Class) => object): void {
  const Original = globalThis[name] as unknown as Class;
  const held = new Proxy(Original, {
    construct(target, args, newTarget) {
      isUsed = true;
      return make(target, args, newTarget as Class);
    },
  });
  const descriptor = { value: held, writable: true, configurable: true, enumerable: false };
  defineProperty(Original.prototype as object, 'constructor', descriptor);
  defineProperty(globalThis, name, descriptor);
}
