// Whether example values fit the signatures of the draft.
import type { Signature, TypeRef } from '@syft-libs/ast';
import { isNdArray } from '../src/nd-view.ts';
import type { Call, Entry } from './entry.ts';
import { isNdSample } from './sample.ts';

/** True when a call's arguments fit; its receiver comes first for methods and properties. */
export function fitsCall({ params }: Signature, { kind }: Entry, call: Call): boolean {
  const args = kind === 'function' ? call : call.slice(1);
  const last = params.at(-1);
  if (last?.rest !== true && args.length > params.length) return false;
  if (params.some((param, index) => !param.optional && !param.rest && index >= args.length)) return false;
  return args.every((arg, index) => {
    const param = params[index] ?? last;
    if (param === undefined) return false;
    return param.rest && param.type.kind === 'list' ? fits(arg, param.type.of) : fits(arg, param.type);
  });
}

/** True when a value is of a type. */
export function fits(value: unknown, type: TypeRef): boolean {
  switch (type.kind) {
    case 'prim':
      return type.name === 'null' ? value === null : typeof value === type.name;
    case 'literal':
      return value === type.value;
    case 'ref':
      return type.id === 'numjs.NdArray' && (isNdSample(value) || isNdArray(value));
    case 'list':
      return Array.isArray(value) && value.every((item) => fits(item, type.of));
    case 'record':
      return typeof value === 'object' && value !== null && !isNdSample(value) && !Array.isArray(value) && !isNdArray(value);
    case 'union':
      return type.of.some((member) => fits(value, member));
    default:
      return false;
  }
}
