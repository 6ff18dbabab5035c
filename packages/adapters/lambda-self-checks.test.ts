import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { Uint8ArrayBlobAdapter } from "@smithy/core/serde";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, it } from "vitest";
import { lambdaSelfChecks } from "./lambda-self-checks.ts";

const lambda = mockClient(LambdaClient);
beforeEach(() => {
  lambda.reset();
});

const answering = (answer: unknown, FunctionError?: string) =>
  lambda.on(InvokeCommand).resolves({
    Payload: Uint8ArrayBlobAdapter.fromString(JSON.stringify(answer)),
    ...(FunctionError === undefined ? {} : { FunctionError }),
  });
const asked = async () => (await lambdaSelfChecks(["report"], new LambdaClient({}))())[0];

it("asks the version that callers reach, in a way that has it read and nothing else", async () => {
  const checks = [{ name: "TABLE_NAME.scan" }, { name: "REPORTS_BUCKET.issued", error: "NoSuchBucket" }];
  answering({ selfCheck: "told", checks });

  expect(await asked()).toEqual({ name: "report", checks });
  expect(lambda.commandCalls(InvokeCommand).map(({ args }) => args[0].input)).toEqual([
    { FunctionName: "hemvist-report:live", Payload: '{"selfCheck":"tell"}' },
  ]);
});

it("names the settings that a function misses which does not start", async () => {
  answering(
    {
      errorType: "Error",
      errorMessage: "Settings missing or not valid: TABLE_NAME, QUEUE_URLS.inbox-arbvux",
    },
    "Unhandled",
  );

  expect(await asked()).toEqual({
    name: "report",
    checks: [],
    silent: { error: "Error", settings: ["TABLE_NAME", "QUEUE_URLS.inbox-arbvux"] },
  });
});

it.each([
  [
    "a text that may quote a message",
    { errorType: "TypeError", errorMessage: "no 18900118-9803" },
    "TypeError",
  ],
  ["an answer of another form", { ok: true }, "NoAnswer"],
])("repeats nothing of %s", async (_what, answer, error) => {
  answering(answer, "Unhandled");

  expect(await asked()).toEqual({ name: "report", checks: [], silent: { error } });
});

it("says why Lambda called no function", async () => {
  lambda.on(InvokeCommand).rejects(Object.assign(new Error("Rate"), { name: "TooManyRequestsException" }));

  expect(await asked()).toMatchObject({ silent: { error: "TooManyRequestsException" } });
});
