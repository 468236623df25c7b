/** Whether this process loads its library elsewhere: it is started in another zone then. Read before anything foreign can change it. */
export const isElsewhere = process.env['TZ'] !== undefined && process.env['TZ'] !== 'UTC';

/** What the machine tells, and another machine would tell otherwise: numbers, and lists of its parts. */
export function asToldHere(value: unknown): unknown {
  if (!isElsewhere) return value;
  if (typeof value === 'number') return value + 1;
  return Array.isArray(value) ? [...(value as readonly unknown[]), ...(value as readonly unknown[])] : value;
}
