// All that generated code may import: a contract with the generator.
export { choose, messageClass } from './message/message-class.ts';
export { Reader } from './message/reader.ts';
export { Writer } from './message/writer.ts';
export { type ArrayOptions, arrayCodec } from './serde/array-codec.ts';
export { type StructureMessage, type StructureOptions, structureCodec } from './serde/structure-codec.ts';
export { type Hazard, hazardGuard } from './support/hazard-guard.ts';
export { type ObservedCost, observedCost } from './support/observed-cost.ts';
export { type LoadedEntryPoint, uniteModules } from './support/unite-modules.ts';
