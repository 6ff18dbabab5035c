/** A snippet of a file, which must stand there exactly once, and what a programmer wrote there by mistake. */
export interface Edit {
  /** From the project's root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A mistake that a programmer might make, small enough to pass a review. */
export interface Bug extends Edit {
  readonly name: string;
  /** What would go wrong, and for whom. */
  readonly why: string;
  /** What should catch it. */
  readonly suite: Suite;
  /** The other places that the same mistake stands in. */
  readonly and?: readonly Edit[];
}

/**
 * A test file, or:
 * - `unit`: the tests beside the code, in packages and functions;
 * - `simulation`: worlds in which everything fails that can, and a crash at every await;
 * - `lint`: what needs types and is no type error;
 * - `compiler`: the type check.
 */
export type Suite = "unit" | "simulation" | "lint" | "compiler" | `test/${string}.test.ts`;

export const editsOf = ({ file, find, replace, and = [] }: Bug): readonly Edit[] => [
  { file, find, replace },
  ...and,
];
