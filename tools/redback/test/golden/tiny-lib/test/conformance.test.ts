import { conformance } from '@syft-libs/testing';
import { tinyLib } from '../src/index.ts';
import { cases } from './gen/cases.ts';
import { samples } from './gen/samples.ts';

await conformance(tinyLib, { cases, samples });
