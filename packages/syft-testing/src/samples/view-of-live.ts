/** What stands for an object that shows no fields: what its codec writes of it. */
export type PlainOf = (value: object) => unknown;

/**
 * A library's own object as plain data, read off its own data fields and by no code of the library: strided views of a buffer
 * as dtype, shape and elements in row-major order, all else field by field. Of what shows no fields `plainOf` tells.
 */
export function viewOfLive(live: object, plainOf: PlainOf = () => ({})): unknown {
  return view(live, [], plainOf);
}

interface Strided {
  readonly data: ArrayLike<unknown>;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
  readonly offset: number;
}

function view(value: unknown, above: readonly object[], plainOf: PlainOf): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (above.includes(value)) return 'a circle';
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item) => view(item, inside, plainOf));
  if (value instanceof Date || value instanceof ArrayBuffer) return value;
  if (value instanceof Set) return new Set([...value].map((item) => view(item, inside, plainOf)));
  if (value instanceof Map)
    return new Map([...value].map(([key, item]) => [view(key, inside, plainOf), view(item, inside, plainOf)] as const));
  const strided = stridedOf(value);
  if (strided !== undefined)
    return { dtype: Object.prototype.toString.call(strided.data).slice(8, -1), shape: [...strided.shape], elements: elementsOf(strided) };
  const fields = dataFields(value);
  const isHidden = fields.length === 0 && Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null;
  return isHidden ? plainOf(value) : Object.fromEntries(fields.map(([name, field]) => [name, view(field, inside, plainOf)]));
}

/** Functions are no data. */
function dataFields(value: object): readonly (readonly [name: string, field: unknown])[] {
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(value));
  return descriptors.flatMap(([name, { value: field }]) => (field === undefined || typeof field === 'function' ? [] : [[name, field]]));
}

function stridedOf(value: object): Strided | undefined {
  const own = [value, ...dataFields(value).flatMap(([, field]) => (typeof field === 'object' && field !== null ? [field] : []))];
  for (const candidate of own) {
    const [data, shape, stride, offset] = ['data', 'shape', 'stride', 'offset'].map((name) => dataOf(candidate, name));
    if (!Array.isArray(shape) || !Array.isArray(stride) || typeof offset !== 'number' || typeof data !== 'object' || data === null)
      continue;
    return { data: data as ArrayLike<unknown>, shape, stride, offset };
  }
  return undefined;
}

/** A data property of an object or of its prototypes. */
function dataOf(value: object, name: string): unknown {
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(at, name);
    if (descriptor !== undefined) return descriptor.value;
  }
  return undefined;
}

function elementsOf({ data, shape, stride, offset }: Strided): readonly unknown[] {
  const elements: unknown[] = [];
  const visit = (axis: number, at: number): void => {
    if (axis === shape.length) elements.push(data[at]);
    else for (let index = 0; index < (shape[axis] as number); index++) visit(axis + 1, at + index * (stride[axis] as number));
  };
  visit(0, offset);
  return elements;
}
