import { addressees } from "@hemvist/rules";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { deadLetterName, everyTraffic, queueName, type Traffic, trafficOf } from "../queue-names.ts";
import { PartyQueues } from "./party-queues.ts";

/** A queue under the name of the wire contract. */
export interface NamedQueue {
  readonly name: string;
  readonly queue: Queue;
}

/** The queues of every party in the model. */
export class PartyAddresses extends Construct {
  readonly #parties: readonly { readonly party: string; readonly address: PartyQueues }[];

  constructor(scope: Construct, id: string, props: { readonly transitDays: number }) {
    super(scope, id);
    this.#parties = addressees.map((party) => ({
      party,
      address: new PartyQueues(this, party, { party, traffic: trafficOf(party), ...props }),
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

  all(): readonly NamedQueue[] {
    return everyTraffic.flatMap((traffic) => this.queues(traffic));
  }

  allDeadLetters(): readonly NamedQueue[] {
    return everyTraffic.flatMap((traffic) => this.deadLetters(traffic));
  }

  #of(traffic: Traffic) {
    return this.#parties.flatMap(({ party, address }) => {
      const found = address.queues.get(traffic);
      return found === undefined ? [] : [{ name: queueName({ traffic, party }), queues: found }];
    });
  }
}
