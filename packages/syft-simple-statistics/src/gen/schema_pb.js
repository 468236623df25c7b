// Generated from schema.proto by `pnpm codegen`. Do not edit.
import { messageClass } from '@syft-libs/ast/codegen';

const $empty = new Uint8Array(0);

export const BayesianClassifier = /* @__PURE__ */ messageClass({
  defaults: { totalCount: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.totalCount);
    w.bytes(18, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.totalCount = r.bytes(); break;
      case 18: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const PerceptronModel = /* @__PURE__ */ messageClass({
  defaults: { weights: $empty, bias: $empty },
  write(m, w) {
    w.bytes(10, m.weights);
    w.bytes(18, m.bias);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.weights = r.bytes(); break;
      case 18: m.bias = r.bytes(); break;
      default: return false;
    }
  },
});
