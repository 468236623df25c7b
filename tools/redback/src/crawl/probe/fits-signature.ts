import { type Param, parseType, type Signature, type TypeRef } from '@syft-libs/ast';
import type { Returned } from './caller.ts';
import { type TypeNames, typeFits } from './type-fit.ts';

/** Whether somebody could make a call by a signature: as many arguments as it asks for, each of its type. */
export function fitsSignature({ outcome }: Returned, { params }: Signature, names: TypeNames): boolean {
  const types = outcome.operands.filter(({ name }) => name !== 'self').map(({ type }) => parseType(type));
  if (types.length < params.filter(({ optional, rest }) => !optional && !rest).length) return false;
  return types.every((type, index) => {
    const expected = expectedAt(params, index);
    return expected !== undefined && typeFits(type, expected, names);
  });
}

function expectedAt(params: readonly Param[], index: number): TypeRef | undefined {
  const param = params[index] ?? params.find(({ rest }) => rest);
  return param?.rest === true && param.type.kind === 'list' ? param.type.of : param?.type;
}
