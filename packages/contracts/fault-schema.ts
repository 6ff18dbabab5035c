import * as z from "zod";
import { type Fault, faultCodes } from "./fault.ts";

/** A fault as the answer has it. */
export const faultSchema = z
  .strictObject({
    pointer: z.string().meta({ description: "JSON pointer (RFC 6901); empty for the message as a whole" }),
    code: z.enum(faultCodes),
    sv: z.string(),
    en: z.string(),
    count: z.int().exactOptional().meta({ description: "Of `too-many-faults`: how many there are in all" }),
  })
  .meta({
    id: "Fault",
    description: "What cannot be read, where, and how to mend it",
  }) satisfies z.ZodType<Fault>;
