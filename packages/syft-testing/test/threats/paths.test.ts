import { messages } from '@syft-libs/ast';
import { afterAll, expect, test } from 'vitest';
import { openClinic, peerOf } from './clinic.ts';

const clinic = await openClinic();
const peer = await peerOf(clinic, 'ada');
afterAll(() => clinic[Symbol.asyncDispose]());

/** What a call of a path comes to, as bytes without its id. */
async function answerTo(path: string, signature = '() => number', operands: readonly unknown[] = []): Promise<string> {
  const id = peer.act(
    peer.declare(path, signature),
    operands.map((operand) => peer.encode(operand)),
  );
  await peer.settle();
  const fault = peer.messages().find((message) => message.fault?.id === id)?.fault;
  return fault ? Buffer.from(messages.Fault.encode({ ...fault, id: 0 }).finish()).toString('latin1') : 'taken';
}

const unknown = await answerTo('lab.noSuchThing');

/** Each of these has to answer with the very bytes of an unknown path. */
async function expectUnknown(path: string, signature?: string, operands?: readonly unknown[]): Promise<void> {
  expect(await answerTo(path, signature, operands), path).toBe(unknown);
}

test('an unknown path is not allowed, in words that do not repeat it', () => {
  expect(unknown).toContain('NOT_ALLOWED');
  expect(unknown).not.toContain('noSuchThing');
});

test.each(['lab.constructor', 'lab.constructor.constructor', 'lab.add.constructor', 'js.Math.constructor', 'constructor'])(
  'a path that walks to the constructor answers like an unknown one: %s',
  async (path) => {
    await expectUnknown(path, '(source: string) => callback', ['return process']);
    await expectUnknown(path);
  },
);

test.each([
  'lab.__proto__.x',
  'lab.__proto__',
  '__proto__',
  'lab.Vec.prototype.total',
  'Array.prototype.map',
  'lab.Vec.__proto__.constructor',
])('a path through a prototype answers like an unknown one: %s', (path) => expectUnknown(path));

test.each([
  'lab.valueOf',
  'lab.toString',
  'lab.hasOwnProperty',
  'lab.__defineGetter__',
  'lab.Vec.toString',
  'lab.Vec.isPrototypeOf',
  'toString',
  'has',
  'get',
  'size',
])('a name that every object inherits answers like an unknown one: %s', (path) => expectUnknown(path));

test.each(['lab.Vec.data', 'lab.Vec.isVec', 'lab._private', 'lab.Vec._data', 'lab.Vec.show', 'lab.map', 'lab.read', 'lab.Vec'])(
  'a member that is there but not on the allowlist answers like an unknown one: %s',
  (path) => expectUnknown(path),
);

test.each([
  'lab..add',
  'lab.add ',
  ' lab.add',
  'LAB.add',
  'lab.Add',
  'lab["add"]',
  'lab.add.',
  '.lab.add',
  'lab/add',
  'lab.add\0',
  'lab.\u{430}dd',
  'lab.a\u0301dd',
  'lab.add\u200b',
  'lab:add',
  '',
  '.',
  `lab.${'a'.repeat(300)}`,
  new Array(20).fill('lab').join('.'),
])('a path that only resembles an allowed one answers like an unknown one: %j', async (path) => {
  await expectUnknown(path, '(a: lab.Vec, b: lab.Vec) => lab.Vec ; (a: lab.Vec, b: number) => lab.Vec');
});

test('the same path byte for byte is taken', async () => {
  const column = peer.select('patients', ['x']);
  expect(await answerTo('lab.total', '(v: lab.Vec) => number', [peer.pointer(column)])).toBe('taken');
});

test('an allowed path under another signature says which library differs, and runs nothing', async () => {
  expect(await answerTo('lab.total', '() => string')).toContain('LIBRARY_MISMATCH');
});
