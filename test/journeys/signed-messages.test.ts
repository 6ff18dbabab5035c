import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { errors } from "jose";
import { describe, expect, it } from "vitest";
import { NotForThisQueue, signedByHemvist } from "../../packages/sandbox/parties/signed-by-hemvist.ts";
import { aSignature } from "../support/a-signature.ts";
import { aSystem, monday } from "./a-system.ts";
import { hemvistOps } from "./hemvist-ops.ts";
import { report, sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const anna = hemvistOps(system, "anna");

const assignments = "assignments-kompetenscenter.fifo";
const inbox = "inbox-sf-centrum.fifo";

interface Lying {
  readonly body: string;
  readonly signature: string | undefined;
}

/** What lies on a party's queue, as its own client gets it. It stays there. */
async function lyingOn(queue: string, party: string): Promise<readonly Lying[]> {
  const { Messages = [] } = await new SQSClient(system.clientFor(party)).send(
    new ReceiveMessageCommand({
      QueueUrl: system.queueUrl(queue),
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ["All"],
      VisibilityTimeout: 0,
    }),
  );
  return Messages.map(({ Body = "", MessageAttributes }) => ({
    body: Body,
    signature: MessageAttributes?.["signature"]?.StringValue,
  }));
}

async function addressOf(queue: string): Promise<string> {
  const asked = new GetQueueAttributesCommand({
    QueueUrl: system.queueUrl(queue),
    AttributeNames: ["QueueArn"],
  });
  const { Attributes } = await new SQSClient(system.clientFor("a-tester")).send(asked);
  return Attributes?.QueueArn ?? "";
}

const check = signedByHemvist(system.apiUrl);
const kindsOn = async (party: typeof centrum, queue: string): Promise<readonly string[]> =>
  (await party.take(queue)).map(({ type }) => type.split(".").slice(3, 5).join("."));

async function arrive(decisionId: string): Promise<void> {
  await centrum.send("decisions-sf-centrum", sample(traineeship, { decisionId }));
  await system.settle();
}

describe("hemvist's public keys", () => {
  it("need no token, and may be kept for an hour", async () => {
    const response = await fetch(`${system.apiUrl}/v1/jwks.json`);

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("public, max-age=3600");
    expect(await response.json()).toEqual({
      keys: [
        {
          kid: "hemvist-1",
          use: "sig",
          alg: "ES256",
          kty: "EC",
          crv: "P-256",
          x: expect.stringMatching(/^[\w-]{43}$/),
          y: expect.stringMatching(/^[\w-]{43}$/),
        },
      ],
    });
  });
});

describe("a message to a party that checks signatures", () => {
  it("has one for its queue: an assignment as well as an answer", async () => {
    await arrive("SFC-1");

    for (const [queue, party] of [
      [assignments, "kompetenscenter"],
      [inbox, "sf-centrum"],
    ] as const) {
      const lying = await lyingOn(queue, party);
      expect(lying.length).toBeGreaterThan(0);
      for (const { body, signature = "" } of lying)
        await check({ body, signature, address: await addressOf(queue) });
    }
  });

  it("is refused by the party with one byte changed, on another queue, and by another key", async () => {
    const [{ body = "", signature = "" } = {}] = await lyingOn(assignments, "kompetenscenter");
    const address = await addressOf(assignments);
    const header = { alg: "ES256", aud: address, b64: false, crit: ["b64"] };
    const refused = (taken: Partial<Parameters<typeof check>[0]>) =>
      check({ body, signature, address, ...taken }).catch((error: unknown) => error);

    expect(await refused({ body: body.replace("e", "f") })).toBeInstanceOf(
      errors.JWSSignatureVerificationFailed,
    );
    expect(await refused({ address: await addressOf(inbox) })).toBeInstanceOf(NotForThisQueue);
    expect(await refused({ signature: aSignature(body, { ...header, kid: "hemvist-1" }) })).toBeInstanceOf(
      errors.JWSSignatureVerificationFailed,
    );
    expect(await refused({ signature: aSignature(body, { ...header, kid: "hemvist-2" }) })).toBeInstanceOf(
      errors.JWKSNoMatchingKey,
    );
    expect(await refused({ signature: "" })).toBeInstanceOf(errors.JWSInvalid);
  });

  it("has one too where it answers what cannot be taken", async () => {
    await Promise.all([centrum.take(inbox), kompetenscenter.take(assignments)]);
    await centrum.send("decisions-sf-centrum", "{ not json");
    const id = "sf-centrum.SFC-1.1";
    await kompetenscenter.send("progress-kompetenscenter.fifo", report(id, "completed"), id);
    await system.settle();

    for (const [queue, party] of [
      [assignments, "kompetenscenter"],
      [inbox, "sf-centrum"],
    ] as const)
      expect((await lyingOn(queue, party)).map(({ signature }) => typeof signature)).toEqual(["string"]);
    expect(await kindsOn(centrum, inbox)).toEqual(["decision.unreadable"]);
    expect(await kindsOn(kompetenscenter, assignments)).toEqual(["progress.refused"]);
  });

  it("has one again when an operator sends it again", async () => {
    await arrive("SFC-2");
    const [{ body = "" } = {}] = await lyingOn(assignments, "kompetenscenter");
    await kompetenscenter.take(assignments);
    await new SQSClient(system.clientFor("a-tester")).send(
      new SendMessageCommand({
        QueueUrl: system.queueUrl("assignments-kompetenscenter-dlq.fifo"),
        MessageBody: body,
        MessageGroupId: "sf-centrum.SFC-2",
        MessageDeduplicationId: "by hand",
      }),
    );
    // Within five minutes, SQS would drop it as a duplicate.
    await system.advance("2026-11-02T09:10:00Z");

    expect((await anna("redrive", "--reason", "INC-7", "--json")).json()).toMatchObject({
      sent: [expect.any(String)],
    });
    const [{ signature = "" } = {}, ...more] = await lyingOn(assignments, "kompetenscenter");
    expect(more).toEqual([]);
    await check({ body, signature, address: await addressOf(assignments) });
    expect(await kindsOn(kompetenscenter, assignments)).toEqual(["assignment.requested"]);
  });

  it("has one when a window of time is sent again", async () => {
    await system.advance("2026-11-02T09:30:00Z");
    const window = ["--from", monday, "--to", "2026-11-02T10:00:00Z"];
    const { status } = await anna("replay", "--party", "kompetenscenter", ...window, "--reason", "INC-7");
    const lying = await lyingOn(assignments, "kompetenscenter");

    expect(status).toBe(0);
    expect(lying.length).toBeGreaterThan(1);
    for (const { body, signature = "" } of lying)
      await check({ body, signature, address: await addressOf(assignments) });
  });
});

describe("a message to a party that checks none", () => {
  it("has no signature", async () => {
    await centrum.post("/v1/decisions", sample("07-subsidised-job"));
    await system.settle();
    const queue = "assignments-arbetsmarknadsanstallning.fifo";

    const signatures = (await lyingOn(queue, "arbetsmarknadsanstallning")).map(({ signature }) => signature);
    expect(signatures).toEqual([undefined]);
  });
});
