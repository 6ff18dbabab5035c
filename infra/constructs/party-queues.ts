import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { keepsOrder, queueName, type Traffic } from "../queue-names.ts";
import { CustomerKey } from "./customer-key.ts";
import { DeadLetteredQueue } from "./dead-lettered-queue.ts";

export interface PartyQueuesProps {
  /** The party's code, as in the model. */
  readonly party: string;
  readonly traffic: readonly Traffic[];
  readonly transitDays: number;
}

/**
 * A party is an address: its own queues to send on and to be sent to, and its own key, so that no party can
 * read what another gets and who sent a message is what queue it came from.
 */
export class PartyQueues extends Construct {
  readonly key: CustomerKey;
  readonly queues: ReadonlyMap<Traffic, DeadLetteredQueue>;

  constructor(scope: Construct, id: string, props: PartyQueuesProps) {
    super(scope, id);
    this.key = new CustomerKey(this, "Key", { description: `hemvist: messages to and from ${props.party}` });
    this.queues = new Map(
      props.traffic.map((traffic) => [
        traffic,
        new DeadLetteredQueue(this, traffic, {
          name: queueName({ traffic, party: props.party }),
          ordered: keepsOrder(traffic),
          key: this.key,
          ...manner(traffic),
          retention: Duration.days(keepsOrder(traffic) ? props.transitDays : props.transitDays / 2),
        }),
      ]),
    );
  }
}

/** What hemvist reads is taken within minutes; what a party reads may meet a system that is down for a while. */
const manner = (traffic: Traffic) => {
  switch (traffic) {
    case "decisions":
      // One more than `patience` in functions/receive-decision: a revision that waits for its predecessor is
      // answered before it would be set aside.
      return { visibilityTimeout: Duration.minutes(3), maxReceiveCount: 5 };
    case "progress":
      // A report that waits behind one that fails in its group is taken each time as well, and must not be given up
      // before it has been tried itself: half an hour of trouble is waited out.
      return { visibilityTimeout: Duration.minutes(3), maxReceiveCount: 10 };
    case "inbox":
    case "assignments":
      return { visibilityTimeout: Duration.minutes(5), maxReceiveCount: 5 };
  }
};
