import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { CaseKey, CaseRecord } from "@hemvist/casework";
import { partiesOf } from "@hemvist/rules";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { type Item, itemOf, keyOf, recordOf } from "../../packages/adapters/case-item.ts";
import { startHemvist } from "../../packages/sandbox/hemvist.ts";
import { fetchToken } from "../../packages/sandbox/parties/access-token.ts";
import { clientOf } from "../../packages/sandbox/parties/parties.ts";
import { sealOf } from "../load/lying-in.ts";
import { aReport, progressed, received } from "../support/a-case.ts";
import { aDecision } from "../support/a-decision.ts";
import { aDecisionMessage } from "../support/a-message.ts";
import { aRequest } from "../support/a-request.ts";
import { goteborg } from "../support/goteborg.ts";
import { peakOf } from "./function-memory.ts";

const templates = inject("templates");
const system = await startHemvist({ templates, startsAt: "2026-11-02T09:00:00Z" });
const dynamodb = new DynamoDBClient(system.clientFor("a-tester"));
const many = 10;

/** As long as a seal opens, nearly: facts that say the same again and again take little of the item. */
const longest = 7.5 * 1024 * 1024;
const items: Item[] = [];

const largest = (index: number): CaseRecord =>
  lengthened(
    progressed(
      received(aDecision({ decisionId: `LARGE-${index}` })),
      aReport("received", { assignmentId: `sf-centrum.LARGE-${index}.1` }),
    ),
  );

function lengthened(record: CaseRecord): CaseRecord {
  const fact = record.history.at(-1);
  if (fact === undefined) throw new Error("the report is in its history");
  const more = Math.floor(longest / JSON.stringify(fact).length);
  return { ...record, history: [...record.history, ...Array.from({ length: more }, () => fact)] };
}

beforeAll(async () => {
  for (let index = 0; index < many; index += 1) items.push(await put(largest(index)));
  return system.stop;
});

async function put(record: CaseRecord): Promise<Item> {
  const item = await itemOf(record, sealOf(system));
  await dynamodb.send(new PutItemCommand({ TableName: "decisions", Item: item }));
  return item;
}

async function stored(key: CaseKey): Promise<CaseRecord> {
  const { Item = {} } = await dynamodb.send(
    new GetItemCommand({ TableName: "decisions", Key: keyOf(key), ConsistentRead: true }),
  );
  return recordOf(Item, sealOf(system));
}

const callsOf = (name: string, operation: string): number =>
  system.calls()[`hemvist-${name}`]?.[operation]?.count ?? 0;

const peak = (name: string, event: unknown) => peakOf(`hemvist-${name}`, event, { system, templates });

const fromQueue = (queue: string, bodies: readonly string[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: `m${index}`,
    body,
    attributes: { ApproximateReceiveCount: "1", SentTimestamp: "1793610000000", MessageGroupId: `g${index}` },
    messageAttributes: {},
    eventSource: "aws:sqs",
    eventSourceARN: `arn:aws:sqs:eu-north-1:000000000000:${queue}`,
  })),
});

/** A batch holds ten messages and 6 MB: five of a mebibyte and five more of 64 KB, of the kinds that parse worst. */
const worstBodies = [
  ...Array.from({ length: 5 }, () => `{"interventions":[${"{},".repeat(340_000)}{}]}`),
  ...Array.from({ length: 5 }, () => `{"interventions":[${"{},".repeat(21_000)}{}]}`),
];

describe("the memory of a function under the worst batch that it may get", () => {
  it.each([
    ["receive-decision", "decisions-sf-centrum"],
    ["record-progress", "progress-kompetenscenter.fifo"],
  ])("%s has enough for ten messages that fill its event", async (name, queue) => {
    const event = fromQueue(queue, worstBodies);
    const { peakMegabytes, configuredMegabytes, answer } = await peak(name, event);

    expect(JSON.stringify(event).length).toBeGreaterThan(5 * 1024 * 1024);
    expect(answer).toBe('{"batchItemFailures":[]}');
    expect(peakMegabytes).toBeLessThan(configuredMegabytes);
  });

  it("hand-off has enough for a batch of the longest records", async () => {
    const event = {
      Records: Array.from({ length: 100 }, (_, index) => streamRecord(items[index % many] ?? {}, index)),
    };
    await system.settle();
    const before = callsOf("hand-off", "SQS.SendMessageBatch");
    const { peakMegabytes, configuredMegabytes, answer } = await peak("hand-off", event);

    expect(callsOf("hand-off", "SQS.SendMessageBatch")).toBeGreaterThan(before);
    expect(answer).toBe('{"batchItemFailures":[]}');
    expect(peakMegabytes).toBeLessThan(configuredMegabytes);
  });

  it("follow-up has enough when each decision due has the longest record", async () => {
    const { peakMegabytes, configuredMegabytes } = await peak("follow-up", {
      scheduledTime: "2026-11-09T09:00:00Z",
    });

    // Each decision, and when each administration was heard last.
    expect(callsOf("follow-up", "DynamoDB.GetItem")).toBe(many + partiesOf(goteborg).administrations.length);
    expect(peakMegabytes).toBeLessThan(configuredMegabytes);
  });
});

