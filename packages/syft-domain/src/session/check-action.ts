import {
  type AllowlistEntry,
  argumentType,
  type Bound,
  boundOfValue,
  type Cost,
  isPointer,
  isRecord,
  type messages,
  type OperandView,
  type Param,
  type PointerLike,
  type Signature,
  SyftError,
  type TypeRef,
  type ValueChecks,
  visitPointers,
  withNumberLists,
} from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import type { StoredObject } from '../object/stored-object.ts';
import { type ResolvePointer, readOperands, resolvedObject, resolveOperands } from './read-operands.ts';

/** What checking an action needs of its session. */
export interface ActionContext {
  readonly prefix: string;
  /** The entry that a number was bound to. Throws `NOT_ALLOWED` or `LIBRARY_MISMATCH`. */
  entryOf(number: number): AllowlistEntry;
  readonly resolve: ResolvePointer;
  /** The plain value of a readable object, computed first if need be. */
  valueOf(object: StoredObject): Promise<unknown>;
}

/** A checked action: everything of its object but the name. */
export type CheckedAction = Pick<StoredObject, 'type' | 'readable' | 'sources' | 'bound' | 'bytes' | 'origin'>;

const ELEMENT_BYTES = 8;

/**
 * Checks an action against the allowlist, the rights and the limits, from public facts alone. Waits only where a pointer
 * stands in a public place, whose value decides what the call costs. Throws a code that the caller may learn.
 */
export function checkAction(core: DomainCore, context: ActionContext, action: messages.Action): CheckedAction | Promise<CheckedAction> {
  const entry = context.entryOf(action.entry);
  if (action.operands.length > core.limits.arguments) throw new SyftError('LIMIT', 'cannot call entry: too many arguments');
  const operands = readOperands(core, context.prefix, action);
  const inputs = resolveOperands(core, operands, context.resolve);
  if (inputs instanceof Promise) return inputs.then((known) => checkCall(core, context, { entry, operands, action, inputs: known }));
  return checkCall(core, context, { entry, operands, action, inputs });
}

interface Call {
  readonly entry: AllowlistEntry;
  readonly operands: readonly unknown[];
  readonly action: messages.Action;
  readonly inputs: readonly StoredObject[];
}

function checkCall(core: DomainCore, context: ActionContext, call: Call): CheckedAction | Promise<CheckedAction> {
  const { entry, operands, action, inputs } = call;
  const signature = core.matcher.match(entry, operands);
  const views = viewsOf(core, context, { entry, signature, operands });
  if (views instanceof Promise) return views.then((known) => conclusion(core, { entry, signature, views: known, inputs, action }));
  return conclusion(core, { entry, signature, views, inputs, action });
}

interface Conclusion {
  readonly entry: AllowlistEntry;
  readonly signature: Signature;
  readonly views: readonly OperandView[];
  readonly inputs: readonly StoredObject[];
  readonly action: messages.Action;
}

function conclusion(core: DomainCore, { entry, signature, views, inputs, action }: Conclusion): CheckedAction {
  const objection = entry.guard?.(views);
  if (objection !== undefined) throw new SyftError('BAD_ARGUMENT', `cannot call ${entry.path}: ${objection}`);
  const cost = entry.cost(views);
  const bytes = checkCost(core, cost);
  return {
    type: signature.returns,
    readable: inputs.every((input) => input.readable),
    sources: core.sources.union(inputs),
    bound: cost.result,
    bytes,
    origin: { kind: 'call', entry, operands: action.operands, inputs },
  };
}

function checkCost(core: DomainCore, { result, operations, elementBytes = ELEMENT_BYTES }: Cost): number {
  const bytes = result.elements * elementBytes;
  if (!(bytes >= 0 && bytes <= core.limits.callBytes)) throw new SyftError('LIMIT', 'cannot call entry: callBytes would be exceeded');
  if (!(operations <= core.limits.callOperations)) throw new SyftError('LIMIT', 'cannot call entry: callOperations would be exceeded');
  return Math.max(ELEMENT_BYTES, bytes);
}

