export type { NdArray, NdArrayPointer, NumjsRemote } from './gen/remote.ts';
export { numjs } from './support.ts';
