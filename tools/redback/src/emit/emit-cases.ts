// What the conformance and twin tests call entries with.
import type { LibraryPlan, PackagePlan } from '../surface/package-plan.ts';
import type { Example, Sample } from '../surface/sample.ts';
import type { EmittedFile } from './emitted-file.ts';
import { quote } from './generated-text.ts';
import { SampleModule } from './sample-module.ts';
import { isPrintable } from './sample-printer.ts';

/** `test/gen/cases.ts`: calls that succeeded when they were probed. */
export function emitCases(plan: PackagePlan): EmittedFile {
  const module = new SampleModule(plan);
  const lines = plan.libraries.flatMap(({ cases }) =>
    Object.entries(cases).flatMap(([path, examples]) => {
      const calls = examples.map(operandsOf).filter(isPrintable);
      if (calls.length === 0) return [];
      const printed = calls.map((operands) => `    [${operands.map((operand) => module.operand(operand)).join(', ')}],\n`);
      return [`  ${quote(path)}: [\n${printed.join('')}  ],\n`];
    }),
  );
  const body = [
    '/** Plain operands of calls, the receiver first, by path. */',
    `export const cases: Readonly<Record<string, readonly (readonly unknown[])[]>> = ${lines.length === 0 ? '{}' : `{\n${lines.join('')}}`};`,
    '',
  ];
  return { path: 'test/gen/cases.ts', text: module.assemble(body.join('\n')), kind: 'generated' };
}

/** `test/gen/samples.ts`: values of the libraries' own types, for calls that the tests think up. */
export function emitSamples(plan: PackagePlan): EmittedFile {
  const module = new SampleModule(plan);
  const lines = plan.libraries.flatMap((library) =>
    Object.entries(library.recipes).flatMap(([type, recipes]) => {
      const usable = recipes.filter((recipe) => isPrintable([recipe]));
      if (usable.length === 0 || !needsSamples(type, library)) return [];
      return [`  ${quote(type)}: [\n${usable.map((recipe) => `    ${module.operand(recipe)},\n`).join('')}  ],\n`];
    }),
  );
  const body = [
    '/** Plain values of types of which not every array is one, by type. */',
    `export const samples: Samples = ${lines.length === 0 ? '{}' : `{\n${lines.join('')}}`};`,
    '',
  ];
  return { path: 'test/gen/samples.ts', text: module.assemble(body.join('\n'), ['Samples']), kind: 'generated' };
}

/** Element types that the tests make arrays of by themselves. */
const GENERATED_DTYPES = ['float64', 'float32', 'int32', 'int16', 'int8', 'uint32', 'uint16', 'uint8', 'array'];

/** True for structures, and for arrays of which not every one that the tests make is one. Types that do not travel have no plain form. */
function needsSamples(type: string, { codecs }: LibraryPlan): boolean {
  const travel = codecs.find((codec) => codec.type === type)?.travel;
  if (travel === undefined) return false;
  return travel.kind !== 'array' || GENERATED_DTYPES.some((dtype) => !travel.dtypes.includes(dtype));
}

/** The operands of a call, the receiver first; arguments left out at the end are no operands. */
export function operandsOf({ receiver, args }: Example): readonly Sample[] {
  const end = args.findLastIndex((arg) => typeof arg !== 'object' || arg === null || arg.$ !== 'undefined');
  return [...(receiver === null ? [] : [receiver]), ...args.slice(0, end + 1)];
}
