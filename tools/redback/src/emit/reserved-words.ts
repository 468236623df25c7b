const RESERVED_WORDS = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with implements interface let package private protected public static yield await arguments eval undefined NaN Infinity'.split(
    ' ',
  ),
);

/** True for a name that no parameter and no variable of a module may have. */
export function isReservedWord(name: string): boolean {
  return RESERVED_WORDS.has(name);
}
