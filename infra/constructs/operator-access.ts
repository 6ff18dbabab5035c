import { CfnOutput, Validations } from "aws-cdk-lib";
import { ManagedPolicy } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import {
  mayAdd,
  mayCall,
  mayDerive,
  mayLook,
  mayQuery,
  mayRead,
  mayReadAll,
  mayReadObjects,
  mayReadSent,
  mayRemove,
  maySendToAll,
} from "../permissions.ts";
import {
  everyDeadLetterQueueOf,
  everyQueueOf,
  everyTraffic,
  missedReports,
  missedRuns,
} from "../queue-names.ts";
import type { RecordsStack } from "../stacks/records-stack.ts";
import { doneWith } from "./failed-records-bucket.ts";
import { callersOwn } from "./journal-bucket.ts";
import type { ServiceFunction } from "./service-function.ts";

export interface OperatorAccessProps {
  readonly records: RecordsStack;
  readonly handOff: ServiceFunction;
}

/**
 * The policies for `hemvist ops`, to attach to people's roles. A person who looks need not be able to act, and an
 * auditor need be able to do neither.
 */
export class OperatorAccess extends Construct {
  readonly #props: OperatorAccessProps;

  constructor(scope: Construct, id: string, props: OperatorAccessProps) {
    super(scope, id);
    this.#props = props;
    this.#reading();
    this.#looking();
    this.#acting();
    this.#auditing();
  }

  /**
   * Reads what is stored and what was sent. A view of a person's decisions goes on record, so it may write in the
   * journal too.
   */
  #reading(): void {
    const { records } = this.#props;
    const policy = this.#policy("Read", {
      name: "hemvist-operations-read",
      description: "hemvist ops: replay --dry-run, view; what all the others need too",
    });
    mayReadAll(policy, records.table);
    mayDerive(policy, records.recordKey);
    mayRead(policy, records.table);
    mayQuery(policy, { table: records.table, indexes: ["person", "former", "first"] });
    mayReadSent(policy, records.sentMessages);
    mayReadObjects(policy, records.failedRecords);
    this.#acknowledge(
      policy,
      `Resource::${failedRecordsAsNagWritesThem}/*`,
      "Lambda itself names the objects it sets aside.",
    );
    this.#mayWriteInJournal(policy);
  }

  /** Looks into queues. Attach it together with the policy above. */
  #looking(): void {
    const policy = this.#policy("Look", {
      name: "hemvist-operations-look",
      description:
        "hemvist ops: dead-letters, explain, redrive --dry-run, reconcile; beside hemvist-operations-read",
    });
    mayLook(policy, { queues, deadLetters });
  }

  /** Sends messages again and removes them. Attach it together with the two policies above. */
  #acting(): void {
    const { records, handOff } = this.#props;
    const policy = this.#policy("Act", {
      name: "hemvist-operations-act",
      description: "hemvist ops: redrive, discard, replay; beside hemvist-operations-read and -look",
    });
    maySendToAll(policy, { like: queues, butNot: everyTraffic.map(everyDeadLetterQueueOf) });
    mayRemove(policy, deadLetters);
    mayCall(policy, handOff.live);
    mayAdd(policy, { bucket: records.failedRecords, under: doneWith });
    this.#acknowledge(
      policy,
      `Resource::${failedRecordsAsNagWritesThem}/${doneWith}`,
      "What is done with is named by the message that it was; nothing else there is written over.",
    );
  }

  #auditing(): void {
    const policy = this.#policy("Audit", {
      name: "hemvist-operations-audit",
      description: "hemvist: reads what operations staff did, and nothing else",
    });
    mayReadObjects(policy, this.#props.records.journal);
    this.#acknowledge(policy, `Resource::${journalAsNagWritesIt}/*`, "An auditor reads all entries.");
  }

  #mayWriteInJournal(policy: ManagedPolicy): void {
    mayAdd(policy, { bucket: this.#props.records.journal, under: callersOwn });
    this.#acknowledge(
      policy,
      `Resource::${journalAsNagWritesIt}/<aws:userid>/*`,
      "Each writes under the id that AWS knows them by, and under no other.",
    );
  }

  #policy(id: string, { name, description }: { readonly name: string; readonly description: string }) {
    const policy = new ManagedPolicy(this, id, { managedPolicyName: name, description });
    new CfnOutput(this, `${id}Policy`, { value: policy.managedPolicyArn, description });
    return policy;
  }

  #acknowledge(policy: ManagedPolicy, what: string, reason: string): void {
    Validations.of(policy).acknowledge({ id: `AwsSolutions-IAM5[${what}]`, reason });
  }
}

const queues = everyTraffic.map(everyQueueOf);
const deadLetters = [...everyTraffic.map(everyDeadLetterQueueOf), missedRuns, missedReports];

/** cdk-nag names a resource of another stack by its export. */
const failedRecordsAsNagWritesThem = "hemvist-records:ExportsOutputFnGetAttFailedRecordsDEC8AD7EArn0700AC87";
const journalAsNagWritesIt = "hemvist-records:ExportsOutputFnGetAttJournalAE8C44B2Arn8FBFE2CC";
