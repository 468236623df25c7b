const DISGUISES = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Makes text from elsewhere safe to print: control and formatting characters, which could move a terminal's cursor or make
 * one text look like another, are spelt out.
 */
export function plainText(text: string): string {
  return text.replace(DISGUISES, (mark) => `\\u{${(mark.codePointAt(0) as number).toString(16)}}`);
}

/** JSON of which no byte means anything to a terminal; it parses to the same value. */
export function plainJson(value: unknown, indent = 0): string {
  const spelt = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = JSON.stringify(value, null, indent) ?? 'null';
  return text.replace(DISGUISES, (mark) => (mark === '\n' ? mark : mark.split('').map(spelt).join('')));
}
