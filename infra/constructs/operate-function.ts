import { addresseesAmong, type Parties } from "@hemvist/rules";
import { Duration } from "aws-cdk-lib";
import { type ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { FunctionUrlAuthType } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { verifyingAmong } from "../partners.ts";
import { allow, mayAdd, mayDerive, mayLogAccesses, mayReadObjects, mayUpdate } from "../permissions.ts";
import type { Settings } from "../settings.ts";
import { signingSetting } from "../signing.ts";
import type { RecordsStack } from "../stacks/records-stack.ts";
import { chainsOfOperators } from "./access-log-bucket.ts";
import { doneWith } from "./failed-records-bucket.ts";
import { mayHandleLetters } from "./letter-permissions.ts";
import { ServiceFunction, type ServiceFunctionProps } from "./service-function.ts";

export interface OperateFunctionProps {
  readonly settings: Pick<Settings, "mostAlone" | "municipality" | "municipalitiesFrom" | "partners">;
  readonly parties: Parties;
  readonly records: RecordsStack;
  readonly others: readonly ServiceFunction[];
  readonly runs: number;
  readonly logs: ServiceFunctionProps["logs"];
}

/**
 * Acts for operators. It has a URL of its own, apart from the parties' API. Lambda admits only requests that an AWS
 * identity has signed, and says whose.
 */
export class OperateFunction extends ServiceFunction {
  constructor(
    scope: Construct,
    id: string,
    { settings, parties, records, others, runs, logs }: OperateFunctionProps,
  ) {
    super(scope, id, {
      ...settings,
      logs,
      runs,
      name: "operate",
      purpose: "Acts for operators, by their own AWS identity, and keeps a journal of it",
      // A call reads 20,000 records, or sends 2,000 messages.
      timeout: Duration.minutes(5),
      memory: 2048,
      environment: {
        TABLE_NAME: records.table.tableName,
        RECORD_KEY_ID: records.recordKey.keyId,
        SENT_TABLE_NAME: records.sentMessages.tableName,
        PSEUDONYM_KEY_ID: records.pseudonymKey.keyId,
        FAILED_RECORDS_BUCKET: records.failedRecords.bucketName,
        JOURNAL_BUCKET: records.journal.bucketName,
        ACCESS_LOG_BUCKET: records.accessLog.bucketName,
        MOST_ALONE: `${settings.mostAlone}`,
        ...signingSetting(scope, {
          key: records.signatureKey,
          parties: verifyingAmong(settings.partners ?? {}, addresseesAmong(parties)),
        }),
      },
    });
    this.live.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });
    mayUpdate(this.role, records.table);
    this.#handlesLetters(records);
    this.#calls(others);
    this.#keepsJournal(records);
    mayLogAccesses(this.role, { bucket: records.accessLog, chains: chainsOfOperators });
    mayReadObjects(this.role, records.accessLog);
    // A person who asks who has looked is known to the city by a number, and to the access log by a pseudonym.
    mayDerive(this.role, records.pseudonymKey);
  }

  #handlesLetters(records: RecordsStack): void {
    mayHandleLetters(this.role, records);
    mayAdd(this.role, { bucket: records.failedRecords, under: doneWith });
  }

  /** hand-off sends what the stream gave up. Each function checks itself for `hemvist ops doctor`. */
  #calls(others: readonly ServiceFunction[]): void {
    // By their names: the aliases themselves wait for the self-checks, which wait for this role.
    for (const { lambda } of others)
      allow(this.role, ["lambda:InvokeFunction"], `${lambda.functionArn}:live`);
  }

  #keepsJournal({ journal }: RecordsStack): void {
    mayAdd(this.role, { bucket: journal, under: "*" });
    mayReadObjects(this.role, journal);
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
