import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { Calls, LogLine, RunningSystem } from "@hemvist/local";
import { decisionsFrom } from "@hemvist/rules";
import { startHemvist } from "../../packages/sandbox/hemvist.ts";
import { companyOf } from "../../packages/sandbox/parties/company.ts";
import { aDecisionMessage } from "../support/a-message.ts";
import { times, type Usage } from "./dollars.ts";
import { type SentBytes, sentBytes } from "./sent-bytes.ts";

/** What a decision uses, from its arrival until its messages are on their queues. */
export interface Counted {
  readonly alone: Usage;
  readonly inTens: Usage;
  /** What the messages of one decision weigh. Other designs would send the same. */
  readonly sent: SentBytes;
  /** What the record of one decision weighs in the table, without its entries in the indexes. */
  readonly recordBytes: number;
}

/** Runs the bundles that are deployed, and counts what they call. */
export async function counted(decisions: number, templates: string): Promise<Counted> {
  const system = await startHemvist({ startsAt: "2026-11-02T09:00:00Z", templates });
  try {
    const alone = await usageOf(system, decisions, () => postEach(system, decisions));
    const inTens = await usageOf(system, decisions, () => sendAll(system, decisions));
    return {
      alone: { ...alone, gatewayRequest: 1 },
      inTens: { ...inTens, queueRequest: requestsOfLambda },
      sent: await sentBytes(system, "sf-centrum.COST-ALONE-0"),
      recordBytes: await bytesOfRecord(system, "sf-centrum.COST-ALONE-0"),
    };
  } finally {
    await system.stop();
  }
}

async function bytesOfRecord(system: RunningSystem, pk: string): Promise<number> {
  const dynamodb = new DynamoDBClient(system.clientFor("a-tester"));
  const { Item = {} } = await dynamodb.send(
    new GetItemCommand({ TableName: "decisions", Key: { pk: { S: pk } } }),
  );
  return Object.entries(Item).reduce(
    (sum, [name, { S = "", N = "", B = [] }]) => sum + name.length + S.length + N.length + B.length,
    0,
  );
}

/** Lambda receives ten messages with one request and deletes them with another. */
const requestsOfLambda = 2 / 10;

/** What the decision weighs as SF sends it. */
export const decisionBytes = Buffer.byteLength(JSON.stringify(aDecisionMessage()));

/** Two assignments to one provider, and an answer to SF. */
const body = (decisionId: string): string => JSON.stringify(aDecisionMessage({ decisionId }));

async function postEach(system: RunningSystem, decisions: number): Promise<void> {
  const centrum = companyOf(system).administrations.party("sf-centrum");
  for (let index = 0; index < decisions; index += 1) {
    const { status } = await centrum.post("/v1/decisions", body(`COST-ALONE-${index}`));
    if (status !== 202) throw new Error(`a decision was answered ${status}`);
    await system.settle();
  }
}

/** All at once: the functions take ten from the queue at a time, and up to a hundred from the stream. */
async function sendAll(system: RunningSystem, decisions: number): Promise<void> {
  const centrum = companyOf(system).administrations.party("sf-centrum");
  await Promise.all(
    Array.from({ length: decisions }, (_, index) =>
      centrum.send(decisionsFrom("sf-centrum"), body(`COST-TENS-${index}`)),
    ),
  );
}

/** What one decision of an act uses, on average. */
async function usageOf(system: RunningSystem, decisions: number, act: () => Promise<void>): Promise<Usage> {
  const [before, logged] = [inAll(system.calls()), system.logs.length];
  await act();
  await system.settle();
  const after = inAll(system.calls());
  const lines = system.logs.slice(logged);
  return times(
    {
      writeUnit: after.writeUnits - before.writeUnits,
      readUnit: after.readUnits - before.readUnits,
      orderedQueueRequest: after.sends - before.sends,
      keyRequest: after.macs - before.macs,
      invocation: invocationsIn(lines),
      logGigabyte: lines.reduce((sum, { line }) => sum + Buffer.byteLength(line), 0) / 1e9,
    },
    1 / decisions,
  );
}

/** Each invocation logs at least one line, with its own id. */
const invocationsIn = (lines: readonly LogLine[]): number =>
  new Set(lines.flatMap(({ line }) => /"function_request_id":"([^"]+)"/.exec(line)?.[1] ?? [])).size;

/** The calls of hemvist's own functions. */
function inAll(calls: Calls) {
  const own = Object.entries(calls).filter(([caller]) => caller.startsWith("hemvist-"));
  const tallies = own.flatMap(([, operations]) => Object.entries(operations));
  const sum = (starts: string, of: "count" | "writeUnits" | "readUnits"): number =>
    tallies.reduce((before, [name, tally]) => before + (name.startsWith(starts) ? tally[of] : 0), 0);
  return {
    writeUnits: sum("DynamoDB.", "writeUnits"),
    readUnits: sum("DynamoDB.", "readUnits"),
    sends: sum("SQS.", "count"),
    macs: sum("KMS.", "count"),
  };
}
