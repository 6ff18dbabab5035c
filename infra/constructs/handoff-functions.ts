import { administrations } from "@hemvist/rules";
import { Duration, Stack, Validations } from "aws-cdk-lib";
import { Construct } from "constructs";
import {
  mayFind,
  mayIssue,
  mayKeepReceipts,
  mayPseudonymise,
  mayQuery,
  mayRead,
  mayReadAll,
  mayReadAndWrite,
  mayReadSent,
  maySend,
} from "../permissions.ts";
import { queueName } from "../queue-names.ts";
import type { RecordsStack } from "../stacks/records-stack.ts";
import type { Route } from "./handoff-api.ts";
import type { NamedQueue, PartyAddresses } from "./party-addresses.ts";
import { ServiceFunction, type ServiceFunctionProps } from "./service-function.ts";

export interface HandoffFunctionsProps {
  readonly records: RecordsStack;
  readonly addresses: PartyAddresses;
  readonly logs: ServiceFunctionProps["logs"];
}

/** The six functions: what each is told, and what each may do. */
export class HandoffFunctions extends Construct {
  readonly receiveDecision: ServiceFunction;
  readonly handOff: ServiceFunction;
  readonly recordProgress: ServiceFunction;
  readonly followUp: ServiceFunction;
  readonly readCase: ServiceFunction;
  readonly report: ServiceFunction;
  readonly #props: HandoffFunctionsProps;

  constructor(scope: Construct, id: string, props: HandoffFunctionsProps) {
    super(scope, id);
    this.#props = props;
    this.receiveDecision = this.#receiveDecision();
    this.handOff = this.#handOff();
    this.recordProgress = this.#recordProgress();
    this.followUp = this.#followUp();
    this.readCase = this.#readCase();
    this.report = this.#report();
  }

  get routes(): readonly Route[] {
    return [
      { path: "/v1/decisions", answeredBy: this.receiveDecision },
      { path: "/v1/decision-checks", answeredBy: this.receiveDecision },
      { path: "/v1/decisions/{administration}/{decisionId}", answeredBy: this.readCase },
      { path: "/v1/assignments/{assignmentId}", answeredBy: this.readCase },
      { path: "/v1/assignments/{assignmentId}/progress", answeredBy: this.recordProgress },
      { path: "/v1/assignments/{assignmentId}/proposals", answeredBy: this.recordProgress },
      {
        path: "/v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal",
        answeredBy: this.recordProgress,
      },
      {
        path: "/v1/assignments/{assignmentId}/proposals/{proposalId}/answer",
        answeredBy: this.receiveDecision,
      },
      { path: "/v1/person-searches", answeredBy: this.readCase },
      { path: "/v1/models", answeredBy: this.readCase },
      { path: "/v1/models/{name}", answeredBy: this.readCase },
      { path: "/v1/api-info", answeredBy: this.readCase },
      { path: "/v1/openapi.yaml", answeredBy: this.readCase },
    ];
  }

