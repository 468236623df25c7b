// Generated from schema.proto by `pnpm codegen`. Do not edit.
import { choose, messageClass } from '../codegen.ts';

const $empty = new Uint8Array(0);

export const Value = /* @__PURE__ */ messageClass({
  defaults: { tag: 0, body: $empty },
  write(m, w) {
    w.uint32(8, m.tag);
    w.bytes(18, m.body);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.tag = r.uint32(); break;
      case 18: m.body = r.bytes(); break;
      default: return false;
    }
  },
});

export const ArrayBody = /* @__PURE__ */ messageClass({
  defaults: { dtype: 0, data: $empty, part: 0 },
  lists: ['shape', 'elements'],
  write(m, w) {
    w.uint32(8, m.dtype);
    w.uint32s(18, m.shape);
    w.bytes(26, m.data);
    w.uint32(32, m.part);
    w.bytesList(42, m.elements);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.dtype = r.uint32(); break;
      case 16: m.shape.push(r.uint32()); break;
      case 18: r.uint32s(m.shape); break;
      case 26: m.data = r.bytes(); break;
      case 32: m.part = r.uint32(); break;
      case 42: m.elements.push(r.bytes()); break;
      default: return false;
    }
  },
});

export const ListBody = /* @__PURE__ */ messageClass({
  defaults: {  },
  lists: ['items'],
  write(m, w) {
    w.bytesList(10, m.items);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.items.push(r.bytes()); break;
      default: return false;
    }
  },
});

export const RecordBody = /* @__PURE__ */ messageClass({
  defaults: {  },
  lists: ['keys', 'values'],
  write(m, w) {
    w.stringList(10, m.keys);
    w.bytesList(18, m.values);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.keys.push(r.string()); break;
      case 18: m.values.push(r.bytes()); break;
      default: return false;
    }
  },
});

export const PointerBody = /* @__PURE__ */ messageClass({
  defaults: { prefix: $empty, counter: 0 },
  write(m, w) {
    w.bytes(10, m.prefix);
    w.uint32(16, m.counter);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.prefix = r.bytes(); break;
      case 16: m.counter = r.uint32(); break;
      default: return false;
    }
  },
});

export const Library = /* @__PURE__ */ messageClass({
  defaults: { root: '', package: '', digest: '' },
  write(m, w) {
    w.string(10, m.root);
    w.string(18, m.package);
    w.string(26, m.digest);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.root = r.string(); break;
      case 18: m.package = r.string(); break;
      case 26: m.digest = r.string(); break;
      default: return false;
    }
  },
});

export const ClientHello = /* @__PURE__ */ messageClass({
  defaults: { protocol: 0, clientKey: $empty, nonce: $empty, origin: '', resume: $empty },
  lists: ['libraries'],
  write(m, w) {
    w.uint32(8, m.protocol);
    w.bytes(18, m.clientKey);
    w.bytes(26, m.nonce);
    w.string(34, m.origin);
    w.bytes(42, m.resume);
    w.messages(50, m.libraries, Library);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.protocol = r.uint32(); break;
      case 18: m.clientKey = r.bytes(); break;
      case 26: m.nonce = r.bytes(); break;
      case 34: m.origin = r.string(); break;
      case 42: m.resume = r.bytes(); break;
      case 50: m.libraries.push(r.message(Library)); break;
      default: return false;
    }
  },
});

export const DomainHello = /* @__PURE__ */ messageClass({
  defaults: { protocol: 0, domainKey: $empty, nonce: $empty, signature: $empty },
  write(m, w) {
    w.uint32(8, m.protocol);
    w.bytes(18, m.domainKey);
    w.bytes(26, m.nonce);
    w.bytes(34, m.signature);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.protocol = r.uint32(); break;
      case 18: m.domainKey = r.bytes(); break;
      case 26: m.nonce = r.bytes(); break;
      case 34: m.signature = r.bytes(); break;
      default: return false;
    }
  },
});

export const ClientProof = /* @__PURE__ */ messageClass({
  defaults: { signature: $empty, invitation: '', secret: $empty },
  write(m, w) {
    w.bytes(10, m.signature);
    w.string(18, m.invitation);
    w.bytes(26, m.secret);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.signature = r.bytes(); break;
      case 18: m.invitation = r.string(); break;
      case 26: m.secret = r.bytes(); break;
      default: return false;
    }
  },
});

