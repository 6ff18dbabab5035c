import * as z from "zod/mini";
import { kept } from "../wire/asked.ts";

const naming = z.object({ decision: z.exactOptional(kept), personOf: z.exactOptional(kept) });

/** The decision that an act names, whichever act it is. Undefined for an act about several decisions, or about none. */
export function decisionAsked(body: unknown): string | undefined {
  const { decision, personOf } = naming.safeParse(body).data ?? {};
  return decision ?? personOf;
}
