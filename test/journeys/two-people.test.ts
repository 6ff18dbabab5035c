import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { settingsFor } from "../../infra/settings.ts";
import { aSystem } from "./a-system.ts";
import { hemvistOps } from "./hemvist-ops.ts";
import { journalOf } from "./journal.ts";
import { sample, traineeship } from "./sample.ts";

const system = await aSystem();
const [anna, bertil] = [hemvistOps(system, "anna"), hemvistOps(system, "bertil")];
const queue = "decisions-sf-centrum";
const sqs = new SQSClient(system.clientFor("a-tester"));
const setAside = (decisionId: string) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: system.queueUrl(`${queue}-dlq`),
      MessageBody: sample(traineeship, { decisionId }),
    }),
  );
const { mostAlone } = settingsFor("local");
const many = mostAlone + 1;

describe("to send more than one person may alone", () => {
  let pending = "";

  it("waits for a second person, and sends nothing", async () => {
    for (let index = 0; index < many; index += 1) await setAside(`SFC-MANY-${index}`);
    const { status, json } = await anna("redrive", "--queue", queue, "--reason", "INC-1", "--json");
    const { awaits } = json() as { awaits: { pending: string; count: number } };
    ({ pending } = awaits);

    expect([status, awaits.count]).toEqual([2, many]);
    expect(await system.depth(`${queue}-dlq`)).toBe(many);
    expect(await journalOf(system)).toMatchObject([
      { phase: "asked", who: { userId: "anna" }, act: pending },
    ]);
  });

  it("is not approved by the same person", async () => {
    const { status, error } = await anna("approve", pending, "--reason", "INC-1");

    expect([status, error]).toEqual([1, expect.stringContaining("another person must approve")]);
    expect(await system.depth(`${queue}-dlq`)).toBe(many);
  });

  it("is done when another person approves it, without what came later, and both are on record", async () => {
    await setAside("SFC-LATER");
    const { out } = await bertil("approve", pending, "--reason", "INC-1, seen");
    await system.settle();

    expect(out).toContain(`${many} skickade / sent.`);
    expect(await system.depth(`${queue}-dlq`)).toBe(1);
    expect(await journalOf(system)).toMatchObject([
      { phase: "asked", who: { userId: "anna" } },
      { phase: "approved", who: { userId: "bertil" }, act: pending, what: { askedBy: "anna" } },
      { phase: "intended", who: { userId: "bertil" }, what: { approves: pending, askedBy: "anna" } },
      { phase: "done", outcome: { sent: { length: many } } },
    ]);
  });

  it("is approved once", async () => {
    const { status, error } = await bertil("approve", pending, "--reason", "INC-1, again");

    expect([status, error]).toEqual([1, expect.stringContaining("approved already")]);
  });
});
