export type * from './gen/remote.ts';
export { mlMatrix } from './support.ts';
