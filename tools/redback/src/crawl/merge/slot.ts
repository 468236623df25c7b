import { nameIn, ownerIn } from './merged.ts';

/**
 * The place of a member: `matrix.Matrix#add` for one of instances, `matrix.Matrix.add` for a static, a function or a namespace's
 * own. A class may have both, so that a path alone does not tell them apart.
 */
export function slotOf(path: string, isOfInstances: boolean): string {
  return isOfInstances ? `${ownerIn(path)}#${nameIn(path)}` : path;
}

/** The path of the member in a slot. */
export function pathOfSlot(slot: string): string {
  return slot.replace('#', '.');
}

/** The slot of the same name and kind that another class has. */
export function slotIn(type: string, slot: string): string {
  const path = pathOfSlot(slot);
  return slotOf(`${type}.${nameIn(path)}`, slot.includes('#'));
}

/** What the member in a slot belongs to: the id of a type, the path of a namespace. */
export function ownerOfSlot(slot: string): string {
  return ownerIn(pathOfSlot(slot));
}
