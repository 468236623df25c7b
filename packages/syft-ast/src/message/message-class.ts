import { Reader } from './reader.ts';
import { Writer } from './writer.ts';

type Fields = Record<string, unknown>;

/** What the generator knows of a message. */
export interface MessageShape {
  /** What fields are when they were not sent. */
  readonly defaults: Readonly<Fields>;
  readonly lists?: readonly string[];
  /** The name under which the field that is set is told, where fields exclude each other. */
  readonly oneof?: string;
  write(message: Fields, writer: Writer): void;
  /** Reads one field into the message; `false` for one that it does not know. */
  read(message: Fields, reader: Reader, tag: number): boolean | undefined;
}

/** A class of messages, as generated declarations type it further. */
interface MessageClass {
  new (properties?: Fields): Fields;
  encode(message: Fields, writer?: Writer): Writer;
  decode(bytes: Uint8Array): Fields;
  read(reader: Reader, into?: unknown): Fields;
}

/**
 * Makes the class of a message. `decode` throws a plain error for bytes that are no such message. Fields that were not
 * sent are not the message's own, but its prototype's, lists apart; unknown ones are dropped.
 */
export function messageClass({ defaults, lists = [], oneof, write, read }: MessageShape): MessageClass {
  const Message = class {
    static encode(message: Fields, writer: Writer = new Writer()): Writer {
      write(message, writer);
      return writer;
    }

    static decode(bytes: Uint8Array): Fields {
      return Message.read(new Reader(bytes));
    }

    static read(reader: Reader, into?: unknown): Fields {
      const message = (into ?? new Message()) as Fields;
      while (reader.pos < reader.len) {
        const tag = reader.tag();
        if (read(message, reader, tag) === false) reader.skip(tag);
      }
      return message;
    }

    constructor(properties?: Fields) {
      for (let index = 0; index < lists.length; index++) (this as Fields)[lists[index] as string] = [];
      if (properties === undefined) return;
      for (const key in properties) {
        if (Object.hasOwn(properties, key) && properties[key] != null && key !== '__proto__') (this as Fields)[key] = properties[key];
      }
    }
  };
  Object.assign(Message.prototype, defaults);
  if (oneof !== undefined) Object.defineProperty(Message.prototype, oneof, { get: firstOwn });
  return Message as unknown as MessageClass;
}

function firstOwn(this: Fields): string | undefined {
  return Object.keys(this).find((key) => this[key] != null);
}

/** Drops whichever other field of a message was set; gives what stood in this one. */
export function choose(message: Fields, field: string): unknown {
  for (const other of Object.keys(message)) if (other !== field) delete message[other];
  return message[field];
}
