import { CfnOutput, Validations } from "aws-cdk-lib";
import { ManagedPolicy } from "aws-cdk-lib/aws-iam";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import {
  mayAdd,
  mayLook,
  mayQuery,
  mayRead,
  mayReadAll,
  mayReadJournal,
  mayReadReceipts,
  mayReadSent,
  mayRemove,
  maySend,
} from "../permissions.ts";
import type { RecordsStack } from "../stacks/records-stack.ts";
import { callersOwn } from "./journal-bucket.ts";

export interface OperatorAccessProps {
  readonly records: RecordsStack;
  readonly queues: readonly Queue[];
  readonly deadLetters: readonly Queue[];
}

/**
 * What people may do with `hemvist ops`, as policies to give to their roles: who looks need not be who acts, and who
 * reads the journal need be neither.
 */
export class OperatorAccess extends Construct {
  readonly #props: OperatorAccessProps;

  constructor(scope: Construct, id: string, props: OperatorAccessProps) {
    super(scope, id);
    this.#props = props;
    this.#looking();
    this.#acting();
    this.#auditing();
  }

  /** Lists, explains, reconciles, shows; what shows a person's decisions goes on record, so the journal too. */
  #looking(): void {
    const { records, queues, deadLetters } = this.#props;
    const policy = this.#policy("Read", {
      name: "hemvist-operations-read",
      description: "hemvist ops: dead-letters, explain, redrive --dry-run, replay --dry-run, reconcile, view",
    });
    mayReadAll(policy, records.table);
    mayRead(policy, records.table);
    mayQuery(policy, { table: records.table, indexes: ["person"] });
    mayReadReceipts(policy, records.receipts);
    mayReadSent(policy, records.sentMessages);
    mayLook(policy, { queues, deadLetters });
    this.#mayWriteInJournal(policy);
  }

  /** Sends back and removes; given beside the one above. */
  #acting(): void {
    const { queues, deadLetters } = this.#props;
    const policy = this.#policy("Act", {
      name: "hemvist-operations-act",
      description: "hemvist ops: redrive, discard, replay; beside hemvist-operations-read",
    });
    maySend(policy, queues);
    mayRemove(policy, deadLetters);
  }

  #auditing(): void {
    const policy = this.#policy("Audit", {
      name: "hemvist-operations-audit",
      description: "hemvist: reads what operations staff did, and nothing else",
    });
    mayReadJournal(policy, this.#props.records.journal);
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

/** cdk-nag names a resource of another stack by its export. */
const journalAsNagWritesIt = "hemvist-records:ExportsOutputFnGetAttJournalAE8C44B2Arn8FBFE2CC";
