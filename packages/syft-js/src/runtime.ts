// JavaScript's own values and its Math, loaded only where calls run (a domain).
export { libraries } from './gen/library.js';
