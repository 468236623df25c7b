/** Bytes and operations that conformance asks of one call at most. */
export const CALL_BYTES = 2 ** 20;
export const CALL_OPERATIONS = 1e8;

/** As far beyond its declared size as a domain lets a result be, and what an instance may hold beside its elements. */
const SLACK = 4;
const FEW = 16;

/** Whether a result is of more elements than its call was declared to give. */
export function outgrows(elements: number, declared: number): boolean {
  return elements > SLACK * declared + FEW;
}
