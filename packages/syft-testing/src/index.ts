export { createMemoryDomain } from './domain/memory-domain.ts';
