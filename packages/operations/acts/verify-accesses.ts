import { operations } from "@hemvist/casework";
import { parsedJson } from "@hemvist/contracts";
import { addresseesAmong, civilDateAt, partiesOf } from "@hemvist/rules";
import * as z from "zod/mini";
import { municipality } from "../municipality.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";
import { NotAsked } from "./not-asked.ts";

const going = z.strictObject({
  chain: z.string(),
  key: z.exactOptional(z.string()),
  above: z.exactOptional(z.strictObject({ sequence: z.int(), after: z.exactOptional(z.string()) })),
});

/** Everyone whose accesses are logged. */
const parties = [...addresseesAmong(partiesOf(municipality)), operations];

/** Checks a part of the access log. It shows places in the log, and nothing of an access. */
export async function verifyAccesses(
  { party, day, goOn }: AskedFor<"audit-verify">,
  { system }: On,
): Promise<AnswerOf<"audit-verify">> {
  const { faults, entries, next } = await system.checkAccesses({
    parties: party === undefined ? parties : [party],
    day,
    today: civilDateAt(system.now),
    from: goOn === undefined ? undefined : goingFrom(goOn),
  });
  return {
    faults: faults.slice(0, mostFaults),
    faulty: faults.length,
    entries,
    ...(next === undefined ? {} : { goOn: JSON.stringify(next) }),
  };
}

/** Ours: more than a person reads. The number of all faults is in the answer too. */
const mostFaults = 500;

/** @throws NotAsked */
function goingFrom(goOn: string): z.infer<typeof going> {
  const read = going.safeParse(parsedJson(goOn));
  if (!read.success) throw new NotAsked();
  return read.data;
}
