// A domain finds a member once, on a sample, and calls that one on every receiver. ndarray makes a class for each dtype and number of
// axes, each with methods compiled for it, so that those of one would misread the arrays of another. The sample's methods
// look up the receiver's own, by the name that stands here and none from a caller.
type Method = (...args: readonly unknown[]) => unknown;

const METHODS = ['get', 'set', 'index', 'lo', 'hi', 'step', 'transpose', 'pick'] as const;

function methodOf(receiver: object, name: string): Method {
  const prototype = Object.getPrototypeOf(receiver) as object;
  const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
  if (typeof method !== 'function') throw new TypeError(`the array has no ${name}`);
  return method as Method;
}

/** Calls the receiver's own method. What `set` gives back is no result: the changed array is. */
function dispatcher(name: string): Method {
  return function (this: object, ...args) {
    const result: unknown = Reflect.apply(methodOf(this, name), this, args);
    return name === 'set' ? undefined : result;
  };
}

const prototype = Object.fromEntries(METHODS.map((name) => [name, dispatcher(name)]));
const fields = { shape: [], size: 1, dimension: 0, dtype: 'float64' };

/** An array whose methods are those of whatever array they are called on. */
export const sampleArray: object = Object.assign(Object.create(prototype) as object, fields);
