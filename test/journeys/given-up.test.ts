import {
  type AttributeValue,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, DeleteQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { FrontCall } from "@hemvist/local";
import { describe, expect, it } from "vitest";
import { refusedBy } from "../../packages/sandbox/faults/aws-refusals.ts";
import { aSystem, monday } from "./a-system.ts";
import { hemvistOps, lettersBy, verdictsBy } from "./hemvist-ops.ts";
import { journalOf } from "./journal.ts";
import { sample, traineeship } from "./sample.ts";

/** Which calls AWS refuses at the moment. */
let isRefused = (_call: FrontCall): boolean => false;

const system = await aSystem({
  retryAfterMs: 1,
  interfere: (call) => (isRefused(call) ? refusedBy(500, "InternalFailure") : undefined),
});
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const anna = hemvistOps(system, "anna");
const sqs = new SQSClient(system.clientFor("a-tester"));

const queue = "assignments-kompetenscenter";
const physical = `${queue}.fifo`;
const decision = "sf-centrum.SFC-2026-004711";

const { interventions: planned } = JSON.parse(sample(traineeship)) as {
  readonly interventions: readonly object[];
};

/** As when its policy is withdrawn, its key disabled: nothing can be put on it. */
const takeQueueAway = () => sqs.send(new DeleteQueueCommand({ QueueUrl: system.queueUrl(physical) }));
const giveQueueBack = () =>
  sqs.send(new CreateQueueCommand({ QueueName: physical, Attributes: { FifoQueue: "true" } }));

const lasting = (...until: readonly string[]) => ({
  interventions: planned.map((one, index) => ({ ...one, to: until[index] })),
});

async function decide(revision: number, more: object = {}): Promise<void> {
  await centrum.send("decisions-sf-centrum", sample(traineeship, { revision, ...more }));
  await system.settle();
}

/** By the names that operate may write under, and no others. */
async function notesOfWhatIsDone(): Promise<readonly (string | undefined)[]> {
  const s3 = new S3Client({ ...system.clientFor("a-tester"), forcePathStyle: true });
  const Bucket = "hemvist-failed-records-000000000000";
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "done/" }));
  return Contents.map(({ Key }) => Key);
}

const letters = () => lettersBy(anna);
const kinds = () => verdictsBy(anna);
const assignments = async () =>
  (await kompetenscenter.take(physical)).map(({ type, subject }) => [type.split(".").at(-2), subject]);

describe("what hand-off has set aside", () => {
  it("lies aside, and only what was not sent of it", async () => {
    await takeQueueAway();
    await decide(1);
    await giveQueueBack();

    const lying = { queue, decision, verdict: { kind: "would-be-handed-over" } };
    expect(await letters()).toMatchObject([lying, lying]);
    expect((await centrum.take("inbox-sf-centrum.fifo")).length).toBeGreaterThan(0);
    expect(await assignments()).toEqual([]);
  });

  it("is explained, with nothing of whom it is about", async () => {
    const [letter] = await letters();
    const { out } = await anna("explain", letter?.id ?? "");

    expect(out).toContain("It lies aside");
    expect(out).not.toMatch(/9803|Sample/);
  });

  it("is missing in the sums until it is brought back, by hand-off itself", async () => {
    await system.advance("2026-11-02T10:00:00Z");
    const reconciled = () => anna("reconcile", "--day", monday.slice(0, 10));
    expect((await reconciled()).status).toBe(2);

    expect((await anna("redrive", "--dry-run")).out).toContain("would send");
    expect(await assignments()).toEqual([]);
    expect(await anna("redrive", "--reason", "INC-9")).toMatchObject({
      status: 0,
      out: expect.stringContaining("2 skickade / sent."),
    });

    expect(await assignments()).toEqual([
      ["requested", `${decision}.1`],
      ["requested", `${decision}.2`],
    ]);
    expect((await anna("dead-letters")).status).toBe(0);
    expect((await reconciled()).status).toBe(0);
  });

  it("goes in order where there is more of a decision, and never past what is newer", async () => {
    await takeQueueAway();
    await decide(2, lasting("2027-01-20", "2027-01-20"));
    await decide(3, lasting("2027-01-20", "2027-01-27"));
    await giveQueueBack();
    await decide(4, lasting("2027-01-22", "2027-01-27"));
    const went = await assignments();

    expect(went).toEqual([["amended", `${decision}.1`]]);
    expect(await kinds()).toEqual(["overtaken", "would-be-handed-over", "would-be-handed-over"]);
    expect((await anna("redrive", "--reason", "INC-9")).out).toContain("2 skickade / sent.");
    expect(await assignments()).toEqual([
      ["amended", `${decision}.2`],
      ["amended", `${decision}.2`],
    ]);
  });

  it("is ended where it must not come back, and is not seen again", async () => {
    const [letter] = await letters();
    const { status } = await anna("discard", letter?.id ?? "", "--queue", queue, "--reason", "INC-9");

    expect(status).toBe(0);
    expect((await anna("dead-letters")).status).toBe(0);
    expect(await notesOfWhatIsDone()).toContain(`done/${letter?.id}`);
  });
});

