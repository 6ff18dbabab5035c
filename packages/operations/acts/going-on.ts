import { operations } from "@hemvist/casework";
import { parsedJson } from "@hemvist/contracts";
import { addresseesAmong, partiesOf } from "@hemvist/rules";
import * as z from "zod/mini";
import { municipality } from "../municipality.ts";
import { NotAsked } from "./not-asked.ts";

const form = z.strictObject({
  chain: z.string(),
  key: z.exactOptional(z.string()),
  above: z.exactOptional(z.strictObject({ sequence: z.int(), after: z.exactOptional(z.string()) })),
});

/** Everyone whose accesses are logged. */
export const loggedParties = [...addresseesAmong(partiesOf(municipality)), operations];

/** Where the part before this one ended in the access log. @throws NotAsked */
export function goingFrom(goOn: string): z.infer<typeof form> {
  const read = form.safeParse(parsedJson(goOn));
  if (!read.success) throw new NotAsked();
  return read.data;
}
