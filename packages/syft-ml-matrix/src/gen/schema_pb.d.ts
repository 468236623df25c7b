// Generated from schema.proto by `pnpm codegen`. Do not edit.
import type { Reader, Writer } from '@syft-libs/ast/codegen';

export interface ICholeskyDecomposition {
  readonly field1?: Uint8Array | null;
  readonly positiveDefinite?: Uint8Array | null;
}

export class CholeskyDecomposition {
  constructor(properties?: ICholeskyDecomposition);
  field1: Uint8Array;
  positiveDefinite: Uint8Array;
  static encode(message: ICholeskyDecomposition, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): CholeskyDecomposition;
  static read(reader: Reader, into?: unknown): CholeskyDecomposition;
}

export namespace CholeskyDecomposition {
  type $Properties = ICholeskyDecomposition;
}

export interface IDistanceMatrix {
  readonly toMatrix?: Uint8Array | null;
}

export class DistanceMatrix {
  constructor(properties?: IDistanceMatrix);
  toMatrix: Uint8Array;
  static encode(message: IDistanceMatrix, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): DistanceMatrix;
  static read(reader: Reader, into?: unknown): DistanceMatrix;
}

export namespace DistanceMatrix {
  type $Properties = IDistanceMatrix;
}

export interface IEigenvalueDecomposition {
  readonly n?: Uint8Array | null;
  readonly e?: Uint8Array | null;
  readonly d?: Uint8Array | null;
  readonly field4?: Uint8Array | null;
}

export class EigenvalueDecomposition {
  constructor(properties?: IEigenvalueDecomposition);
  n: Uint8Array;
  e: Uint8Array;
  d: Uint8Array;
  field4: Uint8Array;
  static encode(message: IEigenvalueDecomposition, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): EigenvalueDecomposition;
  static read(reader: Reader, into?: unknown): EigenvalueDecomposition;
}

export namespace EigenvalueDecomposition {
  type $Properties = IEigenvalueDecomposition;
}

export interface ILuDecomposition {
  readonly field1?: Uint8Array | null;
  readonly pivotVector?: Uint8Array | null;
  readonly pivotSign?: Uint8Array | null;
}

export class LuDecomposition {
  constructor(properties?: ILuDecomposition);
  field1: Uint8Array;
  pivotVector: Uint8Array;
  pivotSign: Uint8Array;
  static encode(message: ILuDecomposition, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): LuDecomposition;
  static read(reader: Reader, into?: unknown): LuDecomposition;
}

export namespace LuDecomposition {
  type $Properties = ILuDecomposition;
}

export interface IMatrix {
  readonly data?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
}

