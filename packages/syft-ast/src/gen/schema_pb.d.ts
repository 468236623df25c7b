// Generated from schema.proto by `pnpm codegen`. Do not edit.
import type { Reader, Writer } from '../codegen.ts';

export interface IValue {
  readonly tag?: number | null;
  readonly body?: Uint8Array | null;
}

export class Value {
  constructor(properties?: IValue);
  tag: number;
  body: Uint8Array;
  static encode(message: IValue, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Value;
  static read(reader: Reader, into?: unknown): Value;
}

export namespace Value {
  type $Properties = IValue;
}

export interface IArrayBody {
  readonly dtype?: number | null;
  readonly shape?: readonly number[] | null;
  readonly data?: Uint8Array | null;
  readonly part?: number | null;
  readonly elements?: readonly Uint8Array[] | null;
}

export class ArrayBody {
  constructor(properties?: IArrayBody);
  dtype: number;
  shape: number[];
  data: Uint8Array;
  part: number;
  elements: Uint8Array[];
  static encode(message: IArrayBody, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): ArrayBody;
  static read(reader: Reader, into?: unknown): ArrayBody;
}

export namespace ArrayBody {
  type $Properties = IArrayBody;
}

export interface IListBody {
  readonly items?: readonly Uint8Array[] | null;
}

export class ListBody {
  constructor(properties?: IListBody);
  items: Uint8Array[];
  static encode(message: IListBody, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): ListBody;
  static read(reader: Reader, into?: unknown): ListBody;
}

export namespace ListBody {
  type $Properties = IListBody;
}

export interface IRecordBody {
  readonly keys?: readonly string[] | null;
  readonly values?: readonly Uint8Array[] | null;
}

export class RecordBody {
  constructor(properties?: IRecordBody);
  keys: string[];
  values: Uint8Array[];
  static encode(message: IRecordBody, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): RecordBody;
  static read(reader: Reader, into?: unknown): RecordBody;
}

export namespace RecordBody {
  type $Properties = IRecordBody;
}

export interface IPointerBody {
  readonly prefix?: Uint8Array | null;
  readonly counter?: number | null;
}

export class PointerBody {
  constructor(properties?: IPointerBody);
  prefix: Uint8Array;
  counter: number;
  static encode(message: IPointerBody, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): PointerBody;
  static read(reader: Reader, into?: unknown): PointerBody;
}

export namespace PointerBody {
  type $Properties = IPointerBody;
}

export interface ILibrary {
  readonly root?: string | null;
  readonly package?: string | null;
  readonly digest?: string | null;
}

export class Library {
  constructor(properties?: ILibrary);
  root: string;
  package: string;
  digest: string;
  static encode(message: ILibrary, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Library;
  static read(reader: Reader, into?: unknown): Library;
}

export namespace Library {
  type $Properties = ILibrary;
}

export interface IClientHello {
  readonly protocol?: number | null;
  readonly clientKey?: Uint8Array | null;
  readonly nonce?: Uint8Array | null;
  readonly origin?: string | null;
  readonly resume?: Uint8Array | null;
  readonly libraries?: readonly ILibrary[] | null;
}

export class ClientHello {
  constructor(properties?: IClientHello);
  protocol: number;
  clientKey: Uint8Array;
  nonce: Uint8Array;
  origin: string;
  resume: Uint8Array;
  libraries: Library[];
  static encode(message: IClientHello, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): ClientHello;
  static read(reader: Reader, into?: unknown): ClientHello;
}

export namespace ClientHello {
  type $Properties = IClientHello;
}

export interface IDomainHello {
  readonly protocol?: number | null;
  readonly domainKey?: Uint8Array | null;
  readonly nonce?: Uint8Array | null;
  readonly signature?: Uint8Array | null;
}

export class DomainHello {
  constructor(properties?: IDomainHello);
  protocol: number;
  domainKey: Uint8Array;
  nonce: Uint8Array;
  signature: Uint8Array;
  static encode(message: IDomainHello, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): DomainHello;
  static read(reader: Reader, into?: unknown): DomainHello;
}

export namespace DomainHello {
  type $Properties = IDomainHello;
}

export interface IClientProof {
  readonly signature?: Uint8Array | null;
  readonly invitation?: string | null;
  readonly secret?: Uint8Array | null;
}

export class ClientProof {
  constructor(properties?: IClientProof);
  signature: Uint8Array;
  invitation: string;
  secret: Uint8Array;
  static encode(message: IClientProof, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): ClientProof;
  static read(reader: Reader, into?: unknown): ClientProof;
}

export namespace ClientProof {
  type $Properties = IClientProof;
}

export interface ITag {
  readonly number?: number | null;
  readonly name?: string | null;
}

export class Tag {
  constructor(properties?: ITag);
  number: number;
  name: string;
  static encode(message: ITag, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Tag;
  static read(reader: Reader, into?: unknown): Tag;
}

export namespace Tag {
  type $Properties = ITag;
}

export interface ILibraryState {
  readonly root?: string | null;
  readonly state?: string | null;
  readonly version?: string | null;
}

export class LibraryState {
  constructor(properties?: ILibraryState);
  root: string;
  state: string;
  version: string;
  static encode(message: ILibraryState, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): LibraryState;
  static read(reader: Reader, into?: unknown): LibraryState;
}

export namespace LibraryState {
  type $Properties = ILibraryState;
}

export interface IWelcome {
  readonly prefix?: Uint8Array | null;
  readonly counter?: number | null;
  readonly accepted?: number | null;
  readonly durable?: number | null;
  readonly tags?: readonly ITag[] | null;
  readonly person?: string | null;
  readonly roles?: readonly string[] | null;
  readonly libraries?: readonly ILibraryState[] | null;
  readonly limits?: Uint8Array | null;
}

export class Welcome {
  constructor(properties?: IWelcome);
  prefix: Uint8Array;
  counter: number;
  accepted: number;
  durable: number;
  tags: Tag[];
  person: string;
  roles: string[];
  libraries: LibraryState[];
  limits: Uint8Array;
  static encode(message: IWelcome, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Welcome;
  static read(reader: Reader, into?: unknown): Welcome;
}

export namespace Welcome {
  type $Properties = IWelcome;
}

export interface IDeclare {
  readonly entry?: number | null;
  readonly path?: string | null;
  readonly signature?: string | null;
}

export class Declare {
  constructor(properties?: IDeclare);
  entry: number;
  path: string;
  signature: string;
  static encode(message: IDeclare, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Declare;
  static read(reader: Reader, into?: unknown): Declare;
}

export namespace Declare {
  type $Properties = IDeclare;
}

export interface IAction {
  readonly id?: number | null;
  readonly entry?: number | null;
  readonly operands?: readonly Uint8Array[] | null;
}

export class Action {
  constructor(properties?: IAction);
  id: number;
  entry: number;
  operands: Uint8Array[];
  static encode(message: IAction, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Action;
  static read(reader: Reader, into?: unknown): Action;
}

export namespace Action {
  type $Properties = IAction;
}

export interface ISelect {
  readonly id?: number | null;
  readonly dataset?: string | null;
  readonly columns?: readonly string[] | null;
  readonly mock?: boolean | null;
}

export class Select {
  constructor(properties?: ISelect);
  id: number;
  dataset: string;
  columns: string[];
  mock: boolean;
  static encode(message: ISelect, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Select;
  static read(reader: Reader, into?: unknown): Select;
}

export namespace Select {
  type $Properties = ISelect;
}

export interface IDelete {
  readonly objects?: readonly Uint8Array[] | null;
}

export class Delete {
  constructor(properties?: IDelete);
  objects: Uint8Array[];
  static encode(message: IDelete, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Delete;
  static read(reader: Reader, into?: unknown): Delete;
}

export namespace Delete {
  type $Properties = IDelete;
}

export interface IGet {
  readonly call?: number | null;
  readonly object?: Uint8Array | null;
  readonly offset?: number | null;
}

export class Get {
  constructor(properties?: IGet);
  call: number;
  object: Uint8Array;
  offset: number;
  static encode(message: IGet, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Get;
  static read(reader: Reader, into?: unknown): Get;
}

export namespace Get {
  type $Properties = IGet;
}

export interface IPut {
  readonly call?: number | null;
  readonly id?: number | null;
  readonly value?: Uint8Array | null;
  readonly parts?: readonly number[] | null;
}

export class Put {
  constructor(properties?: IPut);
  call: number;
  id: number;
  value: Uint8Array;
  parts: number[];
  static encode(message: IPut, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Put;
  static read(reader: Reader, into?: unknown): Put;
}

export namespace Put {
  type $Properties = IPut;
}

export interface IFetch {
  readonly call?: number | null;
  readonly request?: string | null;
  readonly offset?: number | null;
}

export class Fetch {
  constructor(properties?: IFetch);
  call: number;
  request: string;
  offset: number;
  static encode(message: IFetch, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Fetch;
  static read(reader: Reader, into?: unknown): Fetch;
}

export namespace Fetch {
  type $Properties = IFetch;
}

export interface ICall {
  readonly call?: number | null;
  readonly op?: string | null;
  readonly json?: Uint8Array | null;
  readonly record?: Uint8Array | null;
  readonly signature?: Uint8Array | null;
}

export class Call {
  constructor(properties?: ICall);
  call: number;
  op: string;
  json: Uint8Array;
  record: Uint8Array;
  signature: Uint8Array;
  static encode(message: ICall, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Call;
  static read(reader: Reader, into?: unknown): Call;
}

export namespace Call {
  type $Properties = ICall;
}

export interface IStop {
  readonly call?: number | null;
}

export class Stop {
  constructor(properties?: IStop);
  call: number;
  static encode(message: IStop, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Stop;
  static read(reader: Reader, into?: unknown): Stop;
}

export namespace Stop {
  type $Properties = IStop;
}

export interface ICredit {
  readonly transfer?: number | null;
  readonly bytes?: number | null;
}

export class Credit {
  constructor(properties?: ICredit);
  transfer: number;
  bytes: number;
  static encode(message: ICredit, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Credit;
  static read(reader: Reader, into?: unknown): Credit;
}

export namespace Credit {
  type $Properties = ICredit;
}

export interface IClientMessage {
  readonly declare?: IDeclare | null;
  readonly action?: IAction | null;
  readonly select?: ISelect | null;
  readonly delete?: IDelete | null;
  readonly get?: IGet | null;
  readonly put?: IPut | null;
  readonly fetch?: IFetch | null;
  readonly call?: ICall | null;
  readonly stop?: IStop | null;
  readonly credit?: ICredit | null;
}

export class ClientMessage {
  constructor(properties?: IClientMessage);
  declare: Declare | null;
  action: Action | null;
  select: Select | null;
  delete: Delete | null;
  get: Get | null;
  put: Put | null;
  fetch: Fetch | null;
  call: Call | null;
  stop: Stop | null;
  credit: Credit | null;
  readonly body?: 'declare' | 'action' | 'select' | 'delete' | 'get' | 'put' | 'fetch' | 'call' | 'stop' | 'credit';
  static encode(message: IClientMessage, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): ClientMessage;
  static read(reader: Reader, into?: unknown): ClientMessage;
}

export namespace ClientMessage {
  type $Properties = IClientMessage;
}

export interface IClientFrame {
  readonly seq?: number | null;
  readonly messages?: readonly IClientMessage[] | null;
}

export class ClientFrame {
  constructor(properties?: IClientFrame);
  seq: number;
  messages: ClientMessage[];
  static encode(message: IClientFrame, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): ClientFrame;
  static read(reader: Reader, into?: unknown): ClientFrame;
}

export namespace ClientFrame {
  type $Properties = IClientFrame;
}

export interface IAck {
  readonly accepted?: number | null;
  readonly durable?: number | null;
}

export class Ack {
  constructor(properties?: IAck);
  accepted: number;
  durable: number;
  static encode(message: IAck, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Ack;
  static read(reader: Reader, into?: unknown): Ack;
}

export namespace Ack {
  type $Properties = IAck;
}

export interface IFault {
  readonly id?: number | null;
  readonly code?: string | null;
  readonly message?: string | null;
}

export class Fault {
  constructor(properties?: IFault);
  id: number;
  code: string;
  message: string;
  static encode(message: IFault, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Fault;
  static read(reader: Reader, into?: unknown): Fault;
}

export namespace Fault {
  type $Properties = IFault;
}

export interface IReply {
  readonly call?: number | null;
  readonly code?: string | null;
  readonly message?: string | null;
  readonly json?: Uint8Array | null;
}

export class Reply {
  constructor(properties?: IReply);
  call: number;
  code: string;
  message: string;
  json: Uint8Array;
  static encode(message: IReply, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Reply;
  static read(reader: Reader, into?: unknown): Reply;
}

export namespace Reply {
  type $Properties = IReply;
}

export interface IAnswer {
  readonly call?: number | null;
  readonly value?: Uint8Array | null;
  readonly parts?: readonly number[] | null;
  readonly transfer?: number | null;
  readonly offset?: number | null;
}

export class Answer {
  constructor(properties?: IAnswer);
  call: number;
  value: Uint8Array;
  parts: number[];
  transfer: number;
  offset: number;
  static encode(message: IAnswer, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Answer;
  static read(reader: Reader, into?: unknown): Answer;
}

export namespace Answer {
  type $Properties = IAnswer;
}

export interface IAccept {
  readonly call?: number | null;
  readonly transfer?: number | null;
  readonly offset?: number | null;
}

export class Accept {
  constructor(properties?: IAccept);
  call: number;
  transfer: number;
  offset: number;
  static encode(message: IAccept, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Accept;
  static read(reader: Reader, into?: unknown): Accept;
}

export namespace Accept {
  type $Properties = IAccept;
}

export interface INotice {
  readonly topic?: string | null;
  readonly id?: string | null;
}

export class Notice {
  constructor(properties?: INotice);
  topic: string;
  id: string;
  static encode(message: INotice, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Notice;
  static read(reader: Reader, into?: unknown): Notice;
}

export namespace Notice {
  type $Properties = INotice;
}

export interface IDomainMessage {
  readonly ack?: IAck | null;
  readonly fault?: IFault | null;
  readonly reply?: IReply | null;
  readonly answer?: IAnswer | null;
  readonly accept?: IAccept | null;
  readonly credit?: ICredit | null;
  readonly notice?: INotice | null;
}

export class DomainMessage {
  constructor(properties?: IDomainMessage);
  ack: Ack | null;
  fault: Fault | null;
  reply: Reply | null;
  answer: Answer | null;
  accept: Accept | null;
  credit: Credit | null;
  notice: Notice | null;
  readonly body?: 'ack' | 'fault' | 'reply' | 'answer' | 'accept' | 'credit' | 'notice';
  static encode(message: IDomainMessage, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): DomainMessage;
  static read(reader: Reader, into?: unknown): DomainMessage;
}

export namespace DomainMessage {
  type $Properties = IDomainMessage;
}

export interface IDomainFrame {
  readonly messages?: readonly IDomainMessage[] | null;
}

export class DomainFrame {
  constructor(properties?: IDomainFrame);
  messages: DomainMessage[];
  static encode(message: IDomainFrame, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): DomainFrame;
  static read(reader: Reader, into?: unknown): DomainFrame;
}

export namespace DomainFrame {
  type $Properties = IDomainFrame;
}

export interface IGrantRecord {
  readonly domain?: string | null;
  readonly id?: string | null;
  readonly person?: string | null;
  readonly dataset?: string | null;
  readonly columns?: readonly string[] | null;
  readonly until?: number | null;
  readonly purpose?: string | null;
  readonly issued?: number | null;
}

export class GrantRecord {
  constructor(properties?: IGrantRecord);
  domain: string;
  id: string;
  person: string;
  dataset: string;
  columns: string[];
  until: number;
  purpose: string;
  issued: number;
  static encode(message: IGrantRecord, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): GrantRecord;
  static read(reader: Reader, into?: unknown): GrantRecord;
}

export namespace GrantRecord {
  type $Properties = IGrantRecord;
}

export interface IDecisionRecord {
  readonly domain?: string | null;
  readonly request?: string | null;
  readonly object?: string | null;
  readonly binding?: Uint8Array | null;
  readonly person?: string | null;
  readonly approve?: boolean | null;
  readonly expires?: number | null;
  readonly uses?: number | null;
  readonly issued?: number | null;
}

export class DecisionRecord {
  constructor(properties?: IDecisionRecord);
  domain: string;
  request: string;
  object: string;
  binding: Uint8Array;
  person: string;
  approve: boolean;
  expires: number;
  uses: number;
  issued: number;
  static encode(message: IDecisionRecord, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): DecisionRecord;
  static read(reader: Reader, into?: unknown): DecisionRecord;
}

export namespace DecisionRecord {
  type $Properties = IDecisionRecord;
}
