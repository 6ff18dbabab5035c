import { crowdedWithin } from "@hemvist/casework";
import * as z from "zod";

/** How hemvist refuses a provider that has sent too much, with the fields that every refusal has. */
export const crowded = <Shape extends z.ZodRawShape>(refused: Shape) =>
  [
    z.strictObject({
      ...refused,
      why: z.literal("too-many"),
      within: z.enum(crowdedWithin).meta({ description: "In the last 24 hours, or in all" }),
      most: z.int().min(1).meta({ description: "How many are taken about the assignment" }),
    }),
    z.strictObject({ ...refused, why: z.literal("no-room") }),
  ] as const;
