export type * from './gen/remote.ts';
export { js } from './support.ts';
