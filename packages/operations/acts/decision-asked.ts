import * as z from "zod/mini";
import { isShown } from "../dead-letters/named-in.ts";

const id = z.exactOptional(z.string().check(z.minLength(1), z.maxLength(1000), z.refine(isShown)));
const naming = z.object({ decision: id, personOf: id });

/** The decision that an act names, whichever act it is. Undefined for an act about several decisions, or about none. */
export function decisionAsked(body: unknown): string | undefined {
  const { decision, personOf } = naming.safeParse(body).data ?? {};
  return decision ?? personOf;
}
