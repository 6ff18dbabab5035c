import * as z from "zod/mini";

/**
 * A schema with what the generated documents say of it: a name, a description, examples. It is a copy, so what the
 * schema is made of keeps its own words. `zod/mini` has it as a check (`z.meta`), which would run on each value.
 */
export const described = <Schema extends z.ZodMiniType>(schema: Schema, words: z.core.GlobalMeta): Schema => {
  const copy = schema.clone();
  z.globalRegistry.add(copy, words);
  return copy;
};
