export type * from './gen/remote.ts';
export { ndarray } from './support.ts';
