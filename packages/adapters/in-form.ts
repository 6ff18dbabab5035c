import type * as z from "zod/mini";

/** What lies in the store has a form that this version of the code does not know. The message names fields, never values. */
export class UnknownForm extends Error {
  override readonly name = "UnknownForm";
}

/** What a schema reads of what lies in the store. @throws UnknownForm */
export function inForm<T>(schema: z.ZodMiniType<T>, stored: unknown): T {
  const read = schema.safeParse(stored);
  if (read.success) return read.data;
  const fields = new Set(read.error.issues.map(({ path }) => path.join(".")));
  throw new UnknownForm(`fields: ${[...fields].join(", ")}`);
}
