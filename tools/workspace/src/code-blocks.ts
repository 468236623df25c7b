/** A block of code in a document. */
export interface CodeBlock {
  /** Of the first line of its code, from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
}

/** The blocks of code in a document, in order. */
export function codeBlocks(text: string): readonly CodeBlock[] {
  return [...text.matchAll(/^```(\w*)[^\n]*\n(.*?)^```$/gms)].map(({ index, 1: language = '', 2: code = '' }) => {
    return { line: text.slice(0, index).split('\n').length + 1, language, code };
  });
}