interface ViewInput {
  readonly entry: AllowlistEntry;
  readonly signature: Signature;
  readonly operands: readonly unknown[];
}

/** The public view of every operand; asynchronous only when a public place holds a pointer. */
function viewsOf(
  core: DomainCore,
  context: ActionContext,
  { entry, signature, operands }: ViewInput,
): OperandView[] | Promise<OperandView[]> {
  const shift = entry.receiver === undefined ? 0 : 1;
  const views = new Array<OperandView | Promise<OperandView>>(operands.length);
  let waits = false;
  for (let index = 0; index < operands.length; index++) {
    const type = index < shift ? entry.receiverType : argumentType(signature, index - shift);
    const operand = operands[index];
    const isPublic = index >= shift && paramOf(signature, index - shift)?.public === true;
    const waitsHere = isPublic && holdsPointer(operand);
    waits ||= waitsHere;
    views[index] = waitsHere ? publicView(core, context, { operand, type }) : viewOf(core, asHandedOver(core, operand, type), isPublic);
  }
  return waits ? Promise.all(views) : (views as OperandView[]);
}

function viewOf(core: DomainCore, operand: unknown, isPublic: boolean): OperandView {
  if (isPointer(operand)) return { bound: boundOf(core, operand), value: undefined, isPublic };
  if (Array.isArray(operand) && holdsPointer(operand)) {
    const items = operand.map((item) => viewOf(core, item, isPublic));
    return { bound: { elements: items.reduce((sum, { bound }) => sum + bound.elements, 0) }, value: undefined, isPublic, items };
  }
  const bound = boundOfValue(operand);
  return Array.isArray(operand)
    ? { bound, value: operand, isPublic, items: operand.map((item) => viewOf(core, item, isPublic)) }
    : { bound, value: operand, isPublic };
}

interface PublicOperand {
  readonly operand: unknown;
  readonly type: TypeRef | undefined;
}

async function publicView(core: DomainCore, context: ActionContext, { operand, type }: PublicOperand): Promise<OperandView> {
  const read = await replacePointers(operand, (pointer) => context.valueOf(resolvedObject(core.resolved, pointer) as StoredObject));
  const value = asHandedOver(core, read, type);
  return { bound: boundOfValue(value), value, isPublic: true };
}

/** What of a constant the library will see: guards are asked about that, and not about what the caller wrote. */
function asHandedOver({ allowlist, registry }: DomainCore, operand: unknown, type: TypeRef | undefined): unknown {
  if (typeof operand !== 'object' || operand === null || type === undefined || isPointer(operand)) return operand;
  const checks: ValueChecks = {
    accepts: allowlist.types.accepts,
    detect: (id, value) => registry.byType(id)?.detect(value) === true,
    pointer: (value) => (isPointer(value) ? true : undefined),
  };
  return withNumberLists(operand, type, checks);
}

/** A value with every pointer in it, at any depth, replaced by what it points at. */
async function replacePointers(value: unknown, read: (pointer: PointerLike) => Promise<unknown>): Promise<unknown> {
  if (isPointer(value)) return read(value);
  const all = (items: Iterable<unknown>): Promise<unknown[]> => Promise.all(Array.from(items, (item) => replacePointers(item, read)));
  if (Array.isArray(value)) return all(value);
  if (value instanceof Set) return new Set(await all(value));
  if (value instanceof Map) {
    const [keys, items] = [await all(value.keys()), await all(value.values())];
    return new Map(keys.map((key, index) => [key, items[index]]));
  }
  if (!isRecord(value)) return value;
  const items = await all(Object.values(value));
  return Object.assign(Object.create(null) as object, Object.fromEntries(Object.keys(value).map((key, index) => [key, items[index]])));
}

function boundOf(core: DomainCore, pointer: PointerLike): Bound {
  return (resolvedObject(core.resolved, pointer) as StoredObject).bound;
}

function paramOf(signature: Signature, index: number): Param | undefined {
  return signature.params[Math.min(index, signature.params.length - 1)];
}

function holdsPointer(value: unknown): boolean {
  let found = false;
  visitPointers(value, () => {
    found = true;
  });
  return found;
}
