// All that generated code may import: a contract with the generator.
export { choose, messageClass } from './message/message-class.ts';
export { Reader } from './message/reader.ts';
export { Writer } from './message/writer.ts';
