// Generated from schema.proto by `pnpm codegen`. Do not edit.
import type { Reader, Writer } from '@syft-libs/ast/codegen';

export interface IBayesianClassifier {
  readonly totalCount?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class BayesianClassifier {
  constructor(properties?: IBayesianClassifier);
  totalCount: Uint8Array;
  data: Uint8Array;
  static encode(message: IBayesianClassifier, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): BayesianClassifier;
  static read(reader: Reader, into?: unknown): BayesianClassifier;
}

export namespace BayesianClassifier {
  type $Properties = IBayesianClassifier;
}

export interface IPerceptronModel {
  readonly weights?: Uint8Array | null;
  readonly bias?: Uint8Array | null;
}

export class PerceptronModel {
  constructor(properties?: IPerceptronModel);
  weights: Uint8Array;
  bias: Uint8Array;
  static encode(message: IPerceptronModel, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): PerceptronModel;
  static read(reader: Reader, into?: unknown): PerceptronModel;
}

export namespace PerceptronModel {
  type $Properties = IPerceptronModel;
}
