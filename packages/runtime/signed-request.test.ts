import { describe, expect, it } from "vitest";
import { signedRequest } from "./signed-request.ts";

const iam = {
  accessKey: "ASIA",
  accountId: "111122223333",
  callerId: "AROA:anna",
  userArn: "arn:aws:sts::111122223333:assumed-role/operator/anna",
  userId: "AROA:anna",
};

/** As Lambda's guide shows it: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html. */
const called = (changes: object = {}) => ({
  version: "2.0",
  rawPath: "/redrive",
  headers: { "x-user": "bertil" },
  requestContext: { requestId: "r-1", timeEpoch: 1_793_610_000_123, authorizer: { iam } },
  body: JSON.stringify({ queues: [], userId: "AROA:bertil" }),
  isBase64Encoded: false,
  ...changes,
});

describe("a request at a function's URL", () => {
  it("comes from whom Lambda names, whatever the body or a header says", () => {
    expect(signedRequest(called())).toEqual({
      requestId: "r-1",
      path: "redrive",
      body: { queues: [], userId: "AROA:bertil" },
      at: "2026-11-02T09:00:00Z",
      caller: { account: iam.accountId, userId: iam.userId, arn: iam.userArn },
    });
  });

  it("is read where Lambda hands its body over in Base64", () => {
    const body = Buffer.from('{"queues":[]}').toString("base64");

    expect(signedRequest(called({ body, isBase64Encoded: true }))?.body).toEqual({ queues: [] });
  });

  it.each([
    ["no authorizer", { requestId: "r-1", timeEpoch: 1 }],
    ["an authorizer without a caller", { requestId: "r-1", timeEpoch: 1, authorizer: {} }],
    [
      "another authorizer's claims",
      { requestId: "r-1", timeEpoch: 1, authorizer: { jwt: { claims: { sub: "anna" } } } },
    ],
    [
      "a caller without an id",
      { requestId: "r-1", timeEpoch: 1, authorizer: { iam: { ...iam, userId: "" } } },
    ],
  ])("is from no caller with %s", (_what, requestContext) => {
    expect(signedRequest(called({ requestContext }))).toBeUndefined();
  });

  it.each([[undefined], [null], ["text"], [{}]])("%j is none", (event) => {
    expect(signedRequest(event)).toBeUndefined();
  });
});
