export type * from './gen/remote.ts';
export { numjs } from './support.ts';
