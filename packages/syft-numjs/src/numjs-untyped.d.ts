// numjs ships no types, and those of `@types/numjs` contradict its run time.
declare module 'numjs' {
  const library: unknown;
  export = library;
}
