// Generated from schema.proto by `pnpm codegen`. Do not edit.
import { messageClass } from '@syft-libs/ast/codegen';

const $empty = new Uint8Array(0);

export const CholeskyDecomposition = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, positiveDefinite: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.positiveDefinite);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.positiveDefinite = r.bytes(); break;
      default: return false;
    }
  },
});

export const DistanceMatrix = /* @__PURE__ */ messageClass({
  defaults: { toMatrix: $empty },
  write(m, w) {
    w.bytes(10, m.toMatrix);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.toMatrix = r.bytes(); break;
      default: return false;
    }
  },
});

export const EigenvalueDecomposition = /* @__PURE__ */ messageClass({
  defaults: { n: $empty, e: $empty, d: $empty, field4: $empty },
  write(m, w) {
    w.bytes(10, m.n);
    w.bytes(18, m.e);
    w.bytes(26, m.d);
    w.bytes(34, m.field4);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.n = r.bytes(); break;
      case 18: m.e = r.bytes(); break;
      case 26: m.d = r.bytes(); break;
      case 34: m.field4 = r.bytes(); break;
      default: return false;
    }
  },
});

export const LuDecomposition = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, pivotVector: $empty, pivotSign: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.pivotVector);
    w.bytes(26, m.pivotSign);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.pivotVector = r.bytes(); break;
      case 26: m.pivotSign = r.bytes(); break;
      default: return false;
    }
  },
});

export const Matrix = /* @__PURE__ */ messageClass({
  defaults: { data: $empty, rows: $empty, columns: $empty },
  write(m, w) {
    w.bytes(10, m.data);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.data = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      default: return false;
    }
  },
});

export const MatrixColumnSelectionView = /* @__PURE__ */ messageClass({
  defaults: { matrix: $empty, rows: $empty, columns: $empty, columnIndices: $empty },
  write(m, w) {
    w.bytes(10, m.matrix);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
    w.bytes(34, m.columnIndices);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.matrix = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      case 34: m.columnIndices = r.bytes(); break;
      default: return false;
    }
  },
});

export const MatrixColumnView = /* @__PURE__ */ messageClass({
  defaults: { matrix: $empty, rows: $empty, columns: $empty, column: $empty },
  write(m, w) {
    w.bytes(10, m.matrix);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
    w.bytes(34, m.column);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.matrix = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      case 34: m.column = r.bytes(); break;
      default: return false;
    }
  },
});

export const MatrixFlipColumnView = /* @__PURE__ */ messageClass({
  defaults: { matrix: $empty, rows: $empty, columns: $empty },
  write(m, w) {
    w.bytes(10, m.matrix);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.matrix = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      default: return false;
    }
  },
});

export const MatrixFlipRowView = /* @__PURE__ */ messageClass({
  defaults: { matrix: $empty, rows: $empty, columns: $empty },
  write(m, w) {
    w.bytes(10, m.matrix);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.matrix = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      default: return false;
    }
  },
});

export const MatrixRowSelectionView = /* @__PURE__ */ messageClass({
  defaults: { matrix: $empty, rows: $empty, columns: $empty, rowIndices: $empty },
  write(m, w) {
    w.bytes(10, m.matrix);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
    w.bytes(34, m.rowIndices);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.matrix = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      case 34: m.rowIndices = r.bytes(); break;
      default: return false;
    }
  },
});

export const MatrixRowView = /* @__PURE__ */ messageClass({
  defaults: { matrix: $empty, rows: $empty, columns: $empty, row: $empty },
  write(m, w) {
    w.bytes(10, m.matrix);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
    w.bytes(34, m.row);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.matrix = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      case 34: m.row = r.bytes(); break;
      default: return false;
    }
  },
});

export const MatrixSelectionView = /* @__PURE__ */ messageClass({
  defaults: { matrix: $empty, rows: $empty, columns: $empty, rowIndices: $empty, columnIndices: $empty },
  write(m, w) {
    w.bytes(10, m.matrix);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
    w.bytes(34, m.rowIndices);
    w.bytes(42, m.columnIndices);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.matrix = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      case 34: m.rowIndices = r.bytes(); break;
      case 42: m.columnIndices = r.bytes(); break;
      default: return false;
    }
  },
});

export const MatrixSubView = /* @__PURE__ */ messageClass({
  defaults: { matrix: $empty, rows: $empty, columns: $empty, startRow: $empty, startColumn: $empty },
  write(m, w) {
    w.bytes(10, m.matrix);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
    w.bytes(34, m.startRow);
    w.bytes(42, m.startColumn);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.matrix = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      case 34: m.startRow = r.bytes(); break;
      case 42: m.startColumn = r.bytes(); break;
      default: return false;
    }
  },
});

export const MatrixTransposeView = /* @__PURE__ */ messageClass({
  defaults: { matrix: $empty, rows: $empty, columns: $empty },
  write(m, w) {
    w.bytes(10, m.matrix);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.matrix = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      default: return false;
    }
  },
});

export const QrDecomposition = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      default: return false;
    }
  },
});

export const SingularValueDecomposition = /* @__PURE__ */ messageClass({
  defaults: { m: $empty, n: $empty, s: $empty, field4: $empty, field5: $empty },
  write(m, w) {
    w.bytes(10, m.m);
    w.bytes(18, m.n);
    w.bytes(26, m.s);
    w.bytes(34, m.field4);
    w.bytes(42, m.field5);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.m = r.bytes(); break;
      case 18: m.n = r.bytes(); break;
      case 26: m.s = r.bytes(); break;
      case 34: m.field4 = r.bytes(); break;
      case 42: m.field5 = r.bytes(); break;
      default: return false;
    }
  },
});

export const SymmetricMatrix = /* @__PURE__ */ messageClass({
  defaults: { toCompact: $empty },
  write(m, w) {
    w.bytes(10, m.toCompact);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.toCompact = r.bytes(); break;
      default: return false;
    }
  },
});

export const WrapperMatrix1D = /* @__PURE__ */ messageClass({
  defaults: { rows: $empty, columns: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.rows);
    w.bytes(18, m.columns);
    w.bytes(26, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.rows = r.bytes(); break;
      case 18: m.columns = r.bytes(); break;
      case 26: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const WrapperMatrix2D = /* @__PURE__ */ messageClass({
  defaults: { data: $empty, rows: $empty, columns: $empty },
  write(m, w) {
    w.bytes(10, m.data);
    w.bytes(18, m.rows);
    w.bytes(26, m.columns);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.data = r.bytes(); break;
      case 18: m.rows = r.bytes(); break;
      case 26: m.columns = r.bytes(); break;
      default: return false;
    }
  },
});
