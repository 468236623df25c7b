// What was loaded before the hook was there. A module's static imports are linked before its first line runs, so that an `import` of
// autoload sees none of those beside it.
import { realpathSync } from 'node:fs';
import { Module } from 'node:module';
import { pathToFileURL } from 'node:url';

/** CommonJS modules, and modules that were required. */
export function requiredBefore(): readonly string[] {
  const { _cache } = Module as unknown as { readonly _cache: Readonly<Record<string, unknown>> };
  return Object.keys(_cache).map((file) => pathToFileURL(file).href);
}

/** Every module that this thread has parsed, as the engine's debugger knows them. Throws where that may not be used. */
export function parsedBefore(): readonly string[] {
  const urls: string[] = [];
  // Not every engine has it, and few programs need it.
  const { Session } = process.getBuiltinModule('node:inspector');
  const session = new Session();
  session.connect();
  session.on('Debugger.scriptParsed', ({ params: { url } }) => {
    if (url.startsWith('file:')) urls.push(url);
  });
  session.post('Debugger.enable');
  session.post('Debugger.disable');
  session.disconnect();
  return urls;
}

/** The URL of the file that the process was started with; `undefined` where there is none. */
export function entryUrl(): string | undefined {
  try {
    return process.argv[1] === undefined ? undefined : pathToFileURL(realpathSync.native(process.argv[1])).href;
  } catch {
    return undefined;
  }
}
