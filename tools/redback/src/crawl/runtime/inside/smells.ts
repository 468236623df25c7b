const GLOBALS = ['globalThis', 'window', 'global', 'document', 'navigator', 'localStorage'];

/** Words in source text that ask for a closer look, and what they are told as. A hint for policy, never a proof of purity. */
const SMELLS: readonly (readonly [smell: string, pattern: RegExp])[] = [
  ['Math.random', /\bMath\s*(?:\.\s*random|\[)/],
  ['Date', /\bDate\b/],
  ['performance', /\bperformance\s*\./],
  ['crypto', /\bcrypto\b/],
  ['Intl', /\bIntl\b|\.toLocale\w+|\.localeCompare\b/],
  ['new Function', /\bFunction\s*\(/],
  ['eval', /\beval\b/],
  ['require', /\brequire\s*\(/],
  ['import()', /\bimport\s*\(/],
  ['fetch', /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/],
  ['process', /\bprocess\s*[.[]/],
  ['fs', /\bfs\s*\.|\breadFile|\bwriteFile/],
  ['child_process', /\bchild_process\b|\bexecSync\b|\bspawn\s*\(/],
  ['vm', /\bvm\s*\.|\brunIn(?:New|This)?Context\b/],
  ['node module', /['"`]node:\w/],
  ['global', new RegExp(`\\b(?:${GLOBALS.join('|')})\\b`)],
  ['timer', /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame)\b/],
  ['console', /\bconsole\s*\./],
  ['async', /^async\b|\bawait\b|\bPromise\b|\.then\s*\(/],
  ['shared memory', /\bSharedArrayBuffer\b|\bAtomics\b/],
  ['WebAssembly', /\bWebAssembly\b/],
  ['arguments', /\barguments\b/],
  ['native code', /\{\s*\[native code\]\s*\}\s*$/],
];

const textOfFunction = Function.prototype.toString;
const { apply } = Reflect;
const LONGEST = 200_000;

/** A function's own text: never through a `toString` that it brings along. */
export function sourceOf(fn: object): string {
  try {
    return (apply(textOfFunction, fn, []) as string).slice(0, LONGEST);
  } catch {
    return '';
  }
}

/** The smells of a source text, in the order of the table. */
export function smellsOf(source: string): readonly string[] {
  const own = GLOBALS.filter((name) => takes(source, name));
  const said = own.reduce((text, name) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), ''), source);
  return SMELLS.filter(([, pattern]) => pattern.test(said)).map(([smell]) => smell);
}

/** Whether a function has a parameter of this name: it is no global inside. */
function takes(source: string, name: string): boolean {
  const header = source.slice(0, Math.max(source.search(/=>|\{/), 0));
  return new RegExp(`[(,]\\s*${name}\\s*[,)=]|^(?:async\\s+)?${name}\\s*$`).test(header);
}
