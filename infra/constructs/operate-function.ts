import { Duration, Validations } from "aws-cdk-lib";
import type { ManagedPolicy } from "aws-cdk-lib/aws-iam";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { FunctionUrlAuthType } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import {
  allow,
  mayAdd,
  mayDerive,
  mayList,
  mayLook,
  mayQuery,
  mayRead,
  mayReadAll,
  mayReadObjects,
  mayReadSent,
  mayRemove,
  maySendToAll,
  mayUpdate,
} from "../permissions.ts";
import { everyDeadLetterQueue, everyDeadLetterQueueOf, everyQueueOf, everyTraffic } from "../queue-names.ts";
import type { Settings } from "../settings.ts";
import type { RecordsStack } from "../stacks/records-stack.ts";
import { doneWith } from "./failed-records-bucket.ts";
import { operateRole } from "./journal-bucket.ts";
import { ServiceFunction, type ServiceFunctionProps } from "./service-function.ts";

export interface OperateFunctionProps {
  readonly settings: Pick<Settings, "municipality" | "municipalitiesFrom">;
  readonly records: RecordsStack;
  readonly handOff: ServiceFunction;
  readonly logs: ServiceFunctionProps["logs"];
}

/**
 * Acts for operators. It has a URL of its own, apart from the parties' API. Lambda admits only requests that an AWS
 * identity has signed, and says whose.
 */
export class OperateFunction extends ServiceFunction {
  constructor(scope: Construct, id: string, { settings, records, handOff, logs }: OperateFunctionProps) {
    super(scope, id, {
      ...settings,
      logs,
      name: "operate",
      roleName: operateRole,
      purpose: "Acts for operators, by their own AWS identity, and keeps a journal of it",
      // A call reads 20,000 records, or sends 2,000 messages.
      timeout: Duration.minutes(5),
      memory: 2048,
      environment: {
        TABLE_NAME: records.table.tableName,
        RECORD_KEY_ID: records.recordKey.keyId,
        SENT_TABLE_NAME: records.sentMessages.tableName,
        FAILED_RECORDS_BUCKET: records.failedRecords.bucketName,
        JOURNAL_BUCKET: records.journal.bucketName,
      },
    });
    this.live.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });
    this.#readsRecords(records);
    this.#handlesLetters(records, handOff);
    this.#writesInJournal(records);
  }

  #readsRecords(records: RecordsStack): void {
    mayReadAll(this.role, records.table);
    mayRead(this.role, records.table);
    mayUpdate(this.role, records.table);
    mayQuery(this.role, { table: records.table, indexes: ["person", "former", "first"] });
    mayDerive(this.role, records.recordKey);
    mayReadSent(this.role, records.sentMessages);
  }

  #handlesLetters({ failedRecords }: RecordsStack, handOff: ServiceFunction): void {
    mayReadObjects(this.role, failedRecords);
    mayAdd(this.role, { bucket: failedRecords, under: doneWith });
    mayLook(this.role, { queues, deadLetters: everyDeadLetterQueue });
    maySendToAll(this.role, { like: queues, butNot: everyTraffic.map(everyDeadLetterQueueOf) });
    mayRemove(this.role, everyDeadLetterQueue);
    // By its name: the alias itself waits for the self-checks, which wait for this role.
    allow(this.role, ["lambda:InvokeFunction"], `${handOff.lambda.functionArn}:live`);
    this.#acknowledge(`${failedRecordsAsNagWritesThem}/*`, "Lambda itself names the objects it sets aside.");
    this.#acknowledge(
      `${failedRecordsAsNagWritesThem}/${doneWith}`,
      "What is done with is named by the message that it was; nothing else there is written over.",
    );
  }

  #writesInJournal({ journal }: RecordsStack): void {
    mayAdd(this.role, { bucket: journal, under: "*" });
    mayList(this.role, journal);
    allow(this.role, ["s3:GetObject"], journal.arnForObjects(pending));
    journal.encryptionKey?.grant(this.role, "kms:Decrypt");
    this.#acknowledge(`${journalAsNagWritesIt}/${pending}`, "Acts that wait for a second person have ids.");
    this.#acknowledge(
      `${journalAsNagWritesIt}/*`,
      "An entry begins with the id of the person who acts. The bucket itself refuses to write over one.",
    );
  }

  #acknowledge(what: string, reason: string): void {
    Validations.of(this.role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${what}]`, reason });
  }

  /**
   * Lets the holders of a policy call the URL. Lambda asks for both actions. `InvokedViaFunctionUrl` keeps them from
   * invoking the function itself, with an event that names another caller.
   */
  admit(policy: ManagedPolicy): void {
    allow(policy, ["lambda:InvokeFunctionUrl", "lambda:GetFunctionUrlConfig"], this.live.functionArn);
    policy.addStatements(
      new PolicyStatement({
        actions: ["lambda:InvokeFunction"],
        resources: [this.live.functionArn],
        conditions: { Bool: { "lambda:InvokedViaFunctionUrl": "true" } },
      }),
    );
  }
}

/** Where an act lies that waits for a second person: packages/operations/journal/two-people.ts. */
const pending = "pending/*";

const queues = everyTraffic.map(everyQueueOf);

/** cdk-nag names a resource of another stack by its export. */
const failedRecordsAsNagWritesThem = "hemvist-records:ExportsOutputFnGetAttFailedRecordsDEC8AD7EArn0700AC87";
const journalAsNagWritesIt = "hemvist-records:ExportsOutputFnGetAttJournalAE8C44B2Arn8FBFE2CC";
