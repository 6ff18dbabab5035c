import { addresseesAmong, type Parties } from "@hemvist/rules";
import { Duration, Fn, Stack } from "aws-cdk-lib";
import { Construct } from "constructs";
import { partnerKeysSetting } from "../partner-keys.ts";
import { signingOf, verifyingAmong } from "../partners.ts";
import {
  mayAdd,
  mayDerive,
  mayFind,
  mayFindAll,
  mayIssue,
  mayKeepSent,
  mayLogAccesses,
  mayQuery,
  mayRead,
  mayReadAll,
  mayReadAndWrite,
  mayReadObjects,
  mayReadSent,
  maySend,
  maySendToAll,
} from "../permissions.ts";
import {
  deadLetterName,
  everyDeadLetterQueueOf,
  everyQueueOf,
  physicalName,
  queueName,
  type Traffic,
} from "../queue-names.ts";
import type { ReservedRuns } from "../reserved-runs.ts";
import type { Settings } from "../settings.ts";
import { signingSetting } from "../signing.ts";
import type { RecordsStack } from "../stacks/records-stack.ts";
import { chainsOfParties, heads } from "./access-log-bucket.ts";
import type { Route, TokenIssuer } from "./handoff-api.ts";
import type { NamedQueue, PartyAddresses } from "./party-addresses.ts";
import { ServiceFunction, type ServiceFunctionProps } from "./service-function.ts";

export interface HandoffFunctionsProps {
  readonly settings: Pick<Settings, "municipality" | "municipalitiesFrom" | "partners">;
  readonly runs: ReservedRuns;
  readonly records: RecordsStack;
  readonly issuer: TokenIssuer;
  readonly parties: Parties;
  readonly addresses: PartyAddresses;
  readonly logs: ServiceFunctionProps["logs"];
}

