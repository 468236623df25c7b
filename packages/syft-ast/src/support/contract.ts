// By what the core knows a support package, apart from what makes one: autoload asks for this alone, before a program's first line.
import type { SupportPackage } from './define-support.ts';

/** The contract between the core and support packages. Packages of equal contract work together. */
export const CONTRACT = 1;

export const SUPPORT: unique symbol = Symbol.for('@syft-libs/support') as never;

/** True for a support package of this or of another loaded copy of the core. */
export function isSupportPackage(value: unknown): value is SupportPackage {
  return typeof value === 'object' && value !== null && (value as { [SUPPORT]?: unknown })[SUPPORT] === true;
}
