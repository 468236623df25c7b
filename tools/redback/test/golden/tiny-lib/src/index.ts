export type * from './gen/remote.ts';
export { tinyLib } from './support.ts';
