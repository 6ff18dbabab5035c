import { Duration, Tags } from "aws-cdk-lib";
import { Construct } from "constructs";
import { useOfQueues } from "../key-users.ts";
import { attemptsOfOurs, keepsOrder, queueName, type Traffic } from "../queue-names.ts";
import { CustomerKey } from "./customer-key.ts";
import { DeadLetteredQueue } from "./dead-lettered-queue.ts";
import { letIn } from "./outside-principal.ts";

export interface PartyQueuesProps {
  /** The party's code, as in the model. */
  readonly party: string;
  readonly traffic: readonly Traffic[];
  readonly transitDays: number;
  /** Who uses these queues from outside. Without it, only hemvist reaches them. */
  readonly principal?: string | undefined;
  /** Where the party's own people get mail. `hemvist ops queues` shows it. */
  readonly contact?: string | undefined;
}

/**
 * A party is an address: it has its own queues in both directions, and its own key. So no party can read what another
 * gets, and the queue shows who sent a message.
 */
export class PartyQueues extends Construct {
  readonly key: CustomerKey;
  readonly queues: ReadonlyMap<Traffic, DeadLetteredQueue>;

  constructor(scope: Construct, id: string, props: PartyQueuesProps) {
    super(scope, id);
    this.key = new CustomerKey(this, "Key", {
      description: `hemvist: messages to and from ${props.party}`,
      usedBy: useOfQueues(props.traffic),
    });
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
    const queues = new Map([...this.queues].map(([traffic, { queue }]) => [traffic, queue]));
    if (props.contact !== undefined)
      Tags.of(this).add(contactTag, props.contact, { includeResourceTypes: ["AWS::SQS::Queue"] });
    if (props.principal !== undefined) letIn(props.principal, { queues, key: this.key });
  }
}

/** packages/adapters/queue-figures.ts reads it. */
const contactTag = "hemvist:contact";

/** hemvist reads a message within minutes. A party's system may be down for a while. */
const manner = (traffic: Traffic) => {
  switch (traffic) {
    case "decisions":
    case "progress":
      // An hour and a half, so that an outage of an hour makes no dead letters. It must be more than `patience` in
      // functions/receive-decision: a revision that waits for its predecessor is answered before it would be set aside.
      // A report behind a failing one in its group counts a receive each time too.
      return { visibilityTimeout: Duration.minutes(3), maxReceiveCount: attemptsOfOurs };
    case "inbox":
    case "assignments":
      return { visibilityTimeout: Duration.minutes(5), maxReceiveCount: 5 };
  }
};
