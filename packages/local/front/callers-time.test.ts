import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { atCallersTime } from "./callers-time.ts";
import { listenLocally } from "./listening.ts";

const body = JSON.stringify({ __type: "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException" });

afterEach(() => {
  vi.useRealTimers();
});

describe("an answer at its caller's time", () => {
  it.each([0, -20, 400])(
    "lets a caller whose clock is %i days off make a refused call once",
    async (days) => {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * 24 * 60 * 60 * 1000 });
      let calls = 0;
      const front = await listenLocally(0);
      front.serve(
        atCallersTime(async () => {
          calls += 1;
          return { status: 400, headers: { "content-type": "application/x-amz-json-1.0" }, body };
        }),
      );
      const client = new DynamoDBClient({
        endpoint: front.url,
        region: "eu-north-1",
        credentials: { accessKeyId: "a-caller", secretAccessKey: "local" },
      });

      const refused = client.send(new PutItemCommand({ TableName: "t", Item: { pk: { S: "a" } } }));
      await expect(refused).rejects.toThrow();
      await front.close();

      expect(calls).toBe(1);
    },
  );
});
