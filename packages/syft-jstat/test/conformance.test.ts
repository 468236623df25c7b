import { conformance } from '@syft-libs/testing';
import { jstat } from '../src/index.ts';
import { cases } from './gen/cases.ts';
import { samples } from './gen/samples.ts';

await conformance(jstat, { cases, samples });
