import * as z from "zod/mini";
import { described } from "./described.ts";
import { type Fault, faultCodes } from "./fault.ts";

/** A fault as the answer has it. */
export const faultSchema = described(
  z.strictObject({
    pointer: described(z.string(), {
      description: "JSON pointer (RFC 6901); empty for the message as a whole",
    }),
    code: z.enum(faultCodes),
    sv: z.string(),
    en: z.string(),
    count: described(z.exactOptional(z.int()), {
      description: "Of `too-many-faults`: how many there are in all",
    }),
  }),
  {
    id: "Fault",
    description: "What cannot be read, where, and how to mend it",
  },
) satisfies z.ZodMiniType<Fault>;
