import { type AllowlistEntry, CodecRegistry, DEFAULT_LIMITS, encodeValue, POINTER, TagTable, toBytes } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import type { Origin, StoredObject } from '../../src/object/stored-object.ts';
import { type Provenance, renderSteps } from '../../src/provenance/render-steps.ts';

const PREFIX = '0000000000000001';
const serde = { registry: new CodecRegistry([]), tags: new TagTable([]) };
const blobs = new Map<string, Uint8Array>();
let counter = 0;

function objectOf(origin: Origin): StoredObject {
  counter++;
  const unused = {} as never;
  return {
    uid: `${PREFIX}:${counter}` as never,
    prefix: PREFIX,
    counter,
    type: unused,
    readable: false,
    sources: [],
    bound: unused,
    bytes: 8,
    origin,
  };
}

const column = (name: string, mock = false): StoredObject =>
  objectOf({ kind: 'column', dataset: 'birds', columns: [name], column: 0, mock });

/** A call on constants and on objects, wherever in an operand they stand. */
function call(path: string, ...operands: readonly unknown[]): StoredObject {
  const inputs: StoredObject[] = [];
  const withPointers = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withPointers);
    if (typeof value !== 'object' || value === null || !('origin' in value)) return value;
    inputs.push(value as StoredObject);
    return { [POINTER]: { prefix: undefined, counter: (value as StoredObject).counter } };
  };
  const heads = operands.map((operand) => encodeValue(withPointers(operand), serde, Number.POSITIVE_INFINITY).head);
  return objectOf({ kind: 'call', entry: { path, kind: 'function' } as AllowlistEntry, operands: heads, inputs });
}

function upload(value: unknown): StoredObject {
  const blob = `upload-${counter}`;
  blobs.set(blob, toBytes(encodeValue(value, serde)));
  return objectOf({ kind: 'upload', blob });
}

const render = (object: StoredObject): Promise<Provenance> =>
  renderSteps(object, { ...serde, limits: DEFAULT_LIMITS, blob: async (name) => blobs.get(name) });
const onehot = (length: number): readonly number[] => Array.from({ length }, (_, index) => (index === 7 ? 1 : 0));
const textsOf = ({ steps }: Provenance): string => steps.map(({ text }) => text).join('\n');

test('a mask among harmless arrays comes first, and what is not listed is counted', async () => {
  let value = column('x');
  for (let index = 0; index < 22; index++) value = call('nj.multiply', value, Array(30).fill(1));
  value = call('nj.multiply', value, onehot(30));
  for (let index = 0; index < 24; index++) value = call('nj.add', value, 0);
  const provenance = await render(value);
  expect(provenance.supplied).toHaveLength(20);
  expect(provenance.supplied[0]).toMatchObject({ step: 's23', elements: 30, rarest: 1, heaviestShare: 1 });
  expect(provenance.suppliedLeftOut).toBe(3);
  expect(provenance.count).toBe(48);
});

test('steps with a column or a supplied array are never folded, and the others are counted where they stand', async () => {
  let value = column('x');
  for (let index = 0; index < 30; index++) value = call('nj.add', value, 0);
  value = call('nj.multiply', value, onehot(30));
  value = call('nj.multiply', value, column('secret'));
  for (let index = 0; index < 30; index++) value = call('nj.add', value, 0);
  const texts = textsOf(await render(value));
  expect(texts).toContain('s31 = nj.multiply(s30, <30 from the requester>)');
  expect(texts).toContain('birds.secret');
  expect(texts.match(/… \d+ more steps: .*/g)).toEqual(['… 11 more steps: nj.add × 11', '… 11 more steps: nj.add × 10, nj.multiply × 1']);
});

test('thousands of supplied arrays do not make a review without end, and it says what it folds', async () => {
  let value = column('x');
  for (let index = 0; index < 1_000; index++) value = call('nj.add', value, [1, 1, 1, 1, 1]);
  value = call('nj.multiply', value, onehot(30));
  for (let index = 0; index < 1_000; index++) value = call('nj.add', value, [1, 1, 1, 1, 1]);
  const { steps, supplied } = await render(value);
  expect(steps.length).toBeLessThan(1_000);
  expect(steps.some(({ text }) => text.includes('<30 from the requester>'))).toBe(true);
  expect(steps.some(({ text }) => /more steps \(\d+ of them with columns or arrays from the requester\)/.test(text))).toBe(true);
  expect(supplied[0]).toMatchObject({ elements: 30 });
});

test('a mask in a list beside a pointer is summarised, whole or in pieces', async () => {
  const beside = await render(call('nj.concatenate', [onehot(30), column('x')]));
  expect(beside.supplied).toMatchObject([{ elements: 30, rarest: 1 }]);
  expect(beside.steps.at(-1)?.text).toBe('s1 = nj.concatenate([<30 from the requester>, x])');
  const pieces = await render(call('nj.concatenate', [column('x'), [0, 0, 0, 1], [0, 0, 0, 0], 0]));
  expect(pieces.supplied).toMatchObject([{ elements: 9, rarest: 1 }]);
});

test('every pointer of a list is shown, or counted beyond sixteen different ones', async () => {
  const mock = column('x', true);
  const secret = column('secret');
  const ninth = await render(call('nj.concatenate', [...Array<StoredObject>(40).fill(mock), secret]));
  expect(ninth.steps.at(-1)?.text).toBe('s1 = nj.concatenate([x × 40, secret])');
  const columns = Array.from({ length: 20 }, (_, index) => column(`c${index}`));
  const many = await render(call('nj.concatenate', columns));
  expect(many.steps.at(-1)?.text).toContain('c15, … 4 different more');
  expect(many.inputs).toHaveLength(20);
});

test('small parameters stand in their step alone; uploads are always summarised', async () => {
  const { supplied, steps } = await render(call('nj.reshape', call('nj.add', column('x'), upload([1, 2])), [6, 10], 'a'.repeat(50)));
  expect(supplied).toMatchObject([{ step: 'upload1', elements: 2 }]);
  expect(steps.at(-1)?.text).toMatch(/^s2 = nj\.reshape\(s1, \[6, 10\], "a+… \(52 characters\)\)$/);
});

test('an upload that was deleted since cannot pass for none', async () => {
  const gone = upload(onehot(30));
  blobs.clear();
  const { supplied, steps } = await render(call('nj.multiply', column('x'), gone));
  expect(supplied).toMatchObject([{ step: 'upload1', sampled: 0 }]);
  expect(textsOf({ steps } as Provenance)).toContain('has deleted since');
});