export const Tag = /* @__PURE__ */ messageClass({
  defaults: { number: 0, name: '' },
  write(m, w) {
    w.uint32(8, m.number);
    w.string(18, m.name);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.number = r.uint32(); break;
      case 18: m.name = r.string(); break;
      default: return false;
    }
  },
});

export const LibraryState = /* @__PURE__ */ messageClass({
  defaults: { root: '', state: '', version: '' },
  write(m, w) {
    w.string(10, m.root);
    w.string(18, m.state);
    w.string(26, m.version);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.root = r.string(); break;
      case 18: m.state = r.string(); break;
      case 26: m.version = r.string(); break;
      default: return false;
    }
  },
});

export const Welcome = /* @__PURE__ */ messageClass({
  defaults: { prefix: $empty, counter: 0, accepted: 0, durable: 0, person: '', limits: $empty },
  lists: ['tags', 'roles', 'libraries'],
  write(m, w) {
    w.bytes(10, m.prefix);
    w.uint32(16, m.counter);
    w.uint32(24, m.accepted);
    w.uint32(32, m.durable);
    w.messages(42, m.tags, Tag);
    w.string(50, m.person);
    w.stringList(58, m.roles);
    w.messages(66, m.libraries, LibraryState);
    w.bytes(74, m.limits);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.prefix = r.bytes(); break;
      case 16: m.counter = r.uint32(); break;
      case 24: m.accepted = r.uint32(); break;
      case 32: m.durable = r.uint32(); break;
      case 42: m.tags.push(r.message(Tag)); break;
      case 50: m.person = r.string(); break;
      case 58: m.roles.push(r.string()); break;
      case 66: m.libraries.push(r.message(LibraryState)); break;
      case 74: m.limits = r.bytes(); break;
      default: return false;
    }
  },
});

export const Declare = /* @__PURE__ */ messageClass({
  defaults: { entry: 0, path: '', signature: '' },
  write(m, w) {
    w.uint32(8, m.entry);
    w.string(18, m.path);
    w.string(26, m.signature);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.entry = r.uint32(); break;
      case 18: m.path = r.string(); break;
      case 26: m.signature = r.string(); break;
      default: return false;
    }
  },
});

export const Action = /* @__PURE__ */ messageClass({
  defaults: { id: 0, entry: 0 },
  lists: ['operands'],
  write(m, w) {
    w.uint32(8, m.id);
    w.uint32(16, m.entry);
    w.bytesList(26, m.operands);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.id = r.uint32(); break;
      case 16: m.entry = r.uint32(); break;
      case 26: m.operands.push(r.bytes()); break;
      default: return false;
    }
  },
});

export const Select = /* @__PURE__ */ messageClass({
  defaults: { id: 0, dataset: '', mock: false },
  lists: ['columns'],
  write(m, w) {
    w.uint32(8, m.id);
    w.string(18, m.dataset);
    w.stringList(26, m.columns);
    w.bool(32, m.mock);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.id = r.uint32(); break;
      case 18: m.dataset = r.string(); break;
      case 26: m.columns.push(r.string()); break;
      case 32: m.mock = r.bool(); break;
      default: return false;
    }
  },
});

export const Delete = /* @__PURE__ */ messageClass({
  defaults: {  },
  lists: ['objects'],
  write(m, w) {
    w.bytesList(10, m.objects);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.objects.push(r.bytes()); break;
      default: return false;
    }
  },
});

export const Get = /* @__PURE__ */ messageClass({
  defaults: { call: 0, object: $empty, offset: 0 },
  write(m, w) {
    w.uint32(8, m.call);
    w.bytes(18, m.object);
    w.double(25, m.offset);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.call = r.uint32(); break;
      case 18: m.object = r.bytes(); break;
      case 25: m.offset = r.double(); break;
      default: return false;
    }
  },
});

export const Put = /* @__PURE__ */ messageClass({
  defaults: { call: 0, id: 0, value: $empty },
  lists: ['parts'],
  write(m, w) {
    w.uint32(8, m.call);
    w.uint32(16, m.id);
    w.bytes(26, m.value);
    w.doubles(34, m.parts);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.call = r.uint32(); break;
      case 16: m.id = r.uint32(); break;
      case 26: m.value = r.bytes(); break;
      case 33: m.parts.push(r.double()); break;
      case 34: r.doubles(m.parts); break;
      default: return false;
    }
  },
});

export const Fetch = /* @__PURE__ */ messageClass({
  defaults: { call: 0, request: '', offset: 0 },
  write(m, w) {
    w.uint32(8, m.call);
    w.string(18, m.request);
    w.double(25, m.offset);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.call = r.uint32(); break;
      case 18: m.request = r.string(); break;
      case 25: m.offset = r.double(); break;
      default: return false;
    }
  },
});

