import { addresseesAmong, type Parties, trialParty } from "@hemvist/rules";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Partners } from "../partners.ts";
import { deadLetterName, queueName, type Traffic, trafficOf } from "../queue-names.ts";
import { PartyQueues } from "./party-queues.ts";

/** A queue under the name of the wire contract. */
export interface NamedQueue {
  readonly name: string;
  readonly queue: Queue;
}

/**
 * The queues of every party in the models, and of hemvist's own. No system reads the latter: SQS erases what a trial
 * leaves there.
 */
export class PartyAddresses extends Construct {
  readonly #parties: readonly { readonly party: string; readonly address: PartyQueues }[];

  constructor(
    scope: Construct,
    id: string,
    {
      parties,
      partners,
      transitDays,
    }: { readonly parties: Parties; readonly partners: Partners; readonly transitDays: number },
  ) {
    super(scope, id);
    this.#parties = [...addresseesAmong(parties), trialParty].map((party) => ({
      party,
      address: new PartyQueues(this, party, {
        party,
        traffic: trafficOf(party, parties),
        transitDays,
        principal: partners[party]?.principal,
        contact: partners[party]?.contact,
      }),
    }));
  }

  queues(traffic: Traffic): readonly NamedQueue[] {
    return this.#of(traffic).map(({ name, queues }) => ({ name, queue: queues.queue }));
  }

  deadLetters(traffic: Traffic): readonly NamedQueue[] {
    return this.#of(traffic).map(({ name, queues }) => ({
      name: deadLetterName(name),
      queue: queues.deadLetters,
    }));
  }

  #of(traffic: Traffic) {
    return this.#parties.flatMap(({ party, address }) => {
      const found = address.queues.get(traffic);
      return found === undefined ? [] : [{ name: queueName({ traffic, party }), queues: found }];
    });
  }
}
