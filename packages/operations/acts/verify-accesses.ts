import { civilDateAt } from "@hemvist/rules";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";
import { goingFrom, loggedParties } from "./going-on.ts";

/** Checks a part of the access log. It shows places in the log, and nothing of an access. */
export async function verifyAccesses(
  { party, day, goOn }: AskedFor<"audit-verify">,
  { system }: On,
): Promise<AnswerOf<"audit-verify">> {
  const { faults, entries, next } = await system.checkAccesses({
    parties: party === undefined ? loggedParties : [party],
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
