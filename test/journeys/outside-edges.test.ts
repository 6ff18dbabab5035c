import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";
import { hemvistOps, lettersBy } from "./hemvist-ops.ts";
import { report, sample, traineeship } from "./sample.ts";

const troubles: string[] = [];
const system = await aSystem({ onTrouble: (trouble) => troubles.push(trouble) });
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const anna = hemvistOps(system, "anna");
const sqs = new SQSClient(system.clientFor("a-tester"));

const queue = "decisions-sf-centrum";
const mebibyte = 1024 * 1024;
const assignmentId = "sf-centrum.SFC-2026-004711.1";

interface Answer {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

const inbox = async (): Promise<readonly Answer[]> => {
  await system.settle();
  return await centrum.take("inbox-sf-centrum.fifo");
};
const codesIn = ({ data }: Answer): readonly unknown[] =>
  (data["faults"] as readonly { code: string }[]).map(({ code }) => code);
const deep = (depth: number): string => `{"decisionId":${"[".repeat(depth)}${"]".repeat(depth)}}`;

describe("a message on a queue that is too much", () => {
  it.each([
    ["as large as SQS takes", "x".repeat(mebibyte), "message-too-large"],
    ["within 90 bytes of that", "x".repeat(mebibyte - 90), "message-too-large"],
    [
      "a megabyte of empty interventions",
      `{"interventions":[${"{},".repeat(300_000)}{}]}`,
      "message-too-large",
    ],
    ["6 KB of empty interventions", `{"interventions":[${"{},".repeat(1999)}{}]}`, "too-many-faults"],
    ["64 KB of empty interventions", `{"interventions":[${"{},".repeat(21_000)}{}]}`, "too-many-faults"],
    ["nested 3,000 deep", deep(3000), "too-deep"],
    ["nested 30,000 deep", deep(30_000), "too-deep"],
    ["a field with a name of 60 KB", `{"${"x".repeat(60_000)}":1}`, "unknown-field"],
  ])("%s is answered at once, and set aside", async (_what, body, code) => {
    const before = await system.depth(`${queue}-dlq`);
    await centrum.send(queue, body);
    const [answer, ...more] = await inbox();

    expect(more).toEqual([]);
    expect(answer?.type).toBe("se.goteborg.hemvist.decision.unreadable.v1");
    expect(codesIn(answer as Answer)).toContain(code);
    expect(codesIn(answer as Answer).length).toBeLessThanOrEqual(51);
    expect(await system.depth(`${queue}-dlq`)).toBe(before + 1);
    expect(troubles).toEqual([]);
  });

  it("delays none of the nine beside it", async () => {
    const worst = `{"interventions":[${"{},".repeat(21_000)}{}]}`;
    await Promise.all([
      ...Array.from({ length: 9 }, (_, index) =>
        centrum.send(queue, sample(traineeship, { decisionId: `BESIDE-${index}`, caseNumber: `B-${index}` })),
      ),
      ...Array.from({ length: 9 }, () => centrum.send(queue, worst)),
    ]);
    const answers = await inbox();
    const kinds = answers.map(({ type }) => type.split(".").at(-2));

    expect(kinds.filter((kind) => kind === "assigned")).toHaveLength(9);
    expect(kinds.filter((kind) => kind === "unreadable")).toHaveLength(9);
    expect(troubles).toEqual([]);
  });
});

describe("a request that is too much", () => {
  it.each([
    ["64 KB of empty interventions", `{"interventions":[${"{},".repeat(21_000)}{}]}`, 400],
    ["nested 30,000 deep", deep(30_000), 400],
    ["a megabyte", "x".repeat(mebibyte), 413],
  ])("%s gets an answer that fits", async (_what, body, status) => {
    const response = await system.party("sf-centrum").call("/v1/decisions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const text = await response.text();

    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(text.length).toBeLessThan(50_000);
    expect(troubles).toEqual([]);
  });
});

describe("a dead letter nested 3,000 deep", () => {
  it("stops neither the list, nor what is sent back, nor what is ended", async () => {
    await sqs.send(
      new SendMessageCommand({ QueueUrl: system.queueUrl(`${queue}-dlq`), MessageBody: deep(3000) }),
    );
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: system.queueUrl(`${queue}-dlq`),
        MessageBody: sample(traineeship, { decisionId: "BROUGHT-BACK" }),
      }),
    );
    const letters = await lettersBy(anna);
    const brought = letters.find(({ verdict }) => verdict.kind === "would-be-taken");
    const redriven = await anna("redrive", "--queue", queue, "--reason", "test");

    expect(brought?.decision).toBe("sf-centrum.BROUGHT-BACK");
    expect(redriven.out).toContain("1 skickade");
    for (const { id } of letters.filter(({ verdict }) => verdict.kind === "unreadable")) {
      const { status } = await anna("discard", id, "--queue", queue, "--reason", "test");
      expect(status).toBe(0);
    }
    await system.settle();
    expect(await system.depth(`${queue}-dlq`)).toBe(0);
    await centrum.take("inbox-sf-centrum.fifo");
  });
});

describe("a provider that sends the same proposal 692 times, each with a fresh id", () => {
  it("is refused from the sixth on", async () => {
    await centrum.post("/v1/decisions", sample(traineeship));
    await system.settle();
    const statuses: number[] = [];
    for (let time = 0; time < 692; time += 1) {
      const { status } = await kompetenscenter.post(
        `/v1/assignments/${assignmentId}/proposals`,
        JSON.stringify({
          proposalId: crypto.randomUUID(),
          assignmentId,
          wish: { kind: "extend", to: "2027-06-30" },
          madeAt: "2026-11-02T09:00:00Z",
        }),
      );
      statuses.push(status);
    }

    expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(statuses.slice(5))).toEqual(new Set([429]));
  });

  it("gets the refusal on its queue as well, and its reports are taken", async () => {
    await system.settle();
    await kompetenscenter.take("assignments-kompetenscenter.fifo");
    await kompetenscenter.send(
      "progress-kompetenscenter.fifo",
      JSON.stringify({
        specversion: "1.0",
        type: "se.goteborg.hemvist.proposal.made.v1",
        data: {
          proposalId: crypto.randomUUID(),
          assignmentId,
          wish: { kind: "extend", to: "2027-06-30" },
          madeAt: "2026-11-02T09:00:00Z",
        },
      }),
      assignmentId,
    );
    await kompetenscenter.send(
      "progress-kompetenscenter.fifo",
      report(assignmentId, "received", { occurredAt: "2026-11-02T09:00:00Z" }),
      assignmentId,
    );
    await system.settle();
    const refusals = (await kompetenscenter.take("assignments-kompetenscenter.fifo")) as readonly Answer[];

    expect(refusals.map(({ type, data }) => [type.split(".").at(-2), data["why"]])).toEqual([
      ["refused", "too-many"],
    ]);
    expect((await system.get(`/v1/assignments/${assignmentId}`)).body["status"]).toBe("received");
  });

  it("leaves room for SF, whose last word is taken", async () => {
    const { status } = await centrum.post(
      "/v1/decisions",
      sample(traineeship, { revision: 2, revocation: { on: "2026-11-09", reason: "person-died" } }),
    );
    expect(status).toBe(202);
  });
});