describe("an unreadable record", () => {
  const dynamo = new DynamoDBClient(system.clientFor("a-tester"));
  const [TableName, Key] = ["decisions", { pk: { S: decision } }];
  const bertil = hemvistOps(system, "bertil");
  const discard = ["discard", "--unreadable", "--queue", "hand-off", "--reason", "INC-9"] as const;
  let copy: Record<string, AttributeValue> = {};

  it("lies aside by its decision's id, and is not thrown away while the decision itself cannot be read", async () => {
    ({ Item: copy = {} } = await dynamo.send(new GetItemCommand({ TableName, Key, ConsistentRead: true })));
    await dynamo.send(
      new UpdateItemCommand({
        TableName,
        Key,
        UpdateExpression: "SET body = :what, version = version + :one",
        ExpressionAttributeValues: { ":what": { S: "something else" }, ":one": { N: "1" } },
      }),
    );
    await system.settle();
    const [letter] = await letters();

    expect(letter).toMatchObject({
      queue: "hand-off",
      decision,
      verdict: { kind: "record-unreadable" },
      command: `hemvist ops redrive --decision ${decision} --reason "…"`,
    });
    expect((await anna("explain", letter?.id ?? "", "--queue", "hand-off")).out).toContain(
      "Call the developers on duty",
    );
    expect((await anna("discard", letter?.id ?? "", "--reason", "INC-9")).status).toBe(1);
    expect((await anna(...discard)).out).toContain("0 borttagna / discarded.");
    expect(await kinds()).toEqual(["record-unreadable"]);
  });

  it("never was, once the table is restored, and two people end it on record", async () => {
    await dynamo.send(new PutItemCommand({ TableName, Item: copy }));
    await system.settle();
    // To restore a table takes longer than two clocks may differ.
    await system.advance("2026-11-02T12:00:00Z");
    await decide(5, lasting("2027-01-20", "2027-01-29"));
    expect((await assignments()).at(-1)).toEqual(["amended", `${decision}.2`]);
    const [letter] = await letters();
    expect(letter).toMatchObject({
      verdict: { kind: "record-replaced" },
      rightOneSince: expect.stringMatching(/^2026-11-02T/),
      command: `hemvist ops discard ${letter?.id} --queue hand-off --reason "…"`,
    });

    const asked = await anna(...discard, "--json");
    const { pending } = asked.json()["awaits"] as { readonly pending: string };
    expect([asked.status, await kinds()]).toEqual([2, ["record-replaced"]]);
    expect((await anna("approve", pending, "--reason", "INC-9")).status).toBe(1);
    expect((await bertil("approve", pending, "--reason", "INC-9")).out).toContain("1 borttagna / discarded.");

    expect((await anna("dead-letters")).status).toBe(0);
    expect((await journalOf(system)).at(-1)).toMatchObject({
      command: "discard",
      phase: "done",
      who: { userId: "bertil" },
      outcome: { removed: [letter?.id] },
    });
  });
});

describe("what AWS refuses for a while", () => {
  const anew = (decisionId: string) => decide(1, { decisionId, caseNumber: decisionId });

  it("makes hand-off go on from there, and what it could not note down is counted", async () => {
    let many = 0;
    isRefused = ({ caller, service, operation }) =>
      caller === "hemvist-hand-off" &&
      ((service === "sqs" && operation === "SendMessageBatch" && many++ < 10) ||
        (service === "dynamodb" && operation === "BatchWriteItem"));
    await anew("SFC-2026-000002");
    isRefused = () => false;

    expect(await assignments()).toEqual([
      ["requested", "sf-centrum.SFC-2026-000002.1"],
      ["requested", "sf-centrum.SFC-2026-000002.2"],
    ]);
  });

  it("gets a reader no answer if the access log takes nothing, and an operator none if nothing answers", async () => {
    isRefused = ({ caller, service }) =>
      caller === "hemvist-operate" || (caller === "hemvist-read-case" && service === "s3");
    const { status } = await system.get("/v1/decisions/sf-centrum/SFC-2026-000002");
    const listed = await anna("dead-letters");
    isRefused = () => false;

    expect([status, listed.status]).toEqual([503, 1]);
  });
});
