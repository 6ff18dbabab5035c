import type { APIGatewayProxyEvent, Context } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { twoWaysIn } from "./two-ways-in.ts";

describe("a function with two ways in", () => {
  const context = {} as Context;
  const handler = twoWaysIn({
    http: () => Promise.resolve({ statusCode: 200, body: "over HTTP" }),
    queue: () => Promise.resolve({ batchItemFailures: [] }),
  });

  it("takes a batch of a queue as that, and all else as a request", async () => {
    expect(await handler({ Records: [] }, context)).toEqual({ batchItemFailures: [] });
    expect(await handler({ httpMethod: "GET" } as APIGatewayProxyEvent, context)).toMatchObject({
      body: "over HTTP",
    });
  });
});
