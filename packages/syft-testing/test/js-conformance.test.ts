import type { SupportPackage } from '@syft-libs/ast';
import { js } from '@syft-libs/js';
import { conformance } from '../src/index.ts';

await conformance(js as SupportPackage);