  #receiveDecision(): ServiceFunction {
    const { records, addresses } = this.#props;
    const inboxes = addresses
      .queues("inbox")
      .filter(({ name }) =>
        administrations.some((code) => name === queueName({ traffic: "inbox", party: code })),
      );
    const answers = [...addresses.deadLetters("decisions"), ...inboxes];
    const receive = this.#function("receive-decision", {
      purpose: "Takes decisions from the administrations, judges them and stores them",
      timeout: Duration.seconds(20),
      environment: { ...this.#table(), ...this.#pseudonymKey(), ...this.#queueUrls(answers) },
    });
    mayReadAndWrite(receive.role, records.table);
    mayPseudonymise(receive.role, records.pseudonymKey);
    mayFind(receive.role, queuesOf(answers));
    maySend(receive.role, queuesOf(answers));
    return receive;
  }

  #handOff(): ServiceFunction {
    const { records, addresses } = this.#props;
    const receivers = [...addresses.queues("assignments"), ...addresses.queues("inbox")];
    const handOff = this.#function("hand-off", {
      purpose: "Sends what a stored decision causes, in order, to the parties it concerns",
      timeout: Duration.minutes(1),
      environment: {
        ...this.#table(),
        ...this.#receiptsTable(),
        SENT_TABLE_NAME: records.sentMessages.tableName,
        ...this.#queueUrls(receivers),
      },
    });
    mayRead(handOff.role, records.table);
    mayRead(handOff.role, records.receipts);
    mayKeepReceipts(handOff.role, records.receipts);
    mayReadSent(handOff.role, records.sentMessages);
    mayKeepReceipts(handOff.role, records.sentMessages);
    mayFind(handOff.role, queuesOf(receivers));
    maySend(handOff.role, queuesOf(receivers));
    return handOff;
  }

  #recordProgress(): ServiceFunction {
    const { records, addresses } = this.#props;
    const answers = [...addresses.deadLetters("progress"), ...addresses.queues("assignments")];
    const record = this.#function("record-progress", {
      purpose: "Takes what a provider says of an assignment, and refuses what cannot be",
      timeout: Duration.seconds(20),
      environment: { ...this.#table(), ...this.#queueUrls(answers) },
    });
    mayReadAndWrite(record.role, records.table);
    mayFind(record.role, queuesOf(answers));
    maySend(record.role, queuesOf(answers));
    return record;
  }

  #followUp(): ServiceFunction {
    const { table } = this.#props.records;
    const followUp = this.#function("follow-up", {
      purpose: "Looks at what is due, and tells whom it concerns",
      timeout: Duration.minutes(5),
      environment: this.#table(),
    });
    mayReadAndWrite(followUp.role, table);
    mayQuery(followUp.role, { table, indexes: ["due"] });
    return followUp;
  }

  #readCase(): ServiceFunction {
    const { table, receipts, pseudonymKey } = this.#props.records;
    const readCase = this.#function("read-case", {
      purpose: "Answers what became of a decision, an assignment or a person's interventions",
      timeout: Duration.seconds(20),
      environment: { ...this.#table(), ...this.#receiptsTable(), ...this.#pseudonymKey() },
    });
    mayRead(readCase.role, table);
    mayRead(readCase.role, receipts);
    mayQuery(readCase.role, { table, indexes: ["person", "former", "case"] });
    mayPseudonymise(readCase.role, pseudonymKey);
    return readCase;
  }

  #report(): ServiceFunction {
    const { table, reports } = this.#props.records;
    const report = this.#function("report", {
      purpose: "Issues the city's figures, once and for all",
      timeout: Duration.minutes(15),
      environment: { ...this.#table(), REPORTS_BUCKET: reports.bucketName },
      memory: 2048,
    });
    mayReadAll(report.role, table);
    mayIssue(report.role, reports);
    Validations.of(report.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${reportsAsNagWritesThem}/*]`,
      reason:
        "An issued report is named by its kind, period and instant: the bucket is the narrowest that can be said.",
    });
    return report;
  }

  #function(
    name: string,
    props: Pick<ServiceFunctionProps, "purpose" | "timeout" | "environment"> & { readonly memory?: number },
  ) {
    return new ServiceFunction(this, name, { memory: 512, ...props, name, logs: this.#props.logs });
  }

  #table() {
    return { TABLE_NAME: this.#props.records.table.tableName };
  }

  #receiptsTable() {
    return { RECEIPTS_TABLE_NAME: this.#props.records.receipts.tableName };
  }

  #pseudonymKey() {
    return { PSEUDONYM_KEY_ID: this.#props.records.pseudonymKey.keyId };
  }

  /** Name of the wire contract → URL, as JSON; only the queues that the function sends to. */
  #queueUrls(queues: readonly NamedQueue[]) {
    const urls = Object.fromEntries(queues.map(({ name, queue }) => [name, queue.queueUrl]));
    return { QUEUE_URLS: Stack.of(this).toJsonString(urls) };
  }
}

/** cdk-nag names a resource of another stack by its export. */
const reportsAsNagWritesThem = "hemvist-records:ExportsOutputFnGetAttReports65402A0AArn549BAC56";

const queuesOf = (named: readonly NamedQueue[]) => named.map(({ queue }) => queue);
