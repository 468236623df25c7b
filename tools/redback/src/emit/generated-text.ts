/** The first line of what is derived from a manifest. */
export const banner = '// Generated from manifest.json by `pnpm codegen`. Do not edit.';

/** A string as TypeScript in single quotes. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A field's name, quoted where it is no identifier. */
export function fieldName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

/** A one-line doc comment with its indent and line break, or nothing. */
export function docComment(text: string, indent: string): string {
  return text === '' ? '' : `${indent}/** ${text.replaceAll('*/', '*\\/').replace(/\s+/g, ' ')} */\n`;
}
