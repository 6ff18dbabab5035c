import { revocationReasons } from "@hemvist/rules";
import * as z from "zod";
import { civilDate } from "./parts.ts";

/** With it, a revision ends the decision. */
export const revocation = z
  .strictObject({
    on: civilDate,
    reason: z.enum(revocationReasons),
  })
  .meta({
    id: "Revocation",
    description:
      "Ends the decision after the day `on`. What begins later is cancelled at once. What runs is amended to end that day, and is cancelled when the day is over.",
  });
