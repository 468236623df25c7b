// jstat, loaded only where calls run (a domain), or where a value becomes one of the library's own types (a client).
export { libraries } from './gen/library.js';
