/** Names of parameters, read from a function's own source. A hint: nothing is trusted for it. */
import { sourceOf } from './smells.ts';

const NAME = /^(\.\.\.)?\s*([A-Za-z_$][\w$]*)\s*(=[\s\S]*)?$/;
const MOST_PARAMS = 32;

/** `x`, `y?` for one with a default, `...rest`, `arg1` for one that is taken apart; `null` where the source does not say. */
export function paramNames(fn: unknown): readonly string[] | null {
  if (typeof fn !== 'function') return null;
  const source = withoutComments(sourceOf(fn));
  if (source === '' || /\[native code\]/.test(source)) return null;
  if (/^class\b/.test(source)) {
    const at = /\bconstructor\s*\(/.exec(source);
    return at === null ? (/^class\b[^{]*\bextends\b/.test(source) ? null : []) : namesOf(source, at.index + at[0].length);
  }
  const arrow = /^(?:async\s*)?([A-Za-z_$][\w$]*)\s*=>/.exec(source);
  if (arrow !== null) return [arrow[1] as string];
  const open = source.indexOf('(');
  return open < 0 ? null : namesOf(source, open + 1);
}

/** Splits at the commas between parameters, brackets and strings in defaults skipped. */
function namesOf(source: string, start: number): readonly string[] | null {
  const params: string[] = [];
  let depth = 0;
  let quote = '';
  let from = start;
  for (let at = start; at < source.length && params.length <= MOST_PARAMS; at++) {
    const char = source[at] as string;
    if (quote !== '') {
      if (char === '\\') at++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'" || char === '`') quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (depth > 0 && ')]}'.includes(char)) depth--;
    else if (depth === 0 && (char === ',' || char === ')')) {
      params.push(source.slice(from, at).trim());
      from = at + 1;
      if (char === ')') return params.filter((param) => param !== '').map(nameOf);
    }
  }
  return null;
}

function nameOf(param: string, index: number): string {
  const found = NAME.exec(param);
  if (found === null) return `arg${index}${/\}\s*=|\]\s*=/.test(param) ? '?' : ''}`;
  return `${found[1] ?? ''}${found[2]}${found[3] === undefined ? '' : '?'}`;
}

function withoutComments(source: string): string {
  return source
    .slice(0, 20_000)
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ')
    .trim();
}
