export { codecContract } from './codec/codec-contract.ts';
export type { CodecContractOptions, CodecSample, CodecView } from './codec/codec-options.ts';
export { type ConformanceOptions, type ConformanceTable, conformance } from './conformance/conformance.ts';
export { FixedEnvironment } from './domain/fixed-environment.ts';
export {
  createMemoryDomain,
  type MemoryDataset,
  type MemoryDomain,
  type MemoryDomainOptions,
  type MemoryGrants,
} from './domain/memory-domain.ts';
export { createMemoryIdentity } from './domain/memory-identity.ts';
export { type HandshakeInput, type Handshaken, shakeHands } from './peer/raw-handshake.ts';
export { RawLink } from './peer/raw-link.ts';
export { type PeerAnswer, type PeerOptions, RawPeer } from './peer/raw-peer.ts';
export { type Replayed, replayMessages } from './peer/replay-messages.ts';
export { dialWebSocket } from './peer/web-socket.ts';
export { SAMPLE_DTYPES, SAMPLE_SHAPES, sampleArray, sampleArrays, sampleElements, sampleTypedArrays } from './samples/arrays.ts';
export { Chance } from './samples/chance.ts';
export { type BenchEntry, grown, grownShape } from './samples/grown.ts';
export { FOREIGN_VALUES, SAMPLE_LISTS, SAMPLE_NESTED } from './samples/lists.ts';
export { plainMaker } from './samples/plain-values.ts';
export { firstDifference, isSameValue } from './samples/same-value.ts';
export { SAMPLE_BIGINTS, SAMPLE_BOOLEANS, SAMPLE_DATES, SAMPLE_NUMBERS, SAMPLE_STRINGS } from './samples/scalars.ts';
export type { Samples } from './samples/values-of-type.ts';
export { viewOfLive } from './samples/view-of-live.ts';
export { formatProgram, type Program, type Step } from './twin/program.ts';
export type { Tamper } from './twin/twin-domain.ts';
export { readTwinLibraries, type TwinLibraries } from './twin/twin-libraries.ts';
export { type TwinTestOptions, twinTest } from './twin/twin-test.ts';
export { completeRows, type TwinSide } from './twin/twin-world.ts';
export { type Disagreement, formatDisagreement, runTwins, type TwinOptions } from './twin/twins.ts';
