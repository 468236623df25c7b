// Short names in the signatures of the draft, in the grammar of @syft-libs/ast.

export const TYPE_ALIASES = {
  NdArray: 'numjs.NdArray',
  Nested: 'number[] | number[][] | number[][][] | number[][][][]',
  ArrayLike: 'NdArray | number | Nested',
  Dtype: '"int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "float32" | "float64" | "array"',
  // Arrays of an application may have these too; numjs cannot make them.
  ElementType: 'Dtype | "uint8_clamped" | "bigint64" | "biguint64" | "float16"',
  Shape: 'number | number[]',
  Position: 'number | null',
  Range: 'number | null | (number | null)[]',
} as const;
