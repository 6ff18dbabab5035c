import { DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { aSystem, monday } from "./a-system.ts";
import { hemvistOps, lettersBy, type Ran, verdictsBy } from "./hemvist-ops.ts";
import { journalOf } from "./journal.ts";
import { sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const anna = hemvistOps(system, "anna");
const dynamo = new DynamoDBClient(system.clientFor("a-tester"));
const sqs = new SQSClient(system.clientFor("a-tester"));

const decision = "sf-centrum.SFC-2026-004711";
const queue = "decisions-sf-centrum";
const revision = (number: number, more: object = {}) => sample(traineeship, { revision: number, ...more });

/** What another version of the code, or a person's hand, may do to an item: it can no longer be read. */
const spoil = (how: "SET stray = :one" | "REMOVE stray") =>
  dynamo.send(
    new UpdateItemCommand({
      TableName: "decisions",
      Key: { pk: { S: decision } },
      UpdateExpression: how,
      ...(how === "REMOVE stray" ? {} : { ExpressionAttributeValues: { ":one": { N: "1" } } }),
    }),
  );

const setAside = (body: string) =>
  sqs.send(new SendMessageCommand({ QueueUrl: system.queueUrl(`${queue}-dlq`), MessageBody: body }));

const letters = () => lettersBy(anna);
const kinds = () => verdictsBy(anna);

describe("what was given up on", () => {
  it("lies aside: two revisions that could not be handled, and an unreadable message", async () => {
    await centrum.send(queue, revision(1));
    await system.settle();
    await spoil("SET stray = :one");
    await centrum.send(queue, revision(3));
    await centrum.send(queue, revision(2));
    await centrum.send(queue, "{ not json");
    await system.settle();

    expect(await kinds()).toEqual(["record-unreadable", "record-unreadable", "unreadable"]);
    expect((await anna("dead-letters")).status).toBe(2);
    await Promise.all([
      centrum.take("inbox-sf-centrum.fifo"),
      kompetenscenter.take("assignments-kompetenscenter.fifo"),
    ]);
  });

  it("is explained one by one, and is still there after", async () => {
    await spoil("REMOVE stray");
    await system.settle();
    await Promise.all([
      centrum.take("inbox-sf-centrum.fifo"),
      kompetenscenter.take("assignments-kompetenscenter.fifo"),
    ]);
    const all = await letters();
    // One after the other: each holds what lies there while it looks.
    const explanations: Ran[] = [];
    for (const { id } of all) explanations.push(await anna("explain", id, "--queue", queue));

    expect(explanations.map(({ status }) => status)).toEqual([0, 0, 0]);
    for (const { out } of explanations) expect(out).toMatch(/hemvist ops (redrive|discard) /);
    expect(await kinds()).toEqual(["unreadable", "would-be-taken", "would-be-taken"]);
    expect(await system.depth(`${queue}-dlq`)).toBe(3);
  });

  it("would go back in order, says a dry run, which sends nothing", async () => {
    const { out, status } = await anna("redrive", "--queue", queue, "--dry-run");
    const sends = out.split("\n").filter((line) => line.startsWith("would send"));

    expect(status).toBe(2);
    expect(sends.map((line) => /revision \d/.exec(line)?.[0])).toEqual(["revision 2", "revision 3"]);
    expect(await system.depth(`${queue}-dlq`)).toBe(3);
    expect(await journalOf(system)).toEqual([]);
  });

  it("does not go back without a reason", async () => {
    expect(await anna("redrive")).toMatchObject({ status: 1, error: expect.stringContaining("Say why") });
    expect(await system.depth(`${queue}-dlq`)).toBe(3);
  });

  it("goes back, is taken in order, and leaves what can never be read", async () => {
    const { status, out } = await anna("redrive", "--reason", "incident 7");
    await system.settle();

    expect(status).toBe(2);
    expect(out).toContain("2 skickade / sent.");
    expect((await centrum.take("inbox-sf-centrum.fifo")).map(({ data }) => data["revision"])).toEqual([2, 3]);
    expect(await system.get(`/v1/decisions/sf-centrum/SFC-2026-004711`)).toMatchObject({
      body: { revision: 3 },
    });
    expect(await kinds()).toEqual(["unreadable"]);
  });

  it("twice is once", async () => {
    await setAside(revision(3));
    const { out } = await anna("redrive", "--reason", "once more, by mistake");
    await system.settle();

    expect(out).toContain("0 skickade / sent.");
    expect(await kinds()).toEqual(["already-taken", "unreadable"]);
  });

  it("never goes past a newer revision", async () => {
    await setAside(revision(2, { caseNumber: "2026-1" }));
    const { out } = await anna("redrive", "--reason", "incident 7", "--decision", decision);
    await system.settle();

    expect(out).toContain("0 skickade / sent.");
    expect(await kinds()).toEqual(["already-taken", "overtaken", "unreadable"]);
    expect(await system.get(`/v1/decisions/sf-centrum/SFC-2026-004711`)).toMatchObject({
      body: { revision: 3 },
    });
  });

  it("is discarded one by one where it must not come back, and never where it could", async () => {
    await setAside(revision(4));
    const all = await letters();
    // One after the other: each holds what lies there while it looks.
    const statuses: number[] = [];
    for (const { id } of all)
      statuses.push((await anna("discard", id, "--queue", queue, "--reason", "incident 7")).status);

    expect(all.map(({ verdict }, index) => [verdict.kind, statuses[index]]).sort()).toEqual([
      ["already-taken", 0],
      ["overtaken", 0],
      ["unreadable", 0],
      ["would-be-taken", 1],
    ]);
    expect(await kinds()).toEqual(["would-be-taken"]);
    expect((await anna("redrive", "--reason", "incident 7")).status).toBe(0);
    await system.settle();
    expect(await anna("dead-letters")).toMatchObject({ status: 0 });
  });

  it("is accounted for in the end", async () => {
    const { status, out } = await anna("reconcile", "--day", monday.slice(0, 10));

    expect(out).toContain("Everything balances.");
    expect(status).toBe(0);
  });
});

describe("the journal", () => {
  it("has each act twice, before and after, by whom and why", async () => {
    const entries = await journalOf(system);

    expect(entries.map(({ command, phase }) => `${String(command)} ${String(phase)}`)).toEqual([
      "redrive intended",
      "redrive done",
      ...["discard", "discard", "discard"].flatMap(() => [
        expect.stringMatching(/^discard/),
        expect.anything(),
      ]),
      "redrive intended",
      "redrive done",
    ]);
    expect(entries[0]).toMatchObject({
      who: { arn: "arn:aws:iam::000000000000:user/anna", userId: "anna" },
      reason: "incident 7",
      what: {
        letters: [
          { queue, decision },
          { queue, decision },
        ],
      },
    });
    expect(entries[1]).toMatchObject({ outcome: { sent: [expect.any(String), expect.any(String)] } });
  });

  it("holds nothing of whom it is about", async () => {
    const text = JSON.stringify(await journalOf(system));

    for (const secret of ["189001189803", "18900118-9803", "Sample", "givenName", "not json"])
      expect(text).not.toContain(secret);
  });
});
