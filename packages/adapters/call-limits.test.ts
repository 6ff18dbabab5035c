import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { callLimits } from "./call-limits.ts";
import { GenerateMac, kmsClient } from "./kms-client.ts";

it("every client of an adapter has these limits", () => {
  const sources = readdirSync(import.meta.dirname).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const made = sources.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/new \w+Client\([^)]*\)/g)].map(
      String,
    ),
  );

  expect(made.length).toBeGreaterThan(10);
  expect(made.filter((one) => !/callLimits|invokeLimits/.test(one))).toEqual([]);
});

/** An engine that takes each request, and answers none by itself. */
const asked: ServerResponse[] = [];
const engine = createServer((request, response) => {
  request.resume().on("end", () => {
    asked.push(response);
    engine.emit("asked");
  });
});

beforeAll(async () => {
  engine.listen(0, "127.0.0.1");
  await once(engine, "listening");
});
afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
});
afterAll(() => {
  engine.closeAllConnections();
  engine.close();
});

const here = () => ({
  region: "eu-north-1",
  credentials: { accessKeyId: "A", secretAccessKey: "B" },
  endpoint: `http://127.0.0.1:${(engine.address() as AddressInfo).port}`,
});
const key = { TableName: "t", Key: { pk: { S: "1" } } };
const clients = {
  "a read of the table": () => new DynamoDBClient({ ...here(), ...callLimits }).send(new GetItemCommand(key)),
  "a call to KMS": () =>
    kmsClient(here()).send(
      new GenerateMac({ Message: new Uint8Array(), KeyId: "k", MacAlgorithm: "HMAC_SHA_256" }),
    ),
};

const { requestTimeout } = callLimits.requestHandler;
const originalTimeout = globalThis.setTimeout;
/** The limits of requests under way. The test lets each run out when it wants to. All other timers are real. */
const limits: (() => void)[] = [];

/** When so many requests have come to the engine. */
async function requests(count: number): Promise<void> {
  while (asked.length < count) await once(engine, "asked");
}

describe.each(Object.entries(clients))("%s that gets no answer", (_what, send) => {
  beforeEach(() => {
    limits.length = 0;
    vi.stubGlobal("setTimeout", (act: () => void, wait?: number) => {
      if (wait !== requestTimeout) return originalTimeout(act, wait);
      limits.push(act);
      return 0;
    });
  });

  it("is tried three times, each within its limit, and then given up", async () => {
    const outcome = send().then(
      () => "answered",
      ({ name }: Error) => name,
    );
    for (let attempt = 1; attempt <= callLimits.maxAttempts; attempt += 1) {
      await requests(attempt);
      limits[attempt - 1]?.();
    }

    expect(await outcome).toBe("TimeoutError");
    expect(asked).toHaveLength(callLimits.maxAttempts);
  });

  it("gets the answer to its second attempt", async () => {
    const answer = send();
    await requests(1);
    limits[0]?.();
    await requests(2);
    asked[1]?.end("{}");

    expect(await answer).toMatchObject({ $metadata: { attempts: 2 } });
  });
});
