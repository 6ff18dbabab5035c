import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Calls, RunningSystem } from "@hemvist/local";
import { decisionsFrom } from "@hemvist/rules";
import { partyOf } from "../../packages/sandbox/parties/parties.ts";
import { aDecisionMessage } from "../../test/support/a-message.ts";
import type { Row } from "../rows.ts";

const decision = (decisionId: string): string => JSON.stringify(aDecisionMessage({ decisionId }));

interface Sum {
  readonly calls: number;
  readonly units: number;
}

/** All that the functions did, but for what a process does once. */
function sumOf(calls: Calls, wanted: (caller: string, operation: string) => boolean = () => true): Sum {
  const tallies = Object.entries(calls)
    .filter(([caller]) => caller.startsWith("hemvist-"))
    .flatMap(([caller, its]) =>
      Object.entries(its)
        .filter(([operation]) => operation !== "KMS.GenerateMac" && wanted(caller, operation))
        .map(([, tally]) => tally),
    );
  return {
    calls: tallies.reduce((sum, { count }) => sum + count, 0),
    units: tallies.reduce((sum, { writeUnits }) => sum + writeUnits, 0),
  };
}

/** Counts of the local run: what the ledger of its front says of each act. */
export async function counted(
  say: (progress: string) => void,
  system: RunningSystem,
): Promise<readonly Row[]> {
  say("counting calls and write units");
  const sqs = new SQSClient(system.clientFor("sf-centrum"));
  const QueueUrl = system.queueUrl(decisionsFrom("sf-centrum"));

  async function added(act: () => Promise<unknown>, wanted?: Parameters<typeof sumOf>[1]): Promise<Sum> {
    const before = sumOf(system.calls(), wanted);
    await act();
    await system.settle();
    const after = sumOf(system.calls(), wanted);
    return { calls: after.calls - before.calls, units: after.units - before.units };
  }
  const onQueue = (ids: readonly string[]) =>
    sqs.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: ids.map((id, index) => ({ Id: String(index), MessageBody: decision(id) })),
      }),
    );
  const takesIn = (caller: string): boolean => caller === "hemvist-receive-decision";
  const puts = (caller: string, operation: string): boolean =>
    operation === "DynamoDB.PutItem" && caller !== "hemvist-hand-off";

  // The processes start, and do what each does once.
  await added(() => post(system, "/v1/decisions", decision("SFC-FIRST")));
  const first = await added(() => post(system, "/v1/decisions", decision("SFC-PUT")), puts);
  const alone = await added(() => post(system, "/v1/decisions", decision("SFC-ALONE")));
  const byHttp = await added(() => post(system, "/v1/decisions", decision("SFC-HTTP")), takesIn);
  const byQueue = await added(() => onQueue(["SFC-QUEUE"]), takesIn);
  const batches = Array.from({ length: 10 }, (_, batch) =>
    Array.from({ length: 10 }, (__, place) => `SFC-${batch}-${place}`),
  );
  const together = await added(() => Promise.all(batches.map(onQueue)));
  const progress = await added(() => post(system, ...report("sf-centrum.SFC-PUT.1")), puts);
  const due = await dueAlone(system, added);
  sqs.destroy();
  const many = batches.flat().length;

  return [
    units("first version of 01", first.units, 5),
    units("progress report", progress.units, 4),
    units("follow-up", due, 4),
    units("a decision with two assignments, hand-off included, alone", alone.units, 9),
    units("a decision with two assignments, hand-off included, in batches of ten", together.units / many, 7),
    calls("to take in a decision, HTTP", byHttp.calls, 1.02),
    calls("to take in a decision, queue", byQueue.calls, 1.02),
    calls("of all functions for a decision, alone", alone.calls, 5),
    calls("of all functions for a decision, in batches of ten", together.calls / many, 2.6),
  ];
}

const units = (what: string, figure: number, atMost: number): Row => ({
  what: `write units, ${what}`,
  unit: "units",
  bound: { atMost },
  figure,
});

const calls = (what: string, figure: number, atMost: number): Row => ({
  what: `AWS calls ${what}`,
  unit: "calls",
  bound: { atMost },
  figure,
});

/** A follow-up's write units: those of a run with decisions due, without its heartbeat, for each decision. */
async function dueAlone(
  system: RunningSystem,
  added: (act: () => Promise<unknown>, wanted: Parameters<typeof sumOf>[1]) => Promise<Sum>,
): Promise<number> {
  const follows = (caller: string, operation: string): boolean =>
    caller === "hemvist-follow-up" && operation === "DynamoDB.PutItem";
  const reads = (caller: string, operation: string): boolean =>
    caller === "hemvist-follow-up" && operation === "DynamoDB.GetItem";
  let looked = 0;
  const before = sumOf(system.calls(), reads).calls;
  const { calls, units: written } = await added(async () => {
    await system.advance("2026-11-03T12:00:00Z");
    looked = sumOf(system.calls(), reads).calls - before;
  }, follows);
  const heartbeats = calls - looked;
  return (written - heartbeats) / looked;
}

const report = (assignmentId: string): readonly [string, string] => [
  `/v1/assignments/${assignmentId}/progress`,
  JSON.stringify({
    progressId: crypto.randomUUID(),
    assignmentId,
    status: "received",
    occurredAt: "2026-11-02T09:00:00Z",
  }),
];

async function post(system: RunningSystem, path: string, body: string): Promise<void> {
  const party = path.endsWith("/progress") ? "kompetenscenter" : "sf-centrum";
  const { status } = await partyOf(system, party).post(path, body);
  if (status >= 300) throw new Error(`${path} answered ${status}`);
}
