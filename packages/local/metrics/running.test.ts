import { fileURLToPath } from "node:url";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MetricQuery, type RunningSystem, startLocal } from "../index.ts";

const templates = fileURLToPath(new URL("../fixtures/notes", import.meta.url));
const startsAt = "2026-03-28T11:30:00Z";
let system: RunningSystem;

beforeAll(async () => {
  system = await startLocal({ templates, startsAt, retryAfterMs: 5 });
  const send = (body: string) =>
    new SQSClient(system.clientFor("outsider")).send(
      new SendMessageCommand({
        QueueUrl: system.queueUrl("incoming.fifo"),
        MessageBody: body,
        MessageGroupId: "one",
        MessageDeduplicationId: body,
      }),
    );
  for (const [note, text] of [
    ["one", "text"],
    ["two", "poison"],
  ])
    await fetch(`${system.apiUrl}/v1/notes/${note}`, { method: "POST", body: text ?? "" });
  await send("bad");
  await system.advance("2026-03-28T13:35:00Z");
});

afterAll(() => system.stop());

const asked = async (
  namespace: string,
  name: string,
  dimensions: Readonly<Record<string, string>>,
  more: Partial<MetricQuery> = {},
) => {
  const to = Date.parse(system.now());
  const query = { statistic: "Sum", period: 3600, from: Date.parse(startsAt), to, ...more } as const;
  const points = (await system.metrics()).points({ namespace, name, dimensions, ...query });
  return points.map(({ at, value }) => `${new Date(at).toISOString().slice(11, 16)} ${value}`);
};

describe("the metrics of a run", () => {
  it("are those that its functions print", async () => {
    expect(await asked("notes", "NotesWritten", { service: "write" })).toEqual(["11:00 2"]);
  });

  it("are Lambda's, in virtual time", async () => {
    const hourly = { FunctionName: "notes-hourly" };
    expect(await asked("AWS/Lambda", "Invocations", hourly)).toEqual(["12:00 1", "13:00 1"]);
    expect(await asked("AWS/Lambda", "Errors", hourly)).toEqual(["12:00 0", "13:00 0"]);
    expect(await asked("AWS/Lambda", "Duration", hourly, { statistic: "SampleCount" })).toHaveLength(2);
    expect(
      await asked(
        "AWS/Lambda",
        "IteratorAge",
        { FunctionName: "notes-follow" },
        { statistic: "SampleCount" },
      ),
    ).not.toEqual([]);
  });

  it("are SQS's, also while no call is made", async () => {
    const dead = { QueueName: "incoming-dlq.fifo" };
    const visible = await asked("AWS/SQS", "ApproximateNumberOfMessagesVisible", dead, {
      statistic: "Maximum",
    });
    expect(visible).toEqual(["11:00 1", "12:00 1", "13:00 1"]);
    const [, , oldest] = await asked("AWS/SQS", "ApproximateAgeOfOldestMessage", dead, {
      statistic: "Maximum",
    });
    expect(Number(oldest?.split(" ")[1])).toBeGreaterThan(2 * 3600);
    expect(await asked("AWS/SQS", "NumberOfMessagesSent", { QueueName: "incoming.fifo" })).toEqual([
      "11:00 1",
    ]);
  });

  it("are API Gateway's and DynamoDB's", async () => {
    expect(await asked("AWS/ApiGateway", "Count", { ApiName: "notes" })).toEqual(["11:00 2"]);
    expect(await asked("AWS/ApiGateway", "5XXError", { ApiName: "notes", Stage: "live" })).toEqual([
      "11:00 0",
    ]);
    expect(await asked("AWS/DynamoDB", "ConsumedWriteCapacityUnits", { TableName: "notes" })).toEqual([
      "11:00 4",
    ]);
  });
});

describe("the alarms of the template", () => {
  it("have the states that CloudWatch would give them", async () => {
    const states = (await system.alarms()).map(({ alarm, state }) => `${alarm.name} ${state}`);

    expect(states).toEqual([
      "letters-there ALARM",
      "set-aside OK",
      "hourly-silent OK",
      "something-aside ALARM",
    ]);
  });

  it("say since when, and when each acts", async () => {
    const histories = new Map((await system.alarms()).map(({ alarm, changes }) => [alarm.name, changes]));
    const states = (name: string) => (histories.get(name) ?? []).map(({ state }) => state);
    const last = (name: string) => histories.get(name)?.at(-1);

    // The fixture has no self-check whose run would count, so silence comes first.
    expect(states("hourly-silent")).toEqual(["ALARM", "OK"]);
    expect(last("hourly-silent")).toEqual({ at: Date.parse("2026-03-28T12:01:00Z"), state: "OK" });
    expect(states("set-aside").slice(-2)).toEqual(["ALARM", "OK"]);
    expect(states("something-aside")).toEqual(["OK", "ALARM"]);
    // Its suppressor is in ALARM until the first hourly run, and it waits a minute longer.
    expect(last("something-aside")?.actedAt).toBe(Date.parse("2026-03-28T12:02:00Z"));
  });
});

describe("the dashboards of the template", () => {
  it("are there with their bodies worked out", () => {
    const [dashboard] = system.dashboards();

    expect(dashboard?.name).toBe("notes");
    expect(JSON.parse(dashboard?.body ?? "").widgets[0].properties.markdown).toBe("eu-north-1");
  });
});
