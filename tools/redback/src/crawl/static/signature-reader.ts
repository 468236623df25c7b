import { formatSignature, type Param, type Signature, type TypeRef } from '@syft-libs/ast';
import { withReceiver } from '../tables/receiver.ts';
import type { OracleParam, OracleSignature, OracleType } from './type-oracle.ts';
import { TypeReader, type TypeReaderOptions } from './type-reader.ts';

/** The texts of a member's signatures, each of which `parseSignature` reads. */
export interface ReadSignatures {
  readonly texts: readonly string[];
  readonly isGeneric: boolean;
  /** See `DeclaredFacts.instances`. */
  readonly instances: readonly string[];
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const UNKNOWN: TypeRef = { kind: 'unknown' };
const GUESSES: readonly TypeRef[] = [
  { kind: 'prim', name: 'number' },
  { kind: 'prim', name: 'string' },
];

/** Reads signatures and the types of properties, and tells `idOf` of every named type on the way. */
export class SignatureReader {
  readonly #idOf: TypeReaderOptions['idOf'];

  constructor(idOf: TypeReaderOptions['idOf']) {
    this.#idOf = idOf;
  }

  /**
   * Overloads in their order; two that read alike are one. With a type for `receiver`, those that ask for a `this` take it as
   * their first parameter.
   */
  readCalls(signatures: readonly OracleSignature[], receiver?: TypeRef): ReadSignatures {
    const isGeneric = signatures.some((signature) => signature.hasTypeParams);
    return this.#readAll(isGeneric, (reader) =>
      signatures.map((signature) => {
        const read = readSignature(signature, reader);
        return receiver !== undefined && signature.takesThis ? withReceiver(read, receiver) : read;
      }),
    );
  }

  /** A value is read as a call without parameters: `() => number`. */
  readValue(type: OracleType, isOptional: boolean): ReadSignatures {
    return this.#readAll(false, (reader) => {
      const value = readReturns(type, reader);
      const found = isOptional ? reader.readOptional(type, 'result') : value.returns;
      return [{ params: [], returns: found, async: value.async }];
    });
  }

  #readAll(isGeneric: boolean, read: (reader: TypeReader) => readonly Signature[]): ReadSignatures {
    const plain = new TypeReader({ idOf: this.#idOf, unbound: UNKNOWN });
    const texts = textsOf(read(plain));
    if (!plain.sawUnbound) return { texts, isGeneric, instances: [] };
    const guessed = GUESSES.flatMap((unbound) => textsOf(read(new TypeReader({ idOf: this.#idOf, unbound }))));
    return { texts, isGeneric, instances: [...new Set(guessed)].filter((text) => !texts.includes(text)) };
  }
}

function textsOf(signatures: readonly Signature[]): readonly string[] {
  return [...new Set(signatures.map(formatSignature))];
}

function readSignature(signature: OracleSignature, reader: TypeReader): Signature {
  const names = new Set<string>();
  const params = signature.params.map((param, index) => readParam(param, nameOf(param.name, index, names), reader));
  return { params, ...readReturns(signature.returns, reader) };
}

function readParam(param: OracleParam, name: string, reader: TypeReader): Param {
  const type = param.isOptional ? reader.readOptional(param.type, 'parameter') : reader.read(param.type, 'parameter');
  // The rest of an unknown number of arguments is a list, whatever else it is.
  const rest: TypeRef = type.kind === 'list' ? type : { kind: 'list', of: UNKNOWN };
  return { name, type: param.isRest ? rest : type, optional: param.isOptional, rest: param.isRest, public: false };
}

/** A parameter that is taken apart has no name in the grammar, nor may two have the same. */
function nameOf(written: string, index: number, taken: Set<string>): string {
  const isUsable = IDENTIFIER.test(written) && !/^__\d+$/.test(written) && !taken.has(written);
  const name = isUsable ? written : `arg${index}`;
  taken.add(name);
  return name;
}

function readReturns(type: OracleType, reader: TypeReader): Pick<Signature, 'returns' | 'async'> {
  const { shape } = type;
  const isPromise = shape.kind === 'builtin' && (shape.name === 'Promise' || shape.name === 'PromiseLike');
  if (!isPromise) return { returns: reader.read(type, 'result'), async: false };
  const inner = shape.of[0];
  return { returns: inner === undefined ? UNKNOWN : reader.read(inner, 'result'), async: true };
}