export const Call = /* @__PURE__ */ messageClass({
  defaults: { call: 0, op: '', json: $empty, record: $empty, signature: $empty },
  write(m, w) {
    w.uint32(8, m.call);
    w.string(18, m.op);
    w.bytes(26, m.json);
    w.bytes(34, m.record);
    w.bytes(42, m.signature);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.call = r.uint32(); break;
      case 18: m.op = r.string(); break;
      case 26: m.json = r.bytes(); break;
      case 34: m.record = r.bytes(); break;
      case 42: m.signature = r.bytes(); break;
      default: return false;
    }
  },
});

export const Stop = /* @__PURE__ */ messageClass({
  defaults: { call: 0 },
  write(m, w) {
    w.uint32(8, m.call);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.call = r.uint32(); break;
      default: return false;
    }
  },
});

export const Credit = /* @__PURE__ */ messageClass({
  defaults: { transfer: 0, bytes: 0 },
  write(m, w) {
    w.uint32(8, m.transfer);
    w.double(17, m.bytes);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.transfer = r.uint32(); break;
      case 17: m.bytes = r.double(); break;
      default: return false;
    }
  },
});

export const ClientMessage = /* @__PURE__ */ messageClass({
  defaults: { declare: null, action: null, select: null, delete: null, get: null, put: null, fetch: null, call: null, stop: null, credit: null },
  oneof: 'body',
  write(m, w) {
    w.message(10, m.declare, Declare);
    w.message(18, m.action, Action);
    w.message(26, m.select, Select);
    w.message(34, m.delete, Delete);
    w.message(42, m.get, Get);
    w.message(50, m.put, Put);
    w.message(58, m.fetch, Fetch);
    w.message(66, m.call, Call);
    w.message(74, m.stop, Stop);
    w.message(82, m.credit, Credit);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.declare = r.message(Declare, choose(m, 'declare')); break;
      case 18: m.action = r.message(Action, choose(m, 'action')); break;
      case 26: m.select = r.message(Select, choose(m, 'select')); break;
      case 34: m.delete = r.message(Delete, choose(m, 'delete')); break;
      case 42: m.get = r.message(Get, choose(m, 'get')); break;
      case 50: m.put = r.message(Put, choose(m, 'put')); break;
      case 58: m.fetch = r.message(Fetch, choose(m, 'fetch')); break;
      case 66: m.call = r.message(Call, choose(m, 'call')); break;
      case 74: m.stop = r.message(Stop, choose(m, 'stop')); break;
      case 82: m.credit = r.message(Credit, choose(m, 'credit')); break;
      default: return false;
    }
  },
});

export const ClientFrame = /* @__PURE__ */ messageClass({
  defaults: { seq: 0 },
  lists: ['messages'],
  write(m, w) {
    w.uint32(8, m.seq);
    w.messages(18, m.messages, ClientMessage);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.seq = r.uint32(); break;
      case 18: m.messages.push(r.message(ClientMessage)); break;
      default: return false;
    }
  },
});

export const Ack = /* @__PURE__ */ messageClass({
  defaults: { accepted: 0, durable: 0 },
  write(m, w) {
    w.uint32(8, m.accepted);
    w.uint32(16, m.durable);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.accepted = r.uint32(); break;
      case 16: m.durable = r.uint32(); break;
      default: return false;
    }
  },
});

export const Fault = /* @__PURE__ */ messageClass({
  defaults: { id: 0, code: '', message: '' },
  write(m, w) {
    w.uint32(8, m.id);
    w.string(18, m.code);
    w.string(26, m.message);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.id = r.uint32(); break;
      case 18: m.code = r.string(); break;
      case 26: m.message = r.string(); break;
      default: return false;
    }
  },
});

export const Reply = /* @__PURE__ */ messageClass({
  defaults: { call: 0, code: '', message: '', json: $empty },
  write(m, w) {
    w.uint32(8, m.call);
    w.string(18, m.code);
    w.string(26, m.message);
    w.bytes(34, m.json);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.call = r.uint32(); break;
      case 18: m.code = r.string(); break;
      case 26: m.message = r.string(); break;
      case 34: m.json = r.bytes(); break;
      default: return false;
    }
  },
});

