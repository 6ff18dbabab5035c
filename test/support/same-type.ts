/** A type with all that it holds read-only, so that two ways to write it compare as one. */
type Plain<T> = T extends readonly (infer Element)[]
  ? readonly Plain<Element>[]
  : T extends object
    ? { readonly [Name in keyof T]: Plain<T[Name]> }
    : T;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `true` where two types have the same fields, each required or optional in both, and of the same type. */
export type Same<A, B> = Identical<Plain<A>, Plain<B>>;
