export type { JsRemote } from './gen/remote.ts';
export { js } from './support.ts';
