import type { SupportPackage } from '@syft-libs/ast';
import { mockOf, tableOf } from '@syft-libs/domain';
import { createMemoryDomain, type MemoryDomain, type MemoryDomainOptions, type PeerOptions, type RawPeer } from '../../src/index.ts';
import { labSupport } from '../lab/lab-support.ts';

/** A stored value that nothing a client receives may contain, as text or as bytes. */
export const CANARY = 987.654;
export const canaryBytes = Buffer.from(Float64Array.of(CANARY).buffer).toString('latin1');

export const libraries: readonly SupportPackage[] = [labSupport];
export type Name = 'ada' | 'bob' | 'eve';

/** Six rows, four of them complete. */
const patients = tableOf({
  x: Float64Array.of(CANARY, 1, 2, Number.NaN, 4, 5),
  y: Float64Array.of(CANARY, 1, Number.NaN, 3, 4, 5),
});
const ward = tableOf({ x: Float64Array.of(1, 2, 3) });

/** A domain with the lab's library. Ada may use the patients, Bob another dataset, Eve nothing. */
export function openClinic(options: Partial<MemoryDomainOptions<Name>> = {}): Promise<MemoryDomain<Name>> {
  return createMemoryDomain<Name>({
    libraries,
    datasets: { patients: { table: patients, mock: mockOf(patients.schema, { rows: 5, seed: 1 }) }, ward },
    people: { ada: { patients: 'all' }, bob: { ward: 'all' }, eve: {} },
    ...options,
  });
}

export function peerOf(clinic: MemoryDomain<Name>, name: Name, options: PeerOptions = {}): Promise<RawPeer> {
  return clinic.peer(name, { libraries, ...options });
}

/** Entries of the lab by their real signatures. */
export const SIGNATURES = {
  'lab.add': '(a: lab.Vec, b: lab.Vec) => lab.Vec ; (a: lab.Vec, b: number) => lab.Vec',
  'lab.at': '(v: lab.Vec, index: number) => number | undefined',
  'lab.fill': '(v: lab.Vec, value: number) => lab.Vec',
  'lab.join': '(list: lab.Vec[]) => lab.Vec',
  'lab.outer': '(a: lab.Vec, b: lab.Vec) => lab.Vec',
  'lab.positive': '(v: lab.Vec) => lab.Vec',
  'lab.same': '(v: lab.Vec) => lab.Vec',
  'lab.spin': '(public milliseconds: number) => number',
  'lab.take': '(v: lab.Vec, public count: number) => lab.Vec',
  'lab.total': '(v: lab.Vec) => number',
  'lab.zeros': '(public length: number) => lab.Vec',
  'lab.Vec.reverse': '() => lab.Vec',
  'lab.Vec.scale': '(by: number) => lab.Vec',
  'lab.Vec.total': '() => number',
  'js.Math.sqrt': '(x: number) => number',
  'js.Math.pow': '(base: number, exponent: number) => number',
} as const;

/** Calls an entry of the lab; returns the id of its result. */
export function call(peer: RawPeer, path: keyof typeof SIGNATURES, ...operands: readonly unknown[]): number {
  return peer.act(
    peer.declare(path, SIGNATURES[path]),
    operands.map((operand) => peer.encode(operand)),
  );
}

/** The code under which an id was refused; `undefined` when it was taken. */
export async function codeOf(peer: RawPeer, id: number): Promise<string | undefined> {
  await peer.settle();
  return peer.faults().get(id);
}

/** Everything that a peer has received, as text. */
export function received(peer: RawPeer): string {
  return Buffer.concat(peer.link.received).toString('latin1');
}
