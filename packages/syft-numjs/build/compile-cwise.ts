// cwise takes a function, reads its source text, and compiles that. In a bundle this goes wrong in silence: `c = a + b` on
// parameters looks dead to a tree shaker or minifier (ours or an application's), which drops it, and the result is zeros.
// So the text is parsed here, at build time, as cwise's own browserify transform does, and the bundle holds strings.
import { createRequire } from 'node:module';

interface CwiseCall {
  readonly args: readonly unknown[];
  readonly pre?: Parsable;
  readonly body: Parsable;
  readonly post?: Parsable;
}

type Parsable = { readonly name: string; toString(): string };
type ParseFunction = (body: Parsable) => unknown;

const OPEN = 'cwise({';

/** Replaces every `cwise({ … })` of a file by the parsed form that `cwise-compiler` takes. Throws when one does not end. */
export function compileCwise(source: string, file: string): string {
  const parse = parserOf(file);
  let result = '';
  let rest = source.replace(`require('cwise')`, `require('cwise-compiler')`);
  for (let at = rest.indexOf(OPEN); at >= 0; at = rest.indexOf(OPEN)) {
    const end = endOfObject(rest, at + OPEN.length - 1);
    const call = new Function(`return ${rest.slice(at + OPEN.length - 1, end)}`)() as CwiseCall;
    result += `${rest.slice(0, at)}cwise(${JSON.stringify(parsedCall(call, parse))}`;
    rest = rest.slice(end);
  }
  return result + rest;
}

/** What cwise/lib/cwise-esprima.js hands to cwise-compiler. */
function parsedCall(call: CwiseCall, parse: ParseFunction): unknown {
  const nothing = new Function(); // not an arrow: the parser knows ES5 only
  return {
    args: call.args,
    pre: parse(call.pre ?? nothing),
    body: parse(call.body),
    post: parse(call.post ?? nothing),
    debug: false,
    funcName: call.body.name || 'cwise',
    blockSize: 64,
  };
}

/** cwise's own parser, of the version that this numjs depends on. */
function parserOf(file: string): ParseFunction {
  const cwise = createRequire(file).resolve('cwise');
  return createRequire(cwise)('cwise-parser') as ParseFunction;
}

/** The index after the brace that closes the one at `start`; numjs's calls have no brace inside a string or comment. */
function endOfObject(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    if (source[at] === '{') depth++;
    if (source[at] === '}' && --depth === 0) return at + 1;
  }
  throw new Error(`cannot compile cwise call: no end of the object at ${start}`);
}
