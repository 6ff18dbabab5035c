import { revocationReasons } from "@hemvist/rules";
import * as z from "zod/mini";
import { described } from "./described.ts";
import { civilDate } from "./parts.ts";

/** With it, a revision ends the decision. */
export const revocation = described(
  z.strictObject({
    on: civilDate,
    reason: z.enum(revocationReasons),
  }),
  {
    id: "Revocation",
    description:
      "Ends the decision after the day `on`. What begins later is cancelled at once. What runs is amended to end that day, and is cancelled when the day is over.",
  },
);
