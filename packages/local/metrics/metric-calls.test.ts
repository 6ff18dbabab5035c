import { CloudWatchClient, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { describe, expect, it } from "vitest";
import type { Json } from "../templates/json.ts";
import { createMetricCalls } from "./metric-calls.ts";
import { createMetricStore } from "./metric-store.ts";

const minute = 60_000;
/** A year on, and at a whole minute. */
const now = minute * Math.floor((Date.now() + 365 * 86_400_000) / minute);
const metric = {
  namespace: "AWS/SQS",
  name: "ApproximateAgeOfOldestMessage",
  dimensions: { QueueName: "orders" },
};

const query = (Dimensions: readonly { Name: string; Value: string }[]) => ({
  Id: "q0",
  MetricStat: {
    Metric: { Namespace: metric.namespace, MetricName: metric.name, Dimensions: [...Dimensions] },
    Period: 60,
    Stat: "Maximum",
  },
});

function aCloudWatch() {
  const store = createMetricStore(() => now);
  let looked = 0;
  const call = createMetricCalls({
    store,
    clock: { now: () => now },
    look: () => {
      looked += 1;
      return Promise.resolve();
    },
  });
  return { store, call, looked: () => looked };
}

/** AWS's own client, whose requests are answered by what runs here. */
function clientOf(call: ReturnType<typeof aCloudWatch>["call"]) {
  return new CloudWatchClient({
    region: "eu-north-1",
    credentials: { accessKeyId: "a", secretAccessKey: "a" },
    requestHandler: {
      async handle(request: {
        readonly headers: Readonly<Record<string, string>>;
        readonly body: Uint8Array;
      }) {
        const [, operation = ""] = (request.headers["x-amz-target"] ?? "").split(".");
        const { status, body } = await call(
          operation,
          JSON.parse(new TextDecoder().decode(request.body)) as Json,
        );
        const answered = new Response(JSON.stringify(body)).body;
        return {
          response: {
            statusCode: status,
            headers: { "content-type": "application/x-amz-json-1.0" },
            body: answered,
          },
        };
      },
    },
  });
}

const window = () => ({ StartTime: new Date(Date.now() - 5 * minute), EndTime: new Date() });

describe("GetMetricData, by AWS's own client", () => {
  it("has what was measured at the same distance in virtual time, the newest first", async () => {
    const { store, call, looked } = aCloudWatch();
    store.record(metric, now - 3 * minute, [30]);
    store.record(metric, now - 2 * minute, [90]);
    store.record(metric, now - 60 * minute, [7]);
    const { MetricDataResults } = await clientOf(call).send(
      new GetMetricDataCommand({
        ...window(),
        MetricDataQueries: [query([{ Name: "QueueName", Value: "orders" }])],
      }),
    );

    expect(looked()).toBe(1);
    expect(MetricDataResults).toMatchObject([{ Id: "q0", Values: [90, 30], StatusCode: "Complete" }]);
    expect(
      MetricDataResults?.[0]?.Timestamps?.every((at) => Math.abs(Number(at) - Date.now()) < 6 * minute),
    ).toBe(true);
  });

  it("has nothing of another queue", async () => {
    const { store, call } = aCloudWatch();
    store.record(metric, now - 2 * minute, [90]);
    const { MetricDataResults } = await clientOf(call).send(
      new GetMetricDataCommand({
        ...window(),
        MetricDataQueries: [query([{ Name: "QueueName", Value: "other" }])],
      }),
    );

    expect(MetricDataResults).toMatchObject([{ Values: [] }]);
  });

  it("refuses metric math, which does not run here", async () => {
    const sent = clientOf(aCloudWatch().call).send(
      new GetMetricDataCommand({ ...window(), MetricDataQueries: [{ Id: "e", Expression: "1 + 1" }] }),
    );

    await expect(sent).rejects.toThrow("metric math does not run here");
  });
});
