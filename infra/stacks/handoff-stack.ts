import type { Parties } from "@hemvist/rules";
import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { setAsideByStream } from "../alarms/hand-off-alarms.ts";
import { makeAlarms } from "../alarms/make-alarms.ts";
import { BreakGlass } from "../constructs/break-glass.ts";
import { CustomerKey } from "../constructs/customer-key.ts";
import { DeadLetterQueue } from "../constructs/dead-lettered-queue.ts";
import { HandoffApi, type TokenIssuer } from "../constructs/handoff-api.ts";
import { HandoffFunctions } from "../constructs/handoff-functions.ts";
import { LogKey } from "../constructs/log-key.ts";
import { OperateFunction } from "../constructs/operate-function.ts";
import { OperatorAccess } from "../constructs/operator-access.ts";
import { PartyAddresses } from "../constructs/party-addresses.ts";
import { readQueues } from "../constructs/queue-reader.ts";
import { RecordStream } from "../constructs/record-stream.ts";
import { sealSelfCheckRunner } from "../constructs/self-check-runner.ts";
import { StockholmSchedule } from "../constructs/stockholm-schedule.ts";
import { useOfMissedRuns } from "../key-users.ts";
import { missedReports, missedRuns } from "../queue-names.ts";
import { reservedRuns } from "../reserved-runs.ts";
import type { Settings } from "../settings.ts";
import type { RecordsStack } from "./records-stack.ts";

export interface HandoffStackProps extends StackProps {
  readonly settings: Settings;
  readonly parties: Parties;
  readonly records: RecordsStack;
  readonly issuer: TokenIssuer;
}

/** What moves: the parties' queues, the functions between them, and what sets the functions going. */
export class HandoffStack extends Stack {
  constructor(scope: Construct, id: string, props: HandoffStackProps) {
    super(scope, id, props);
    const { settings, parties, records, issuer } = props;
    const addresses = new PartyAddresses(this, "Parties", {
      parties,
      partners: settings.partners ?? {},
      transitDays: settings.retention.transitDays,
    });
    const logs = { key: new LogKey(this, "LogKey"), retention: settings.retention.logs };
    const runs = reservedRuns(settings, parties);
    const functions = new HandoffFunctions(this, "Functions", {
      settings,
      runs,
      records,
      issuer,
      parties,
      addresses,
      logs,
    });
    const operate = new OperateFunction(this, "Operate", {
      settings,
      parties,
      records,
      others: functions.all,
      runs: runs.operate,
      logs,
    });
    operate.after([functions.handOff]);
    sealSelfCheckRunner(this, logs);

    const { perQueue } = settings.concurrency;
    readQueues(functions.receiveDecision, { traffic: "decisions", addresses, perQueue });
    readQueues(functions.recordProgress, { traffic: "progress", addresses, perQueue });
    const { mapping } = new RecordStream(this, "Outbox", {
      table: records.table,
      reader: functions.handOff,
      failedRecords: records.failedRecords,
    });
    makeAlarms(this, settings, { explained: [setAsideByStream(mapping.eventSourceMappingId)] });
    this.#onSchedule(functions);
    new OperatorAccess(this, "Operators", { records, operate });
    const { handOff, followUp, report } = functions;
    new BreakGlass(this, "BreakGlass", { records, startedByHand: [handOff, followUp, report] });
    new HandoffApi(this, "Http", { ...settings, issuer, logs, routes: functions.routes });
  }

  #onSchedule({ followUp, report }: HandoffFunctions): void {
    const runs = this.#missed("MissedRuns", { of: "follow-up", name: missedRuns, sealedBy: "ScheduleKey" });
    const reports = this.#missed("MissedReports", {
      of: "report",
      name: missedReports,
      sealedBy: "ReportScheduleKey",
    });
    new StockholmSchedule(this, "EveryHour", {
      name: "hemvist-follow-up",
      purpose: "Looks at what is due, every hour",
      cron: { minute: "0" },
      runs: followUp,
      deadLetters: runs,
    });
    new StockholmSchedule(this, "TwiceAWeek", {
      name: "hemvist-report",
      purpose: "Issues what has come to its end: month, quarter, week 40",
      // Twice, so that an alarm can see within CloudWatch's seven days that it has stopped: infra/alarms.
      cron: { weekDay: "MON,THU", hour: "6", minute: "0" },
      runs: report,
      deadLetters: reports,
    });
  }

  #missed(
    id: string,
    { of, name, sealedBy }: { readonly of: string; readonly name: string; readonly sealedBy: string },
  ): DeadLetterQueue {
    const key = new CustomerKey(this, sealedBy, {
      description: "hemvist: runs that never started, or that failed",
      usedBy: useOfMissedRuns(of),
    });
    return new DeadLetterQueue(this, id, { name, key, ordered: false });
  }
}