/** The six functions that carry decisions, with the settings and the permissions of each. */
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
    this.#readersFirst();
  }

  /**
   * The functions that only read records get their new version before those that write. So a new field reaches no
   * function that does not know it. The writers read too, and do not change a record that holds more than they know.
   */
  #readersFirst(): void {
    for (const writer of [this.receiveDecision, this.recordProgress, this.followUp])
      writer.after([this.handOff, this.readCase, this.report]);
  }

  get all(): readonly ServiceFunction[] {
    const { receiveDecision, handOff, recordProgress, followUp, readCase, report } = this;
    return [receiveDecision, handOff, recordProgress, followUp, readCase, report];
  }

  get routes(): readonly Route[] {
    return [
      { path: "/v1/decisions", answeredBy: this.receiveDecision },
      { path: "/v1/jwks.json", answeredBy: this.receiveDecision },
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
    const { records, parties, addresses } = this.#props;
    const inboxes = addresses
      .queues("inbox")
      .filter(({ name }) =>
        parties.administrations.some((code) => name === queueName({ traffic: "inbox", party: code })),
      );
    const answers = [...addresses.deadLetters("decisions"), ...inboxes];
    const receive = this.#function("receive-decision", {
      purpose: "Takes decisions from the administrations, judges them and stores them",
      timeout: Duration.seconds(20),
      // Ten messages may lead to ten records of 8 MB at one time: up to 561 MB were measured (test/scale).
      memory: 1024,
      environment: {
        ...this.#table(),
        ...this.#pseudonymKey(),
        ...this.#tokenIssuer(),
        ...this.#partnerKeys(parties.administrations),
        ...this.#signing(parties.administrations),
        ...this.#queueUrls({ one: answers }),
      },
    });
    mayReadAndWrite(receive.role, records.table);
    mayDerive(receive.role, records.recordKey);
    mayDerive(receive.role, records.pseudonymKey);
    mayDerive(receive.role, records.signatureKey);
    mayFind(receive.role, queuesOf(answers));
    maySend(receive.role, queuesOf(answers));
    return receive;
  }

  #handOff(): ServiceFunction {
    const { records, parties, addresses } = this.#props;
    const handOff = this.#function("hand-off", {
      purpose: "Sends what a stored decision causes, in order, to the parties it concerns",
      timeout: Duration.minutes(1),
      environment: {
        ...this.#table(),
        ...this.#signing(addresseesAmong(parties)),
        ...this.#sentTable(),
        ...this.#queueUrls({ all: [{ traffic: "assignments" }, { traffic: "inbox" }] }),
      },
    });
    handOff.waitFor([...addresses.queues("assignments"), ...addresses.queues("inbox")]);
    mayRead(handOff.role, records.table);
    mayDerive(handOff.role, records.recordKey);
    mayDerive(handOff.role, records.signatureKey);
    mayReadSent(handOff.role, records.sentMessages);
    mayKeepSent(handOff.role, records.sentMessages);
    const toParties = {
      like: [everyQueueOf("assignments"), everyQueueOf("inbox")],
      butNot: [everyDeadLetterQueueOf("assignments"), everyDeadLetterQueueOf("inbox")],
    };
    mayFindAll(handOff.role, toParties);
    maySendToAll(handOff.role, toParties);
    return handOff;
  }

  #recordProgress(): ServiceFunction {
    const { records, parties, addresses } = this.#props;
    const record = this.#function("record-progress", {
      purpose: "Takes what a provider says of an assignment, and refuses what cannot be",
      timeout: Duration.seconds(20),
      environment: {
        ...this.#table(),
        ...this.#tokenIssuer(),
        ...this.#partnerKeys(parties.executors),
        ...this.#signing(parties.executors),
        ...this.#queueUrls({ all: [{ traffic: "assignments" }, { traffic: "progress", deadLetters: true }] }),
      },
    });
    record.waitFor([...addresses.queues("assignments"), ...addresses.deadLetters("progress")]);
    mayReadAndWrite(record.role, records.table);
    mayDerive(record.role, records.recordKey);
    mayDerive(record.role, records.signatureKey);
    const toProviders = {
      like: [everyQueueOf("assignments"), everyDeadLetterQueueOf("progress")],
      butNot: [everyDeadLetterQueueOf("assignments")],
    };
    mayFindAll(record.role, toProviders);
    maySendToAll(record.role, toProviders);
    return record;
  }

  #followUp(): ServiceFunction {
    const { table, recordKey } = this.#props.records;
    const followUp = this.#function("follow-up", {
      purpose: "Looks at what is due, and notifies the parties",
      timeout: Duration.minutes(5),
      environment: this.#table(),
    });
    mayReadAndWrite(followUp.role, table);
    mayDerive(followUp.role, recordKey);
    mayQuery(followUp.role, { table, indexes: ["due"] });
    return followUp;
  }

  #readCase(): ServiceFunction {
    const { table, sentMessages, pseudonymKey, recordKey, accessLog } = this.#props.records;
    const readCase = this.#function("read-case", {
      purpose: "Answers what became of a decision, an assignment or a person's interventions",
      timeout: Duration.seconds(20),
      environment: {
        ...this.#table(),
        ...this.#sentTable(),
        ...this.#pseudonymKey(),
        ...this.#tokenIssuer(),
        ACCESS_LOG_BUCKET: accessLog.bucketName,
      },
    });
    mayRead(readCase.role, table);
    mayDerive(readCase.role, recordKey);
    mayReadSent(readCase.role, sentMessages);
    mayQuery(readCase.role, { table, indexes: ["person", "former", "first", "case"] });
    mayDerive(readCase.role, pseudonymKey);
    mayLogAccesses(readCase.role, { bucket: accessLog, chains: chainsOfParties });
    return readCase;
  }

  #report(): ServiceFunction {
    const { table, reports, recordKey, accessLog } = this.#props.records;
    const report = this.#function("report", {
      purpose: "Issues the city's figures, once and for all",
      timeout: Duration.minutes(15),
      environment: {
        ...this.#table(),
        REPORTS_BUCKET: reports.bucketName,
        ACCESS_LOG_BUCKET: accessLog.bucketName,
      },
      memory: 2048,
    });
    mayReadAll(report.role, table);
    mayDerive(report.role, recordKey);
    mayIssue(report.role, reports);
    mayReadObjects(report.role, accessLog);
    mayAdd(report.role, { bucket: accessLog, under: heads });
    return report;
  }

  #function(
    name: Exclude<keyof ReservedRuns, "operate">,
    props: Pick<ServiceFunctionProps, "purpose" | "timeout" | "environment"> & { readonly memory?: number },
  ) {
    const { settings, logs, runs } = this.#props;
    return new ServiceFunction(this, name, {
      memory: 512,
      ...props,
      ...settings,
      name,
      logs,
      runs: runs[name],
    });
  }

  #table() {
    const { table, recordKey } = this.#props.records;
    return { TABLE_NAME: table.tableName, RECORD_KEY_ID: recordKey.keyId };
  }

  #sentTable() {
    return { SENT_TABLE_NAME: this.#props.records.sentMessages.tableName };
  }

  #tokenIssuer() {
    const { url, audience } = this.#props.issuer;
    return { TOKEN_ISSUER: url, ...(audience === undefined ? {} : { TOKEN_AUDIENCE: audience }) };
  }

  #partnerKeys(parties: readonly string[]) {
    return partnerKeysSetting(signingOf(this.#props.settings.partners ?? {}), parties);
  }

  #signing(parties: readonly string[]) {
    const { settings, records } = this.#props;
    return signingSetting(this, {
      key: records.signatureKey,
      parties: verifyingAmong(settings.partners ?? {}, parties),
    });
  }

  #pseudonymKey() {
    return { PSEUDONYM_KEY_ID: this.#props.records.pseudonymKey.keyId };
  }

  /**
   * Name of the wire contract → URL, as JSON, for the queues that the function sends to. Providers' queues are named by
   * kind, because Lambda takes 4 KB of settings, and the queues of ten further providers one by one would fill them.
   */
  #queueUrls({
    one = [],
    all = [],
  }: {
    readonly one?: readonly NamedQueue[];
    readonly all?: readonly Kind[];
  }) {
    const urls = Object.fromEntries([
      ...one.map(({ name, queue }) => [name, queue.queueUrl]),
      ...all.map(({ traffic, deadLetters }) => {
        const its = this.#props.addresses[deadLetters ? "deadLetters" : "queues"](traffic);
        const all = queueName({ traffic, party: "*" });
        const name = deadLetters ? deadLetterName(all) : all;
        const place = Fn.select(0, Fn.split(queueName({ traffic, party: "" }), its[0]?.queue.queueUrl ?? ""));
        return [name, `${place}${physicalName(name)}`];
      }),
    ]);
    return { QUEUE_URLS: Stack.of(this).toJsonString(urls) };
  }
}

/** The queues of a traffic for all parties, or their dead-letter queues. */
interface Kind {
  readonly traffic: Traffic;
  readonly deadLetters?: true;
}

const queuesOf = (named: readonly NamedQueue[]) => named.map(({ queue }) => queue);
