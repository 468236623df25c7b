// Attacks on the way from a path to code: every one of them has to end in the same answer as a path that nobody ever heard of.
import { describe, expect, test } from 'vitest';
import { buildAllowlist, DEFAULT_LIMITS, decodeClientFrame, encodeClientFrame, messages } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';
import { sourceOf, tinyLibrary, tinyModule } from '../tiny-library.ts';

const allowlist = buildAllowlist([sourceOf(tinyLibrary, tinyModule)]);
const unknown = errorOf(() => allowlist.resolve('tiny.neverHeardOf'), 'NOT_ALLOWED');

/** What a peer gets who declares the path over the wire. */
function answerTo(path: string) {
  const frame = decodeClientFrame(encodeClientFrame({ seq: 1, messages: [{ declare: { entry: 1, path } }] }), DEFAULT_LIMITS);
  return errorOf(() => allowlist.resolve(frame.messages[0]?.declare?.path as string), 'NOT_ALLOWED');
}

const attacks: Readonly<Record<string, readonly string[]>> = {
  'a path that walks to the constructor': [
    'tiny.constructor',
    'tiny.constructor.constructor',
    'tiny.add.constructor',
    'tiny.Box.constructor',
    'constructor',
  ],
  'a path that walks to a prototype': [
    'tiny.__proto__',
    'tiny.__proto__.x',
    'tiny.Box.prototype.scale',
    'tiny.nested.__proto__.half',
    'Array.prototype.map',
    '__proto__',
  ],
  'a path to what every object inherits': [
    'valueOf',
    'toString',
    'hasOwnProperty',
    'tiny.valueOf',
    'tiny.toString',
    'tiny.hasOwnProperty',
    'tiny.__defineGetter__',
    'tiny.add.call',
    'tiny.add.bind',
    'tiny.Box.of.apply',
  ],
  'a path to a private or an undeclared member': [
    'tiny._private',
    'tiny.Box._data',
    'tiny.Box.items',
    'tiny.danger',
    'tiny.nested',
    'tiny',
  ],
  'a path that is nearly an allowed one': [
    'tiny..add',
    'tiny.add ',
    ' tiny.add',
    'TINY.add',
    'tiny.Add',
    'tiny.\u0430dd',
    'tiny["add"]',
    'tiny.add\0',
    'tiny.add.',
    '.tiny.add',
    'tiny/add',
    'tiny.add()',
    'tiny\u2024add',
    'tiny.a\u0301dd',
    `tiny.${'a.'.repeat(200)}add`,
    'x'.repeat(100_000),
    '',
  ],
  'a path that is refused or under review': ['tiny.readFile', 'tiny.sort'],
};

test.each(Object.entries(attacks))('%s answers like an unknown one', (_name, paths) => {
  for (const path of paths) {
    const { code, message } = answerTo(path);
    expect({ code, message }).toEqual({ code: unknown.code, message: unknown.message });
    expect(allowlist.lookup(path)).toBeUndefined();
  }
});

test('a path that is no text at all finds nothing', () => {
  for (const odd of [['tiny.add'], ['tiny', 'add'], { toString: () => 'tiny.add' }, Symbol('tiny.add'), null, 0]) {
    expect(allowlist.lookup(odd as string)).toBeUndefined();
  }
});

describe('a path in bytes that are not UTF-8', () => {
  /** A frame that declares a path given as raw bytes. */
  const frameOf = (path: readonly number[]) => {
    const declare = [8, 1, 18, path.length, ...path];
    const message = [10, declare.length, ...declare];
    return Uint8Array.from([18, message.length, ...message]);
  };
  const ascii = (text: string) => [...new TextEncoder().encode(text)];

  test('is read when it is well-formed', () => {
    const [message] = decodeClientFrame(frameOf(ascii('tiny.add')), DEFAULT_LIMITS).messages;
    expect(allowlist.resolve(message?.declare?.path as string).path).toBe('tiny.add');
  });

  test.each([
    ['overlong letters', [...ascii('tiny.'), 0xc1, 0xa1, ...ascii('dd')]],
    ['an overlong dot', [...ascii('tiny'), 0xc0, 0xae, ...ascii('add')]],
    ['an overlong zero', [...ascii('tiny.add'), 0xc0, 0x80]],
    ['a stray continuation', [...ascii('tiny.add'), 0x80]],
    ['a surrogate', [...ascii('tiny.'), 0xed, 0xa0, 0x80]],
    ['a cut character', [...ascii('tiny.add'), 0xe2, 0x82]],
    ['a long text with one bad byte', [...ascii('a'.repeat(100)), 0xff]],
  ])('is refused when it has %s', (_name, path) => {
    errorOf(() => decodeClientFrame(frameOf(path), DEFAULT_LIMITS), 'PROTOCOL');
  });
});

test('nothing that a peer sends can add an entry', () => {
  expect(() => {
    (allowlist.entries as unknown as unknown[]).push({});
  }).toThrow(TypeError);
  expect(() => {
    (allowlist as unknown as Record<string, unknown>)['lookup'] = () => ({});
  }).toThrow(TypeError);
  expect(messages.Declare.prototype.path).toBe('');
});
