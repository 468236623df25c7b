// One member of a manifest as TypeScript: on a value, on a pointer, or in the object that `lib()` gives.
import { type ManifestMember, type ManifestParam, type ManifestSignature, nameOfMember } from '@syft-libs/ast';
import { docComment } from './generated-text.ts';
import { isReservedWord } from './reserved-words.ts';
import type { TypePrinter } from './type-printer.ts';

/** Prints members with the types of one library. */
export class SignaturePrinter {
  readonly #types: TypePrinter;
  readonly #typeParams: readonly string[];

  constructor(types: TypePrinter) {
    this.#types = types;
    const taken = new Set(types.declared);
    this.#typeParams = 'ABCDEFGHIJKLMNOPQX'.split('').filter((name) => !taken.has(name));
  }

  /** The member as the library itself has it: `add(x: NdArray): NdArray;`. */
  onValue(member: ManifestMember, indent: string): string {
    const { kind, signatures } = member;
    const name = propertyName(nameOfMember(member));
    if (kind === 'property') return `${indent}readonly ${name}: ${this.#types.result(returnsOf(signatures))};\n`;
    return signatures
      .map(({ params, returns, async }) => {
        const value = this.#types.result(returns);
        const list = distinctParams(params).map((param) => this.#valueParam(param));
        return `${indent}${name}(${list.join(', ')}): ${async ? `Promise<${value}>` : value};\n`;
      })
      .join('');
  }

  /** The member on a pointer whose readability is `R`. */
  onPointer({ remoteName, kind, signatures, doc }: ManifestMember, indent: string): string {
    const name = propertyName(remoteName);
    const lines =
      kind === 'property'
        ? [`readonly ${name}: ${this.#types.pointer(returnsOf(signatures), 'R')};\n`]
        : signatures.map((signature) => `${name}${this.#call(signature, 'R')};\n`);
    return docComment(doc, indent) + lines.map((line) => indent + line).join('');
  }

  /** The member in a library's remote object; `children` are members below it, printed. */
  onRemote({ remoteName, kind, signatures, doc }: ManifestMember, indent: string, children = ''): string {
    const name = propertyName(remoteName);
    const head = docComment(doc, indent);
    if (kind === 'constant' || kind === 'property') {
      return `${head}${indent}readonly ${name}: ${this.#types.pointer(returnsOf(signatures), 'true')};\n`;
    }
    if (kind === 'function' && children === '') {
      return head + signatures.map((signature) => `${indent}${name}${this.#call(signature)};\n`).join('');
    }
    const calls = signatures.map((signature) => `${indent}  ${kind === 'constructor' ? 'new ' : ''}${this.#call(signature)};\n`).join('');
    return `${head}${indent}readonly ${name}: {\n${calls}${children}${indent}};\n`;
  }

  /** `<A extends Arg<…>>(a: A): NdArrayPointer<ReadableOf<A>>`: readable when the receiver and every operand are. */
  #call(signature: ManifestSignature, receiver?: 'R'): string {
    const { returns } = signature;
    const params = distinctParams(signature.params);
    const generic = params.filter((param) => !param.public);
    const names = generic.length === 1 && this.#typeParams.includes('X') ? ['X'] : this.#typeParams;
    const firstOptional = generic.findIndex(({ optional }) => optional);
    const typeParams = generic.map((param, index) => {
      const hasDefault = param.rest && firstOptional >= 0 && firstOptional < index;
      return this.#typeParam(names[index] as string, param) + (hasDefault ? ' = readonly []' : '');
    });
    const operands = generic.map((param, index) => this.#operand(names[index] as string, param));
    const readableOf = operands.length === 0 ? [] : [`${this.#types.core('ReadableOf')}<${operands.join(' | ')}>`];
    const readable = [...(receiver === undefined ? [] : [receiver]), ...readableOf].join(' | ') || 'true';
    const list = params.map((param) => this.#remoteParam(param, names[generic.indexOf(param)]));
    const head = typeParams.length === 0 ? '' : `<${typeParams.join(', ')}>`;
    return `${head}(${list.join(', ')}): ${this.#types.pointer(returns, readable)}`;
  }

  /** What of an argument is to be readable: the argument itself, and the fields of a record. */
  #operand(name: string, { type }: ManifestParam): string {
    return this.#types.hasRecord(type) ? `${name} | ${name}[keyof ${name}]` : name;
  }

  #typeParam(name: string, { type, optional, rest }: ManifestParam): string {
    if (rest) return `${name} extends readonly ${this.#items(type, 'Arg')}`;
    const argument = this.#types.argument(type, 'Arg');
    return optional ? `${name} extends ${argument} | undefined = undefined` : `${name} extends ${argument}`;
  }

  /** What a rest parameter takes, as a list. */
  #items(type: string, wrapper: 'Arg' | 'PublicArg'): string {
    const item = this.#types.argument(itemOf(type), wrapper);
    return item.includes('> | ') ? `(${item})[]` : `${item}[]`;
  }

  #remoteParam(param: ManifestParam, typeParam: string | undefined): string {
    const { name } = param;
    if (param.rest) return `...${name}: ${typeParam ?? `readonly ${this.#items(param.type, 'PublicArg')}`}`;
    return `${name}${param.optional ? '?' : ''}: ${typeParam ?? this.#types.argument(param.type, 'PublicArg')}`;
  }

  #valueParam({ name, type, optional, rest }: ManifestParam): string {
    return `${rest ? '...' : ''}${name}${optional ? '?' : ''}: ${this.#types.value(type)}`;
  }
}

function returnsOf(signatures: readonly ManifestSignature[]): string {
  return (signatures[0] as ManifestSignature).returns;
}

/** Parameters as TypeScript takes them: no name twice, and none optional before one that is not. */
function distinctParams(params: readonly ManifestParam[]): readonly ManifestParam[] {
  const seen = new Set<string>();
  const lastRequired = params.findLastIndex(({ optional, rest }) => !optional && !rest);
  return params.map((param, index) => {
    let name = paramName(param.name);
    while (seen.has(name)) name += '_';
    seen.add(name);
    return { ...param, name, optional: param.optional && index > lastRequired };
  });
}

/** A rest parameter is declared by its list's type. */
function itemOf(type: string): string {
  return type.endsWith('[]') ? type.slice(0, -2).replace(/^\((.*)\)$/, '$1') : type;
}

/** `new(…)` and `constructor(…)` would declare how to construct. */
function propertyName(name: string): string {
  return name === 'new' || name === 'constructor' ? `'${name}'` : name;
}

function paramName(name: string): string {
  return isReservedWord(name) ? `${name}_` : name;
}
