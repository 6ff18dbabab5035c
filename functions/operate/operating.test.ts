import { describe, expect, it } from "vitest";
import { aSeal } from "../../test/support/a-seal.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { noSignatures } from "../../test/support/no-signatures.ts";
import { operating } from "./operating.ts";

const logged = logLines();
const places = {
  decisions: "decisions",
  sentMessages: "sent-messages",
  failedRecords: "failed-records-111122223333",
  journal: "journal-111122223333",
  accessLog: "access-log-111122223333",
};
const accesses = { write: () => Promise.resolve({ chain: "", sequence: 1, hash: "" }) };
const marks = { of: (id: string) => `mark of ${id}` };
const ownChecks = () => Promise.resolve([]);
const pseudonyms = { ofNumber: (digits: string) => Promise.resolve(`pseudonym of ${digits}`) };
const operate = operating({
  places,
  seal: aSeal,
  accesses,
  marks,
  pseudonyms,
  ownChecks,
  signer: noSignatures,
  mostAlone: 20,
});
const iam = { accountId: "1", userArn: "arn:aws:iam::1:user/anna", userId: "AIDA" };
const request = (path: string, body: unknown, authorizer: object = { iam }) => ({
  rawPath: `/${path}`,
  body: JSON.stringify(body),
  requestContext: { requestId: "r-1", timeEpoch: Date.parse("2026-11-03T09:00:00Z"), authorizer },
});
const answerTo = async (event: unknown) => {
  const { statusCode, body } = await operate(event);
  return { statusCode, body: JSON.parse(body) as unknown };
};

describe("an operator", () => {
  it("is refused if AWS vouches for no caller", async () => {
    expect(await answerTo(request("dead-letters", { queues: [] }, {}))).toEqual({
      statusCode: 403,
      body: { why: { error: "NotSigned" } },
    });
  });

  it.each(["", "purge", "redrive/all", "__proto__"])(
    "cannot ask for an act that there is not: %j",
    async (act) => {
      expect(await answerTo(request(act, {}))).toEqual({
        statusCode: 404,
        body: { why: { error: "NoSuchAct" } },
      });
    },
  );

  it.each([
    ["redrive", { reason: "INC-1" }],
    ["redrive", { queues: [], who: "bertil" }],
    ["view", { party: "sf-centrum", reason: 7 }],
    ["view", { personOf: "18900118-9803", reason: "INC-1" }],
    ["redrive", { queues: [], decision: "sf-centrum.18900118-9803", reason: "INC-1" }],
    ["reconcile", { from: "2026-11-31", to: "2026-11-31" }],
    ["replay", "everything"],
    ["audit-person", { personOf: "sf-centrum.18900118-9803", reason: "INC-1" }],
    ["audit-person", { person: "a pseudonym", reason: "INC-1" }],
  ])("cannot ask for %s in another form: %j", async (act, body) => {
    expect(await answerTo(request(act, body))).toEqual({
      statusCode: 400,
      body: { why: { error: "NotAsked" } },
    });
  });

  it("reads in a sentence why an act cannot be done", async () => {
    expect(await answerTo(request("dead-letters", { queues: ["nowhere"] }))).toMatchObject({
      statusCode: 409,
      body: { text: { en: expect.stringContaining("There is no queue nowhere") } },
    });
    expect(
      await answerTo(request("discard", { letter: "a", queues: [], reason: "18900118-9803" })),
    ).toMatchObject({
      statusCode: 409,
      body: { text: { en: expect.stringContaining("identity number") } },
    });
  });
});

describe("the log", () => {
  it("names the act and the kind of error where AWS fails, and counts it", async () => {
    // Nothing runs there, so the first call of AWS fails.
    process.env["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";
    process.env["AWS_REGION"] = "eu-north-1";
    process.env["AWS_ACCESS_KEY_ID"] = "a";
    process.env["AWS_SECRET_ACCESS_KEY"] = "a";
    process.env["AWS_MAX_ATTEMPTS"] = "1";
    const { statusCode } = await answerTo(request("dead-letters", { queues: [] }));

    expect(statusCode).toBe(502);
    const line = JSON.parse(logged().find((one) => one.includes("operator not answered")) ?? "{}");
    expect(line).toMatchObject({ requestId: "r-1", act: "dead-letters", error: "Error" });
    expect(logged().join("\n")).toContain("OperatorsUnanswered");
  });
});
