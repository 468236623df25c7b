import type { SupportPackage } from '@syft-libs/ast';
import { js } from '@syft-libs/js';
import { type ConformanceOptions, conformance, twinTest } from '../src/index.ts';

// By its place: what was made to test the package with is none of its exports.
const CASES = new URL('../../syft-js/test/gen/cases.ts', import.meta.url).href;
const { cases } = (await import(CASES)) as Required<Pick<ConformanceOptions, 'cases'>>;

await conformance(js as SupportPackage, { cases });

twinTest([js as SupportPackage], { programs: 500 });
