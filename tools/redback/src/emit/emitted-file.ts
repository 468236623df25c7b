/** One file of a support package. */
export interface EmittedFile {
  /** Relative to the package's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** `generated` files are written anew by every sync; `once` files only where there are none, and belong to people afterwards. */
  readonly kind: 'generated' | 'once';
}
