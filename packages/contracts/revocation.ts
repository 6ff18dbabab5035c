import * as z from "zod";
import { civilDate } from "./parts.ts";

/** With it, a revision ends the decision. */
export const revocation = z
  .strictObject({
    on: civilDate,
    reason: z.enum([
      "no-longer-needed",
      "decided-wrongly",
      "person-withdrew",
      "person-moved",
      "person-died",
      "replaced",
    ]),
  })
  .meta({ id: "Revocation" });
