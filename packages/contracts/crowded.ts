import { crowdedWithin } from "@hemvist/casework";
import * as z from "zod/mini";
import { described } from "./described.ts";

/** How hemvist refuses a provider that has sent too much, with the fields that every refusal has. */
export const crowded = <Shape extends z.core.$ZodShape>(refused: Shape) =>
  [
    z.strictObject({
      ...refused,
      why: z.literal("too-many"),
      within: described(z.enum(crowdedWithin), { description: "In the last 24 hours, or in all" }),
      most: described(z.int().check(z.minimum(1)), {
        description: "How many are taken about the assignment",
      }),
    }),
    z.strictObject({ ...refused, why: z.literal("no-room") }),
  ] as const;
