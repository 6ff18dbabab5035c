import { join } from "node:path";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { permissionsFor } from "../../packages/sandbox/permissions/who-calls.ts";
import { ingenstans } from "../municipality/ingenstans.ts";
import { aSystem } from "./a-system.ts";
import { hemvistOps } from "./hemvist-ops.ts";
import { report, sample, traineeship } from "./sample.ts";

const root = join(import.meta.dirname, "../..");
const system = await aSystem({
  templates: { folder: root, entry: "test/infra/ingenstans-app.ts" },
  permissions: permissionsFor(ingenstans),
  municipality: ingenstans,
});
const skogen = system.party("soc-skogen");
const sjon = system.party("soc-sjon");
const hantverkshuset = system.party("hantverkshuset");

const decisionId = "IGS-2026-000001";
const assignmentId = `soc-skogen.${decisionId}.1`;
const [intervention] = JSON.parse(sample(traineeship)).interventions as readonly object[];
const decision = (administration: string, changes: object = {}): string =>
  sample(traineeship, { administration, decisionId, interventions: [intervention], ...changes });

describe("a decision in a municipality that is not Göteborg", () => {
  it("is posted, and assigned by that municipality's model to its own provider", async () => {
    expect(await skogen.post("/v1/decisions", decision("soc-skogen"))).toMatchObject({
      status: 202,
      body: {
        administration: "soc-skogen",
        outcome: "assigned",
        model: "ingenstans-2025-07",
        assignments: [{ assignmentId, provider: "hantverkshuset", status: "requested" }],
      },
    });
  });

  it("is handed off on the provider's own queue, under that municipality's names", async () => {
    await system.settle();

    expect(await hantverkshuset.take("assignments-hantverkshuset.fifo")).toMatchObject([
      {
        source: "urn:hemvist:ingenstans",
        type: "example.ingenstans.hemvist.assignment.requested.v1",
        subject: assignmentId,
        // Three working days after Monday: Göteborg has five.
        data: { administration: "soc-skogen", model: "ingenstans-2025-07", answerBy: "2026-11-05" },
      },
    ]);
    expect(await skogen.take("inbox-soc-skogen.fifo")).toMatchObject([
      { source: "urn:hemvist:ingenstans", type: "example.ingenstans.hemvist.decision.assigned.v1" },
    ]);
  });

  it("is acknowledged, and its status comes to the administration's inbox", async () => {
    await hantverkshuset.send("progress-hantverkshuset.fifo", report(assignmentId, "received"), assignmentId);
    await system.settle();

    expect(await skogen.take("inbox-soc-skogen.fifo")).toMatchObject([
      {
        source: "urn:hemvist:ingenstans",
        type: "example.ingenstans.hemvist.assignment.status-changed.v1",
        data: { assignmentId, status: "received" },
      },
    ]);
    expect(await system.get(`/v1/assignments/${assignmentId}`)).toMatchObject({
      status: 200,
      body: { status: "received", administration: "soc-skogen" },
    });
  });

  it("is taken off a queue in that municipality's envelope, and in no other", async () => {
    const envelope = (type: string) =>
      JSON.stringify({
        specversion: "1.0",
        type,
        data: JSON.parse(decision("soc-sjon", { decisionId: "IGS-2026-000002" })),
      });
    await sjon.send("decisions-soc-sjon", envelope("se.goteborg.hemvist.decision.made.v1"));
    await sjon.send("decisions-soc-sjon", envelope("example.ingenstans.hemvist.decision.made.v1"));
    await system.settle();

    const came = (await sjon.take("inbox-soc-sjon.fifo")).map(({ type }) => type).toSorted();
    expect(came).toEqual([
      "example.ingenstans.hemvist.decision.assigned.v1",
      "example.ingenstans.hemvist.decision.unreadable.v1",
    ]);
  });
});

describe("an operator there, whose stage lets one person alone send or discard two", () => {
  const anna = hemvistOps(system, "anna");
  const sqs = new SQSClient(system.clientFor("a-tester"));
  const deadLetters = "decisions-soc-sjon-dlq";
  const setAside = (body: string) =>
    sqs.send(
      new SendMessageCommand({
        QueueUrl: system.queueUrl(deadLetters),
        MessageBody: body,
        MessageAttributes: { reason: { DataType: "String", StringValue: "unreadable: not-json" } },
      }),
    );
  const discarded = (...args: readonly string[]) =>
    anna("discard", "--unreadable", "--reason", "INC-1", ...args);

  it("needs a second person for three, and the command says the stage's number", async () => {
    // The envelope of Göteborg lies there already.
    for (const body of ["{ one", "{ two"]) await setAside(body);
    const { status, out } = await discarded("--lang", "en");

    expect([status, await system.depth(deadLetters)]).toEqual([2, 3]);
    expect(out).toContain("one person alone may do at most 2 within a day. These are 3,");
    expect((await discarded("--lang", "sv")).out).toContain(
      "en person får själv göra högst 2 på ett dygn. Det här är 3,",
    );
  });

  it("does two alone", async () => {
    const { json } = await anna("dead-letters", "--json");
    const [, ...two] = json()["letters"] as readonly { readonly id: string }[];
    for (const { id } of two) expect((await anna("discard", id, "--reason", "INC-1")).status).toBe(0);

    expect(await system.depth(deadLetters)).toBe(1);
    expect((await discarded("--json")).json()).toMatchObject({ awaits: { count: 1, most: 2 } });
  });
});

describe("what is Göteborg's", () => {
  it("is no administration there", async () => {
    expect(await skogen.post("/v1/decisions", decision("sf-centrum"))).toMatchObject({
      status: 400,
      body: { faults: [{ pointer: "/administration" }] },
    });
  });

  it("is no model there: not even by its name", async () => {
    const { body } = await system.get("/v1/models", "soc-skogen");

    expect(body).toMatchObject({ models: [{ name: "ingenstans-2025-07", municipality: ingenstans.code }] });
    expect(await system.get("/v1/models/goteborg-2025-07", "soc-skogen")).toMatchObject({ status: 404 });
  });
});
