import nodeModule from 'node:module';

/** What a program has loaded since the last look, as URLs. */
export class LoadLog {
  #urls: string[] = [];
  readonly #onFirst: () => void;

  /** `onFirst` is called for the first URL after each `take`. It has to return at once, and not to throw. */
  constructor(onFirst: () => void) {
    this.#onFirst = onFirst;
  }

  add(url: string): void {
    if (this.#urls.push(url) === 1) this.#onFirst();
  }

  get isEmpty(): boolean {
    return this.#urls.length === 0;
  }

  take(): readonly string[] {
    const urls = this.#urls;
    this.#urls = [];
    return urls;
  }
}

/**
 * Notes every module that is loaded from now on, by `import` or `require`. One hook, of the cheaper kind: it says nothing of
 * specifiers, which nobody needs who knows the files. With it modules are linked without a pause, so that what waits for the next
 * turn of the event loop comes after the whole import.
 */
export function watchLoads(log: LoadLog): void {
  nodeModule.registerHooks({
    load(url, context, nextLoad) {
      log.add(url);
      return nextLoad(url, context);
    },
  });
}

/** Why this engine's hooks are not to be relied on; `undefined` when they are. */
export function hooksProblem(version: string): string | undefined {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const isRight = major >= 26 || (major === 24 && (minor > 11 || (minor === 11 && patch >= 1))) || (major === 22 && isFrom22(minor, patch));
  return isRight
    ? undefined
    : `Node ${version} has no loader hooks that autoload can use: it needs 22.22.3, 24.11.1 or 26, or later ones of these lines`;
}

function isFrom22(minor: number, patch: number): boolean {
  return minor > 22 || (minor === 22 && patch >= 3);
}
