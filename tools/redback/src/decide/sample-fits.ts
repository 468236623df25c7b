import type { Signature, TypeRef } from '@syft-libs/ast';
import type { Example, Sample } from '../surface/sample.ts';

/** Whether an example can be handed over as one of the signatures. What the library itself makes is taken to be what it says. */
export function exampleFits({ args }: Example, signatures: readonly Signature[]): boolean {
  return signatures.some(({ params }) => {
    const rest = params.at(-1)?.rest === true ? params.at(-1) : undefined;
    const fixed = rest === undefined ? params : params.slice(0, -1);
    if (args.length < fixed.filter(({ optional }) => !optional).length) return false;
    return args.every((arg, index) => {
      const param = fixed[index] ?? rest;
      if (param === undefined) return false;
      const type = param === rest && param.type.kind === 'list' ? param.type.of : param.type;
      return sampleFits(arg, type);
    });
  });
}

function sampleFits(sample: Sample, type: TypeRef): boolean {
  if (type.kind === 'union') return type.of.some((member) => sampleFits(sample, member));
  if (sample === null) return type.kind === 'prim' && type.name === 'null';
  if (typeof sample !== 'object') {
    return type.kind === 'literal' ? type.value === sample : type.kind === 'prim' && type.name === typeof sample;
  }
  switch (sample.$) {
    case 'undefined':
    case 'number':
    case 'bigint':
      return type.kind === 'prim' && type.name === sample.$;
    case 'list':
      if (type.kind === 'tuple') {
        return (
          type.items.length === sample.items.length && type.items.every((item, index) => sampleFits(sample.items[index] as Sample, item))
        );
      }
      return type.kind === 'list' && sample.items.every((item) => sampleFits(item, type.of));
    case 'record':
      return recordFits(sample.fields, type);
    case 'array':
      return type.kind === 'prim' && type.name.toLowerCase() === (sample.dtype === 'bytes' ? 'bytes' : `${sample.dtype}array`);
    case 'date':
      return type.kind === 'prim' && type.name === 'Date';
    case 'map':
      return type.kind === 'map' && sample.entries.every(([key, of]) => sampleFits(key, type.key) && sampleFits(of, type.of));
    case 'set':
      return type.kind === 'set' && sample.items.every((item) => sampleFits(item, type.of));
    case 'callback':
      return false;
    case 'new':
    case 'rebuilt':
    case 'changed':
      return type.kind === 'ref';
    default:
      return true;
  }
}

function recordFits(fields: Readonly<Record<string, Sample>>, type: TypeRef): boolean {
  if (type.kind === 'dict') return Object.values(fields).every((field) => sampleFits(field, type.of));
  if (type.kind !== 'record') return false;
  if (Object.keys(fields).some((name) => !type.fields.some((field) => field.name === name))) return false;
  return type.fields.every((field) =>
    Object.hasOwn(fields, field.name) ? sampleFits(fields[field.name] as Sample, field.type) : field.optional,
  );
}
