// Generated from schema.proto by `pnpm codegen`. Do not edit.
import type { Reader, Writer } from '@syft-libs/ast/codegen';

export interface IArcsine {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Arcsine {
  constructor(properties?: IArcsine);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IArcsine, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Arcsine;
  static read(reader: Reader, into?: unknown): Arcsine;
}

export namespace Arcsine {
  type $Properties = IArcsine;
}

export interface IBeta {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Beta {
  constructor(properties?: IBeta);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IBeta, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Beta;
  static read(reader: Reader, into?: unknown): Beta;
}

export namespace Beta {
  type $Properties = IBeta;
}

export interface IBinomial {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Binomial {
  constructor(properties?: IBinomial);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IBinomial, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Binomial;
  static read(reader: Reader, into?: unknown): Binomial;
}

export namespace Binomial {
  type $Properties = IBinomial;
}

export interface ICauchy {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Cauchy {
  constructor(properties?: ICauchy);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: ICauchy, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Cauchy;
  static read(reader: Reader, into?: unknown): Cauchy;
}

export namespace Cauchy {
  type $Properties = ICauchy;
}

export interface ICentralF {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class CentralF {
  constructor(properties?: ICentralF);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: ICentralF, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): CentralF;
  static read(reader: Reader, into?: unknown): CentralF;
}

export namespace CentralF {
  type $Properties = ICentralF;
}

export interface IChisquare {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Chisquare {
  constructor(properties?: IChisquare);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IChisquare, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Chisquare;
  static read(reader: Reader, into?: unknown): Chisquare;
}

export namespace Chisquare {
  type $Properties = IChisquare;
}

export interface IExponential {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Exponential {
  constructor(properties?: IExponential);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IExponential, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Exponential;
  static read(reader: Reader, into?: unknown): Exponential;
}

export namespace Exponential {
  type $Properties = IExponential;
}

export interface IGamma {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Gamma {
  constructor(properties?: IGamma);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IGamma, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Gamma;
  static read(reader: Reader, into?: unknown): Gamma;
}

export namespace Gamma {
  type $Properties = IGamma;
}

export interface IHypgeom {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Hypgeom {
  constructor(properties?: IHypgeom);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IHypgeom, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Hypgeom;
  static read(reader: Reader, into?: unknown): Hypgeom;
}

export namespace Hypgeom {
  type $Properties = IHypgeom;
}

export interface IInvgamma {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Invgamma {
  constructor(properties?: IInvgamma);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IInvgamma, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Invgamma;
  static read(reader: Reader, into?: unknown): Invgamma;
}

export namespace Invgamma {
  type $Properties = IInvgamma;
}

export interface IJStat {
  readonly length?: Uint8Array | null;
  readonly items?: Uint8Array | null;
}

export class JStat {
  constructor(properties?: IJStat);
  length: Uint8Array;
  items: Uint8Array;
  static encode(message: IJStat, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): JStat;
  static read(reader: Reader, into?: unknown): JStat;
}

export namespace JStat {
  type $Properties = IJStat;
}

export interface IKumaraswamy {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Kumaraswamy {
  constructor(properties?: IKumaraswamy);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IKumaraswamy, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Kumaraswamy;
  static read(reader: Reader, into?: unknown): Kumaraswamy;
}

export namespace Kumaraswamy {
  type $Properties = IKumaraswamy;
}

export interface ILaplace {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Laplace {
  constructor(properties?: ILaplace);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: ILaplace, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Laplace;
  static read(reader: Reader, into?: unknown): Laplace;
}

export namespace Laplace {
  type $Properties = ILaplace;
}

export interface ILognormal {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Lognormal {
  constructor(properties?: ILognormal);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: ILognormal, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Lognormal;
  static read(reader: Reader, into?: unknown): Lognormal;
}

export namespace Lognormal {
  type $Properties = ILognormal;
}

export interface INegbin {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Negbin {
  constructor(properties?: INegbin);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: INegbin, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Negbin;
  static read(reader: Reader, into?: unknown): Negbin;
}

export namespace Negbin {
  type $Properties = INegbin;
}

export interface INormal {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Normal {
  constructor(properties?: INormal);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: INormal, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Normal;
  static read(reader: Reader, into?: unknown): Normal;
}

export namespace Normal {
  type $Properties = INormal;
}

export interface IPareto {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Pareto {
  constructor(properties?: IPareto);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IPareto, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Pareto;
  static read(reader: Reader, into?: unknown): Pareto;
}

export namespace Pareto {
  type $Properties = IPareto;
}

export interface IPoisson {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Poisson {
  constructor(properties?: IPoisson);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IPoisson, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Poisson;
  static read(reader: Reader, into?: unknown): Poisson;
}

export namespace Poisson {
  type $Properties = IPoisson;
}

export interface IStudentt {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Studentt {
  constructor(properties?: IStudentt);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IStudentt, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Studentt;
  static read(reader: Reader, into?: unknown): Studentt;
}

export namespace Studentt {
  type $Properties = IStudentt;
}

export interface ITriangular {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Triangular {
  constructor(properties?: ITriangular);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: ITriangular, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Triangular;
  static read(reader: Reader, into?: unknown): Triangular;
}

export namespace Triangular {
  type $Properties = ITriangular;
}

export interface ITukey {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Tukey {
  constructor(properties?: ITukey);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: ITukey, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Tukey;
  static read(reader: Reader, into?: unknown): Tukey;
}

export namespace Tukey {
  type $Properties = ITukey;
}

export interface IUniform {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Uniform {
  constructor(properties?: IUniform);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IUniform, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Uniform;
  static read(reader: Reader, into?: unknown): Uniform;
}

export namespace Uniform {
  type $Properties = IUniform;
}

export interface IWeibull {
  readonly field1?: Uint8Array | null;
  readonly field2?: Uint8Array | null;
  readonly field3?: Uint8Array | null;
  readonly data?: Uint8Array | null;
}

export class Weibull {
  constructor(properties?: IWeibull);
  field1: Uint8Array;
  field2: Uint8Array;
  field3: Uint8Array;
  data: Uint8Array;
  static encode(message: IWeibull, writer?: Writer): Writer;
  static decode(bytes: Uint8Array): Weibull;
  static read(reader: Reader, into?: unknown): Weibull;
}

export namespace Weibull {
  type $Properties = IWeibull;
}
