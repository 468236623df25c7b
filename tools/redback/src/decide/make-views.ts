import type { Signature, TypeRef } from '@syft-libs/ast';
import type { Example, Sample } from '../surface/sample.ts';
import type { KnownTypes } from './known-types.ts';

const FIELDS = ['data', 'shape', 'stride', 'offset'] as const;

/**
 * An example in which plain views of a flat buffer stand for arrays, as calls of a library that makes none itself were tried, with
 * such arrays in their places, where another library of the package makes them.
 */
export function makeViews(example: Example, signatures: readonly Signature[], types: KnownTypes): Example {
  const args = example.args.map((arg, index) => {
    const [made] = signatures.flatMap(({ params }) => arrayOf(arg, params[index]?.type, types) ?? []);
    return made ?? arg;
  });
  return { ...example, args };
}

function arrayOf(sample: Sample, type: TypeRef | undefined, types: KnownTypes): Sample | undefined {
  if (type?.kind !== 'ref' || typeof sample !== 'object' || sample?.$ !== 'record') return undefined;
  const travel = types.get(type.id)?.seen.travel;
  const { data, shape } = sample.fields;
  if (travel?.kind !== 'array' || travel.view !== null || travel.how !== 'call' || data === undefined || shape === undefined)
    return undefined;
  const isView = FIELDS.every((name) => Object.hasOwn(sample.fields, name)) && sample.fields['offset'] === 0;
  return isView ? { $: 'call', path: travel.factory, args: [data, shape] } : undefined;
}
