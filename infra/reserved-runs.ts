import { addresseesAmong, type Parties } from "@hemvist/rules";
import { type Traffic, trafficOf } from "./queue-names.ts";
import type { Settings } from "./settings.ts";

/** How many runs of each function go on at once. They are reserved: no other function takes them. */
export interface ReservedRuns {
  readonly "receive-decision": number;
  readonly "record-progress": number;
  readonly "read-case": number;
  readonly "hand-off": number;
  readonly "follow-up": number;
  readonly report: number;
  readonly operate: number;
}

/** What AWS keeps for functions without a reservation: here the runner of the self-checks. */
const unreserved = 100;

/**
 * A function that answers the API has a run for each call that the gateway lets in at once, and one that reads queues
 * has the runs of all its queues besides. So calls take no run from a queue, and no queue takes one from a call.
 * @throws Error if the account has not as many
 */
export function reservedRuns(
  { concurrency, throttling }: Pick<Settings, "concurrency" | "throttling">,
  parties: Parties,
): ReservedRuns {
  const ofQueues = (traffic: Traffic): number =>
    concurrency.perQueue *
    addresseesAmong(parties).filter((party) => trafficOf(party, parties).includes(traffic)).length;
  const runs: ReservedRuns = {
    "receive-decision": throttling.burst + ofQueues("decisions"),
    "record-progress": throttling.burst + ofQueues("progress"),
    "read-case": throttling.burst,
    "hand-off": concurrency.handOff,
    "follow-up": concurrency.scheduled,
    report: concurrency.scheduled,
    operate: concurrency.operate,
  };
  const all = Object.values<number>({ ...runs }).reduce((sum, some) => sum + some, unreserved);
  if (all > concurrency.quota)
    throw new Error(
      `hemvist needs ${all} concurrent runs, and the account has ${concurrency.quota} (concurrentRuns in infra/deployments.ts). Ask AWS for a higher quota (Lambda, L-B99A9384).`,
    );
  return runs;
}
