// What the `./autoload` of a support package imports, and what autoload itself stands on; small, since programs load it before anything else.
export {
  type AutoloadedLibraries,
  type AutoloadedLibrary,
  type AutoloadRegistry,
  type AutoloadSnapshot,
  autoloadRegistry,
  registerSupport,
} from './support/autoload-registry.ts';
export { CONTRACT } from './support/contract.ts';
