// What a support package needs as soon as it is loaded, and no more, so that a bundler can keep it apart from the rest of the core.
export { type Bound, boundOfText, renderedLength, SCALAR_BOUND } from './support/bounds.ts';
export { type CostFunction, defineSupport, type Guard, type OperandView, type SupportPackage } from './support/define-support.ts';
export { type LoadedEntryPoint, uniteModules } from './support/unite-modules.ts';
export { unpackEntries } from './support/unpack-entries.ts';
