import { type CallName, formatType, isRecord, type ObjectInfo, parseUid, SyftError } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { StoredObject } from '../object/stored-object.ts';
import { infoOf } from '../request/release-request.ts';
import { findObject, type Session } from './session.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Reads a call's arguments. Throws `BAD_ARGUMENT`. */
export function parseArguments(json: Uint8Array): Arguments {
  try {
    const value: unknown = json.byteLength === 0 ? {} : JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
    if (isRecord(value)) return value;
  } catch {
    // Falls through to the one answer.
  }
  throw new SyftError('BAD_ARGUMENT', 'cannot read call: its arguments are no JSON object');
}

/** A text argument. Throws `BAD_ARGUMENT`. */
export function textOf(args: Arguments, name: string): string {
  const value = Object.hasOwn(args, name) ? args[name] : undefined;
  if (typeof value !== 'string') throw new SyftError('BAD_ARGUMENT', `cannot read call: ${name} is no text`);
  return value;
}

/** Answers a data scientist's call; what resolves is sent as JSON. */
export async function answerScientist(core: DomainCore, session: Session, op: CallName, args: Arguments): Promise<unknown> {
  const { person } = session;
  switch (op) {
    case 'datasets':
      return core.datasets.describeFor(person, core.grants);
    case 'describe':
      return describe((await findObject(core, textOf(args, 'object'), person)).object);
    case 'request':
      return ask(core, session, args);
    case 'requests':
      return core.requests.listFor(person, Object.hasOwn(args, 'before') ? textOf(args, 'before') : undefined);
    case 'status':
      return infoOf(core.requests.get(textOf(args, 'id'), person), core.environment.now());
    case 'cancel':
      return core.requests.cancel(textOf(args, 'id'), person);
    default:
      throw new SyftError('NOT_PERMITTED', 'cannot answer call: it is not for your role');
  }
}

async function ask(core: DomainCore, session: Session, args: Arguments): Promise<unknown> {
  const id = textOf(args, 'id');
  const reason = textOf(args, 'reason');
  const { prefix, counter } = parseUid(id);
  if (prefix !== session.prefix) throw new SyftError('BAD_ARGUMENT', 'cannot request: the id is not of this session');
  if (core.requests.has(id, session.person)) return infoOf(core.requests.get(id, session.person), core.environment.now());
  session.claim(counter);
  if (reason.length === 0 || reason.length > core.limits.reasonLength || !isPlainText(reason)) {
    throw new SyftError('BAD_ARGUMENT', `cannot request: give a reason of 1 to ${core.limits.reasonLength} plain characters`);
  }
  const { object } = await findObject(core, textOf(args, 'object'), session.person);
  session.runBatch();
  return core.requests.ask({ id, object, type: formatType(object.type), reason, person: session.person });
}

/**
 * Something to read, and nothing that could make it look like something else: at least one letter or digit, no control or
 * formatting characters and none that are drawn as nothing (Unicode’s `Default_Ignorable_Code_Point`).
 */
function isPlainText(text: string): boolean {
  if (!text.isWellFormed() || /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(text)) return false;
  return /[\p{L}\p{N}]/u.test(text);
}

function describe(object: StoredObject): ObjectInfo {
  const { origin } = object;
  const origins = {
    call: () => (origin.kind === 'call' ? origin.entry.path : ''),
    column: () => (origin.kind === 'column' ? `${origin.dataset}.${origin.columns[origin.column]}${origin.mock ? ' (mock)' : ''}` : ''),
    upload: () => 'upload',
    fault: () => 'refused',
  };
  return { uid: object.uid, type: formatType(object.type), readable: object.readable, origin: origins[origin.kind]() };
}
