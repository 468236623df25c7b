import type {
  Accept,
  Ack,
  Action,
  Answer,
  Call,
  Credit,
  Declare,
  Delete,
  Fault,
  Fetch,
  Get,
  Notice,
  Put,
  Reply,
  Select,
  Stop,
} from '../gen/schema_pb.js';
import type { MessageName } from './calls.ts';

/** A client's message as it was decoded: one of these is set, with every field of it present. `body` names it. */
export interface ReceivedClientMessage {
  readonly body?: MessageName;
  readonly declare?: Declare | null;
  readonly action?: Action | null;
  readonly select?: Select | null;
  readonly delete?: Delete | null;
  readonly get?: Get | null;
  readonly put?: Put | null;
  readonly fetch?: Fetch | null;
  readonly call?: Call | null;
  readonly stop?: Stop | null;
  readonly credit?: Credit | null;
}

export interface ReceivedClientFrame {
  readonly seq: number;
  readonly messages: readonly ReceivedClientMessage[];
}

/** A domain's message as it was decoded. */
export interface ReceivedDomainMessage {
  readonly body?: string;
  readonly ack?: Ack | null;
  readonly fault?: Fault | null;
  readonly reply?: Reply | null;
  readonly answer?: Answer | null;
  readonly accept?: Accept | null;
  readonly credit?: Credit | null;
  readonly notice?: Notice | null;
}

export interface ReceivedDomainFrame {
  readonly messages: readonly ReceivedDomainMessage[];
}
