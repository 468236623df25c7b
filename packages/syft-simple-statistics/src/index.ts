export type * from './gen/remote.ts';
export { simpleStatistics } from './support.ts';
