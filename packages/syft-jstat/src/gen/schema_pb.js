// Generated from schema.proto by `pnpm codegen`. Do not edit.
import { messageClass } from '@syft-libs/ast/codegen';

const $empty = new Uint8Array(0);

export const Arcsine = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Beta = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Binomial = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Cauchy = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const CentralF = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Chisquare = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Exponential = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Gamma = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Hypgeom = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Invgamma = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const JStat = /* @__PURE__ */ messageClass({
  defaults: { length: $empty, items: $empty },
  write(m, w) {
    w.bytes(10, m.length);
    w.bytes(18, m.items);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.length = r.bytes(); break;
      case 18: m.items = r.bytes(); break;
      default: return false;
    }
  },
});

export const Kumaraswamy = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Laplace = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Lognormal = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Negbin = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Normal = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Pareto = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Poisson = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Studentt = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Triangular = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Tukey = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Uniform = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});

export const Weibull = /* @__PURE__ */ messageClass({
  defaults: { field1: $empty, field2: $empty, field3: $empty, data: $empty },
  write(m, w) {
    w.bytes(10, m.field1);
    w.bytes(18, m.field2);
    w.bytes(26, m.field3);
    w.bytes(34, m.data);
  },
  read(m, r, tag) {
    switch (tag) {
      case 10: m.field1 = r.bytes(); break;
      case 18: m.field2 = r.bytes(); break;
      case 26: m.field3 = r.bytes(); break;
      case 34: m.data = r.bytes(); break;
      default: return false;
    }
  },
});