export class Matrix {
  constructor(properties?: IMatrix);
  data: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  static encode(message: IMatrix, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Matrix;
  static read(reader: Reader, into?: unknown): Matrix;
}

export namespace Matrix {
  type $Properties = IMatrix;
}

export interface IMatrixColumnSelectionView {
  readonly matrix?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
  readonly columnIndices?: Uint8Array | null;
}

export class MatrixColumnSelectionView {
  constructor(properties?: IMatrixColumnSelectionView);
  matrix: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  columnIndices: Uint8Array;
  static encode(message: IMatrixColumnSelectionView, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): MatrixColumnSelectionView;
  static read(reader: Reader, into?: unknown): MatrixColumnSelectionView;
}

export namespace MatrixColumnSelectionView {
  type $Properties = IMatrixColumnSelectionView;
}

export interface IMatrixColumnView {
  readonly matrix?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
  readonly column?: Uint8Array | null;
}

export class MatrixColumnView {
  constructor(properties?: IMatrixColumnView);
  matrix: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  column: Uint8Array;
  static encode(message: IMatrixColumnView, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): MatrixColumnView;
  static read(reader: Reader, into?: unknown): MatrixColumnView;
}

export namespace MatrixColumnView {
  type $Properties = IMatrixColumnView;
}

export interface IMatrixFlipColumnView {
  readonly matrix?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
}

export class MatrixFlipColumnView {
  constructor(properties?: IMatrixFlipColumnView);
  matrix: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  static encode(message: IMatrixFlipColumnView, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): MatrixFlipColumnView;
  static read(reader: Reader, into?: unknown): MatrixFlipColumnView;
}

export namespace MatrixFlipColumnView {
  type $Properties = IMatrixFlipColumnView;
}

export interface IMatrixFlipRowView {
  readonly matrix?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
}

export class MatrixFlipRowView {
  constructor(properties?: IMatrixFlipRowView);
  matrix: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  static encode(message: IMatrixFlipRowView, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): MatrixFlipRowView;
  static read(reader: Reader, into?: unknown): MatrixFlipRowView;
}

export namespace MatrixFlipRowView {
  type $Properties = IMatrixFlipRowView;
}

export interface IMatrixRowSelectionView {
  readonly matrix?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
  readonly rowIndices?: Uint8Array | null;
}

export class MatrixRowSelectionView {
  constructor(properties?: IMatrixRowSelectionView);
  matrix: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  rowIndices: Uint8Array;
  static encode(message: IMatrixRowSelectionView, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): MatrixRowSelectionView;
  static read(reader: Reader, into?: unknown): MatrixRowSelectionView;
}

export namespace MatrixRowSelectionView {
  type $Properties = IMatrixRowSelectionView;
}

export interface IMatrixRowView {
  readonly matrix?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
  readonly row?: Uint8Array | null;
}

export class MatrixRowView {
  constructor(properties?: IMatrixRowView);
  matrix: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  row: Uint8Array;
  static encode(message: IMatrixRowView, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): MatrixRowView;
  static read(reader: Reader, into?: unknown): MatrixRowView;
}

export namespace MatrixRowView {
  type $Properties = IMatrixRowView;
}

export interface IMatrixSelectionView {
  readonly matrix?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
  readonly rowIndices?: Uint8Array | null;
  readonly columnIndices?: Uint8Array | null;
}

export class MatrixSelectionView {
  constructor(properties?: IMatrixSelectionView);
  matrix: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  rowIndices: Uint8Array;
  columnIndices: Uint8Array;
  static encode(message: IMatrixSelectionView, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): MatrixSelectionView;
  static read(reader: Reader, into?: unknown): MatrixSelectionView;
}

export namespace MatrixSelectionView {
  type $Properties = IMatrixSelectionView;
}

export interface IMatrixSubView {
  readonly matrix?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
  readonly startRow?: Uint8Array | null;
  readonly startColumn?: Uint8Array | null;
}

export class MatrixSubView {
  constructor(properties?: IMatrixSubView);
  matrix: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  startRow: Uint8Array;
  startColumn: Uint8Array;
  static encode(message: IMatrixSubView, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): MatrixSubView;
  static read(reader: Reader, into?: unknown): MatrixSubView;
}

export namespace MatrixSubView {
  type $Properties = IMatrixSubView;
}

export interface IMatrixTransposeView {
  readonly matrix?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
}

export class MatrixTransposeView {
  constructor(properties?: IMatrixTransposeView);
  matrix: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  static encode(message: IMatrixTransposeView, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): MatrixTransposeView;
  static read(reader: Reader, into?: unknown): MatrixTransposeView;
}

export namespace MatrixTransposeView {
  type $Properties = IMatrixTransposeView;
}

export interface IQrDecomposition {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
}

export class QrDecomposition {
  constructor(properties?: IQrDecomposition);
  field1: Uint8Array;
  field2: Uint8Array;
  static encode(message: IQrDecomposition, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): QrDecomposition;
  static read(reader: Reader, into?: unknown): QrDecomposition;
}

export namespace QrDecomposition {
  type $Properties = IQrDecomposition;
}

export interface ISingularValueDecomposition {
  readonly m?: Uint8Array | null;
  readonly n?: Uint8Array | null;
  readonly s?: Uint8Array | null;
  readonly field4?: Uint8Array | null;
  readonly field5?: Uint8Array | null;
}

export class SingularValueDecomposition {
  constructor(properties?: ISingularValueDecomposition);
  m: Uint8Array;
  n: Uint8Array;
  s: Uint8Array;
  field4: Uint8Array;
  field5: Uint8Array;
  static encode(message: ISingularValueDecomposition, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): SingularValueDecomposition;
  static read(reader: Reader, into?: unknown): SingularValueDecomposition;
}

export namespace SingularValueDecomposition {
  type $Properties = ISingularValueDecomposition;
}

export interface ISymmetricMatrix {
  readonly toCompact?: Uint8Array | null;
}

export class SymmetricMatrix {
  constructor(properties?: ISymmetricMatrix);
  toCompact: Uint8Array;
  static encode(message: ISymmetricMatrix, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): SymmetricMatrix;
  static read(reader: Reader, into?: unknown): SymmetricMatrix;
}

export namespace SymmetricMatrix {
  type $Properties = ISymmetricMatrix;
}

export interface IWrapperMatrix1D {
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class WrapperMatrix1D {
  constructor(properties?: IWrapperMatrix1D);
  rows: Uint8Array;
  columns: Uint8Array;
  data: Uint8Array;
  static encode(message: IWrapperMatrix1D, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): WrapperMatrix1D;
  static read(reader: Reader, into?: unknown): WrapperMatrix1D;
}

export namespace WrapperMatrix1D {
  type $Properties = IWrapperMatrix1D;
}

export interface IWrapperMatrix2D {
  readonly data?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  readonly columns?: Uint8Array | null;
}

export class WrapperMatrix2D {
  constructor(properties?: IWrapperMatrix2D);
  data: Uint8Array;
  rows: Uint8Array;
  columns: Uint8Array;
  static encode(message: IWrapperMatrix2D, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): WrapperMatrix2D;
  static read(reader: Reader, into?: unknown): WrapperMatrix2D;
}

export namespace WrapperMatrix2D {
  type $Properties = IWrapperMatrix2D;
}