describe("the memory of a search", () => {
  it("is enough for a person of whom a case system sent decisions without end, each with the longest record", async () => {
    const administration = "sf-hisingen";
    const token = await fetchToken(clientOf(system, administration));
    const headers = { ...aRequest().headers, Authorization: `Bearer ${token}` };
    const sent = aDecisionMessage({ administration, decisionId: "WILD-0" });
    await peak("receive-decision", aRequest({ headers, body: JSON.stringify(sent) }));
    const first = await stored({ administration, decisionId: "WILD-0" });
    for (let index = 0; index < 80; index += 1)
      await put(lengthened({ ...first, decisionId: `WILD-${index}` }));

    const path = "/v1/person-searches";
    const asked = { identityNumber: "18900118-9803", purpose: "follow-up" };
    const { peakMegabytes, configuredMegabytes, answer } = await peak(
      "read-case",
      aRequest({ headers, resource: path, path, body: JSON.stringify(asked) }),
    );

    expect(answer).toContain('"statusCode":200');
    expect(answer).toContain(String.raw`\"notRead\":30}`);
    expect(callsOf("read-case", "DynamoDB.GetItem")).toBe(50);
    expect(peakMegabytes).toBeLessThan(configuredMegabytes);
  });
});

const reportOn = (index: number): string =>
  JSON.stringify({
    progressId: `0f6c1b2a-5d3e-4c7a-9b10-00000000000${index}`,
    assignmentId: `sf-centrum.LARGE-${index}.1`,
    status: "accepted",
    occurredAt: "2026-11-03T08:12:00Z",
    expectedStartOn: "2026-11-16",
  });
const revisionOf = (index: number): string =>
  JSON.stringify(aDecisionMessage({ decisionId: `LARGE-${index}`, revision: 2 }));
const followingThree = (index: number): string => {
  const interventions = [0, 1, 2].map((next) => ({
    interventionId: `${next}`,
    subArea: "job.traineeship",
    from: "2026-11-09",
    to: "2027-11-05",
    follows: `sf-centrum.LARGE-${(index + next) % many}.1`,
  }));
  return JSON.stringify(aDecisionMessage({ decisionId: `FOLLOWS-${index}`, interventions }));
};

describe("the memory of a function whose messages lead to the longest records", () => {
  it.each([
    ["record-progress", "progress-kompetenscenter.fifo", "reports on them", reportOn, 10],
    ["receive-decision", "decisions-sf-centrum", "revisions of them", revisionOf, 10],
    ["receive-decision", "decisions-sf-centrum", "decisions that each follow three", followingThree, 30],
  ])("%s has enough for ten from %s: %s", async (name, queue, _what, bodyOf, reads) => {
    const before = callsOf(name, "DynamoDB.GetItem");
    const bodies = items.map((_item, index) => bodyOf(index));
    const { peakMegabytes, configuredMegabytes, answer } = await peak(name, fromQueue(queue, bodies));

    expect(callsOf(name, "DynamoDB.GetItem") - before).toBe(reads);
    expect(answer).toBe('{"batchItemFailures":[]}');
    expect(peakMegabytes).toBeLessThan(configuredMegabytes);
  });
});

/** As Lambda hands it over: Base64 for bytes. */
function streamRecord(item: Item, index: number) {
  const { body, ...rest } = item;
  const image = { ...rest, body: { B: Buffer.from(body?.B ?? []).toString("base64") } };
  return {
    eventName: "INSERT",
    dynamodb: { Keys: { pk: item["pk"] }, NewImage: image, SequenceNumber: String(index) },
  };
}
