import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { deadLetterName, physicalName } from "../queue-names.ts";

interface Sealed {
  /** Without the `.fifo` that an ordered queue gets. */
  readonly name: string;
  readonly ordered: boolean;
  readonly key: IKey;
}

export interface DeadLetteredQueueProps extends Sealed {
  /** At least six times the timeout of the function that reads it. */
  readonly visibilityTimeout: Duration;
  /** How often a message may be received without being deleted before it becomes a dead letter. */
  readonly maxReceiveCount: number;
  readonly retention: Duration;
}

/** A queue and its dead-letter queue, both sealed with the party's own key. */
export class DeadLetteredQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: DeadLetteredQueueProps) {
    super(scope, id);
    this.deadLetters = new DeadLetterQueue(this, "DeadLetters", {
      ...props,
      name: deadLetterName(props.name),
    });
    this.queue = new Queue(this, "Queue", {
      ...sealed(props),
      visibilityTimeout: props.visibilityTimeout,
      retentionPeriod: props.retention,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceiveCount },
    });
  }
}

/** Keeps what was set aside for as long as SQS keeps anything. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, props: Sealed) {
    super(scope, id, { ...sealed(props), retentionPeriod: Duration.days(14) });
  }
}

const sealed = ({ name, ordered, key }: Sealed) => ({
  queueName: physicalName(name),
  encryption: QueueEncryption.KMS,
  encryptionMasterKey: key,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  ...(ordered ? inOrder : {}),
});

/** One group is one decision; order and throughput are per group. Senders name what is a duplicate themselves. */
const inOrder = {
  fifo: true,
  contentBasedDeduplication: false,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
};
