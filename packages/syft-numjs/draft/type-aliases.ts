// Short names in the signatures of the draft, in the grammar of @syft-libs/ast.

export const TYPE_ALIASES = {
  NdArray: 'numjs.NdArray',
  Nested: 'number[] | number[][] | number[][][] | number[][][][]',
  Typed: 'Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array',
  // A typed array or a column has to become an NdArray before numjs sees it: numjs wraps it into a list of one element.
  ArrayLike: 'NdArray | ast.Column | Typed | Nested | number',
  Dtype: '"int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "float32" | "float64" | "array"',
  Shape: 'number | number[]',
  Position: 'number | null',
  Range: 'number | null | (number | null)[]',
} as const;
