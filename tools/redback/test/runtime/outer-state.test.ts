import { expect, test } from 'vitest';
import { writesOuterState, writesReceiver } from '../../src/crawl/runtime/outer-state.ts';

test.each([
  ['an assignment', '(values) => { held = values; }'],
  ['a part of an assignment', '(values) => { [held, values[0]] = values; }'],
  ['a field', '(values) => { settings.digits = values; }'],
  ['a count', '() => ++count'],
  ['a loop', '(values) => { for (held of values); }'],
  ['a default', '(value) => ({ value: last = 1 } = { value })'],
  ['what is deleted', '(key) => delete cache[key]'],
  ['a map', '(key, value) => cache.set(key, value)'],
  ['a list of a field', 'function f(value) { store.items.push(value); }'],
  ['a local name for it', '(key) => { const items = store.items; items.push(key); }'],
  ['a borrowed method', '(value) => Array.prototype.push.call(held, value)'],
  ['a merged object', '(value) => Object.assign(settings, value)'],
  ['a variable of the same name in another block', '(values) => { { let held = 1; } held = values; }'],
  ['a method', 'take(values) { held = values; }'],
  ['a getter', 'get size() { return ++count; }'],
  ['a static of a class', 'static make(values) { held = values; }'],
  ['a class', 'class Window { take(values) { held = values; } }'],
  ['an inner function', 'function f(values) { return values.map((value) => (last = value)); }'],
  ['a filled buffer', '(value) => buffer.fill(value)'],
  ['a turned list', '() => held.reverse()'],
  ['a text that cannot be read', '(values) => { held'],
])('%s is outer state', (_, source) => {
  expect(writesOuterState(source)).toBe(true);
});

test.each([
  ['reading', '(value) => value * settings.digits + cache.get(value)'],
  ['own variables', '(values) => { let held = values; held = 1; var i; for (i of values) held += i; return held; }'],
  ['a variable declared further down', 'function f() { held = 1; if (held) { var held; } return held; }'],
  ['own parameters', 'function f({ items, ...rest }, [first] = []) { items.push(1); rest.x = 1; first++; values = 1; var values; }'],
  [
    'own maps and lists',
    '(values) => { const seen = new Set(), out = []; for (const v of values) { seen.add(v); out.push(v); } return out; }',
  ],
  ['a name of its own', 'function f(n) { f = null; }'],
  ['the receiver', 'take(values) { this.seen.push(values.pop()); this.size = 1; }'],
  ['a caught error', '() => { try { g(); } catch (error) { error.message = ""; } }'],
  ['functions of other modules of such names', '(left, right) => math.add(left, right) + ops.set(left)'],
  ['native code', 'function push() { [native code] }'],
  ['nothing', ''],
])('%s is none', (_, source) => {
  expect(writesOuterState(source)).toBe(false);
});

test.each([
  ['a field', 'round() { this.value = Math.round(this.value); }'],
  ['a private field', 'round() { for (const i in this.#v) this.#v[i] = 1; }'],
  ['a list of a field', 'take(x) { this.items.push(x); return x; }'],
  ['its own set', 'fround() { for (let i = 0; i < 3; i++) this.set(i, 0, Math.fround(this.get(i, 0))); return this; }'],
])('%s of the instance is written', (_, source) => {
  expect(writesReceiver(source)).toBe(true);
});

test.each([
  ['reading', 'sum() { let total = 0; for (const item of this.items) total += item; return total; }'],
  ['a copy', 'rounded() { const copy = this.clone(); copy.set(0, 1); return copy; }'],
])('%s writes to no instance', (_, source) => {
  expect(writesReceiver(source)).toBe(false);
});