export const Answer = /* @__PURE__ */ messageClass({
  defaults: { call: 0, value: $empty, transfer: 0, offset: 0 },
  lists: ['parts'],
  write(m, w) {
    w.uint32(8, m.call);
    w.bytes(18, m.value);
    w.doubles(26, m.parts);
    w.uint32(32, m.transfer);
    w.double(41, m.offset);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.call = r.uint32(); break;
      case 18: m.value = r.bytes(); break;
      case 25: m.parts.push(r.double()); break;
      case 26: r.doubles(m.parts); break;
      case 32: m.transfer = r.uint32(); break;
      case 41: m.offset = r.double(); break;
      default: return false;
    }
  },
});

export const Accept = /* @__PURE__ */ messageClass({
  defaults: { call: 0, transfer: 0, offset: 0 },
  write(m, w) {
    w.uint32(8, m.call);
    w.uint32(16, m.transfer);
    w.double(25, m.offset);
  },
  read(m, r, tag) {
    switch (tag) {
      case 8: m.call = r.uint32(); break;
      case 16: m.transfer = r.uint32(); break;
      case 25: m.offset = r.double(); break;
      default: return false;
    }
  },
});

export const Notice = /* @__PURE__ */ messageClass({
  defaults: { topic: '', id: '' },
  write(m, w) {
    w.string(10, m.topic);
    w.string(18, m.id);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.topic = r.string(); break;
      case 18: m.id = r.string(); break;
      default: return false;
    }
  },
});

export const DomainMessage = /* @__PURE__ */ messageClass({
  defaults: { ack: null, fault: null, reply: null, answer: null, accept: null, credit: null, notice: null },
  oneof: 'body',
  write(m, w) {
    w.message(10, m.ack, Ack);
    w.message(18, m.fault, Fault);
    w.message(26, m.reply, Reply);
    w.message(34, m.answer, Answer);
    w.message(42, m.accept, Accept);
    w.message(50, m.credit, Credit);
    w.message(58, m.notice, Notice);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.ack = r.message(Ack, choose(m, 'ack')); break;
      case 18: m.fault = r.message(Fault, choose(m, 'fault')); break;
      case 26: m.reply = r.message(Reply, choose(m, 'reply')); break;
      case 34: m.answer = r.message(Answer, choose(m, 'answer')); break;
      case 42: m.accept = r.message(Accept, choose(m, 'accept')); break;
      case 50: m.credit = r.message(Credit, choose(m, 'credit')); break;
      case 58: m.notice = r.message(Notice, choose(m, 'notice')); break;
      default: return false;
    }
  },
});

export const DomainFrame = /* @__PURE__ */ messageClass({
  defaults: {  },
  lists: ['messages'],
  write(m, w) {
    w.messages(10, m.messages, DomainMessage);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.messages.push(r.message(DomainMessage)); break;
      default: return false;
    }
  },
});

export const GrantRecord = /* @__PURE__ */ messageClass({
  defaults: { domain: '', id: '', person: '', dataset: '', until: 0, purpose: '', issued: 0 },
  lists: ['columns'],
  write(m, w) {
    w.string(10, m.domain);
    w.string(18, m.id);
    w.string(26, m.person);
    w.string(34, m.dataset);
    w.stringList(42, m.columns);
    w.double(49, m.until);
    w.string(58, m.purpose);
    w.double(65, m.issued);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.domain = r.string(); break;
      case 18: m.id = r.string(); break;
      case 26: m.person = r.string(); break;
      case 34: m.dataset = r.string(); break;
      case 42: m.columns.push(r.string()); break;
      case 49: m.until = r.double(); break;
      case 58: m.purpose = r.string(); break;
      case 65: m.issued = r.double(); break;
      default: return false;
    }
  },
});

export const DecisionRecord = /* @__PURE__ */ messageClass({
  defaults: { domain: '', request: '', object: '', binding: $empty, person: '', approve: false, expires: 0, uses: 0, issued: 0 },
  write(m, w) {
    w.string(10, m.domain);
    w.string(18, m.request);
    w.string(26, m.object);
    w.bytes(34, m.binding);
    w.string(42, m.person);
    w.bool(48, m.approve);
    w.double(57, m.expires);
    w.uint32(64, m.uses);
    w.double(73, m.issued);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.domain = r.string(); break;
      case 18: m.request = r.string(); break;
      case 26: m.object = r.string(); break;
      case 34: m.binding = r.bytes(); break;
      case 42: m.person = r.string(); break;
      case 48: m.approve = r.bool(); break;
      case 57: m.expires = r.double(); break;
      case 64: m.uses = r.uint32(); break;
      case 73: m.issued = r.double(); break;
      default: return false;
    }
  },
});
