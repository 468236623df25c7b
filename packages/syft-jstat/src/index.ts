export type * from './gen/remote.ts';
export { jstat } from './support.ts';
