export { FixedEnvironment } from './domain/fixed-environment.ts';
export { createMemoryDomain, type MemoryDataset, type MemoryDomain, type MemoryDomainOptions, type MemoryGrants } from './domain/memory-domain.ts';
export { createMemoryIdentity } from './domain/memory-identity.ts';
export { type HandshakeInput, type Handshaken, shakeHands } from './peer/raw-handshake.ts';
export { RawLink } from './peer/raw-link.ts';
export { type PeerAnswer, type PeerOptions, RawPeer } from './peer/raw-peer.ts';
