import { describe, expect, it } from "vitest";
import { aSignature } from "../support/a-signature.ts";
import { aSystem } from "./a-system.ts";
import { report, sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const inbox = () => centrum.take("inbox-sf-centrum.fifo");
const assignments = () => kompetenscenter.take("assignments-kompetenscenter.fifo");
const kindOf = ({ type }: { type: string }) => type.replace("se.goteborg.hemvist.", "").replace(".v1", "");

async function send(body: string): Promise<string> {
  const messageId = await centrum.send("decisions-sf-centrum", body);
  await system.settle();
  return messageId;
}

async function reportOn(assignmentId: string, status: string, more: object = {}): Promise<void> {
  await kompetenscenter.send(
    "progress-kompetenscenter.fifo",
    report(assignmentId, status, { ...more }),
    assignmentId,
  );
  await system.settle();
}

describe("a decision on a queue", () => {
  it("comes to the provider with what it needs, and the answer to SF's inbox", async () => {
    await send(sample(traineeship));
    const [first, second, ...more] = await assignments();
    const [answer] = await inbox();

    expect(more).toEqual([]);
    expect(first).toMatchObject({
      specversion: "1.0",
      type: "se.goteborg.hemvist.assignment.requested.v1",
      subject: "sf-centrum.SFC-2026-004711.1",
      correlationid: "sf-centrum.SFC-2026-004711",
      data: {
        subArea: "job.traineeship",
        legalBasis: "sol-12-4",
        person: { identityNumber: "189001189803" },
      },
    });
    expect(second?.subject).toBe("sf-centrum.SFC-2026-004711.2");
    expect(answer).toMatchObject({
      type: "se.goteborg.hemvist.decision.assigned.v1",
      data: { outcome: "assigned", version: 1 },
    });
  });

  it("again: the same answer once more, and nothing to the provider", async () => {
    await send(sample(traineeship));

    expect((await inbox()).map(kindOf)).toEqual(["decision.assigned"]);
    expect(await assignments()).toEqual([]);
  });

  it("that is returned: the answer is in the inbox, and nothing is handed on", async () => {
    const { employmentServiceConsultation: _left, ...unconsulted } = JSON.parse(
      sample(traineeship, { decisionId: "SFC-A" }),
    );
    await send(JSON.stringify(unconsulted));

    expect(await inbox()).toMatchObject([
      { type: "se.goteborg.hemvist.decision.returned.v1", data: { outcome: "returned" } },
    ]);
    expect(await assignments()).toEqual([]);
  });

  it("that cannot be read: aside at once with its reason, and word to the inbox", async () => {
    const messageId = await send("{ not json");

    expect(await system.peek("decisions-sf-centrum-dlq")).toEqual([
      { body: '{"leftOut":true}', reason: "unreadable: not-json" },
    ]);
    expect(await inbox()).toMatchObject([
      {
        type: "se.goteborg.hemvist.decision.unreadable.v1",
        causationid: messageId,
        data: { messageId, faults: [{ code: "not-json" }] },
      },
    ]);
  });

  it("of 2000 empty interventions: word to the inbox, of a size that SQS takes", async () => {
    await send(JSON.stringify({ decisionId: "SFC-C", interventions: Array(2000).fill({}) }));
    const [answer, ...more] = await inbox();

    expect(more).toEqual([]);
    expect(answer).toMatchObject({
      type: "se.goteborg.hemvist.decision.unreadable.v1",
      data: { decisionId: "SFC-C" },
    });
    expect(answer?.data["faults"]).toHaveLength(51);
  });

  it("in another encoding than UTF-8 is not taken", async () => {
    const text = sample(traineeship, { decisionId: "SFC-D", legalBasis: "12 kap. 4 \ufffd SoL" });
    await send(text);

    expect(await inbox()).toMatchObject([
      { data: { decisionId: "SFC-D", revision: 1, faults: [{ pointer: "/legalBasis", code: "not-text" }] } },
    ]);
    expect(await assignments()).toEqual([]);
  });

  it("on another administration's queue is not taken", async () => {
    await send(sample("02-everyday-life-and-an-assessment"));

    expect(await inbox()).toMatchObject([
      { data: { faults: [{ pointer: "/administration", code: "not-your-queue" }] } },
    ]);
  });

  it("with a signature is taken if that fits, and set aside with it if not", async () => {
    const [one, other] = [
      sample(traineeship, { decisionId: "SFC-S" }),
      sample(traineeship, { decisionId: "SFC-T" }),
    ];
    const signature = aSignature(one, {
      alg: "ES256",
      kid: "rfc7515-a3",
      aud: "arn:aws:sqs:eu-north-1:000000000000:decisions-sf-centrum",
      b64: false,
      crit: ["b64"],
    });
    for (const body of [one, other]) await centrum.send("decisions-sf-centrum", body, undefined, signature);
    await system.settle();

    expect(
      (await inbox()).map(({ type, data }) => [kindOf({ type }), data["decisionId"], data["faults"]]),
    ).toEqual(
      expect.arrayContaining([
        ["decision.assigned", "SFC-S", undefined],
        [
          "decision.unreadable",
          "SFC-T",
          [
            expect.objectContaining({
              code: "signature-not-valid",
              sv: expect.stringContaining("Signaturen"),
            }),
          ],
        ],
      ]),
    );
    expect((await assignments()).map(({ correlationid }) => correlationid)).not.toContain("sf-centrum.SFC-T");
    expect(await system.peek("decisions-sf-centrum-dlq")).toContainEqual({
      body: other,
      reason: "unreadable: signature-not-valid",
      signature,
    });
  });

  it("with other content under a revision that is assigned is refused", async () => {
    await send(sample(traineeship, { caseNumber: "2026-1" }));

    expect(await inbox()).toMatchObject([
      { type: "se.goteborg.hemvist.decision.refused.v1", data: { why: "content-differs", revision: 1 } },
    ]);
  });

  it("whose revision comes before its predecessor waits for it", async () => {
    const [first, second] = [
      sample(traineeship, { decisionId: "SFC-B" }),
      sample(traineeship, { decisionId: "SFC-B", revision: 2 }),
    ];
    await centrum.send("decisions-sf-centrum", second);
    await centrum.send("decisions-sf-centrum", first);
    await system.settle();

    expect((await inbox()).map(({ data }) => [data["decisionId"], data["revision"]])).toEqual([
      ["SFC-B", 1],
      ["SFC-B", 2],
    ]);
    await assignments();
  });

  it("whose predecessor never comes goes back to its sender", async () => {
    await send(sample(traineeship, { decisionId: "SFC-C", revision: 2 }));

    expect(await inbox()).toMatchObject([{ data: { why: "revision-skipped", expectedRevision: 1 } }]);
    expect(await system.depth("decisions-sf-centrum")).toBe(0);
  });

  it("delays no other, however many cannot be read", async () => {
    const before = await system.depth("decisions-sf-centrum-dlq");
    await Promise.all(
      Array.from({ length: 10 }, (_, number) => centrum.send("decisions-sf-centrum", `broken ${number}`)),
    );
    await send(sample(traineeship, { decisionId: "SFC-D" }));

    const kinds = (await inbox()).map(kindOf);
    expect(kinds.filter((kind) => kind === "decision.unreadable")).toHaveLength(10);
    expect(kinds).toContain("decision.assigned");
    expect(await system.depth("decisions-sf-centrum-dlq")).toBe(before + 10);
    await assignments();
  });
});

describe("a provider's answer", () => {
  const id = "sf-centrum.SFC-2026-004711.1";

  it("moves the assignment and goes to SF, step by step", async () => {
    await reportOn(id, "received");
    await reportOn(id, "accepted", { expectedStartOn: "2026-11-09" });
    await reportOn(id, "in-progress");

    expect((await inbox()).map(({ data }) => [data["previousStatus"], data["status"]])).toEqual([
      ["requested", "received"],
      ["received", "accepted"],
      ["accepted", "in-progress"],
    ]);
    expect(await system.get(`/v1/assignments/${id}`)).toMatchObject({
      body: { status: "in-progress", open: ["in-progress", "on-hold", "completed", "failed"] },
    });
  });

  it("that is not open is refused, with what is", async () => {
    await reportOn(id, "rejected", { reason: { code: "no-capacity", whose: "provider" } });

    expect(await assignments()).toMatchObject([
      {
        type: "se.goteborg.hemvist.progress.refused.v1",
        data: { why: "not-open", open: ["in-progress", "on-hold", "completed", "failed"] },
      },
    ]);
    expect(await inbox()).toEqual([]);
  });

  it("for another provider's assignment is refused, and nothing else changes", async () => {
    const silent = system.party("arbetsmarknadsanstallning");
    await silent.send(
      "progress-arbetsmarknadsanstallning.fifo",
      report(id, "on-hold", { reason: { code: "illness", whose: "person" } }),
      id,
    );
    await system.settle();

    expect(await silent.take("assignments-arbetsmarknadsanstallning.fifo")).toMatchObject([
      { data: { why: "no-such-assignment" } },
    ]);
    expect(await system.get(`/v1/assignments/${id}`)).toMatchObject({ body: { status: "in-progress" } });
  });

  it("that cannot be read goes aside with its reason, and the provider is notified", async () => {
    await reportOn(id, "completed");

    expect(await system.peek("progress-kompetenscenter-dlq.fifo")).toMatchObject([
      { reason: "unreadable: needs-result" },
    ]);
    expect(await assignments()).toMatchObject([
      { data: { why: "unreadable", faults: [{ pointer: "/result" }] } },
    ]);
  });

  it("posted over HTTP means the same", async () => {
    const body = report(id, "completed", { result: "work" });
    const posted = await kompetenscenter.post(`/v1/assignments/${id}/progress`, body);
    const again = await kompetenscenter.post(`/v1/assignments/${id}/progress`, body);
    await system.settle();

    expect(posted).toMatchObject({ status: 200, body: { status: "completed", open: [] } });
    expect(again).toEqual(posted);
    expect((await inbox()).map(kindOf)).toEqual(["assignment.status-changed"]);
  });

  it("posted out of order is answered 409 with what is open", async () => {
    const posted = await kompetenscenter.post(`/v1/assignments/${id}/progress`, report(id, "in-progress"));

    expect(posted).toMatchObject({ status: 409, body: { assignmentStatus: "completed", open: [] } });
  });
});

describe("a revision", () => {
  it("cancels, amends and requests in an order that can be applied blindly", async () => {
    await send(sample(traineeship, { decisionId: "SFC-R" }));
    await Promise.all([assignments(), inbox()]);
    const [first] = (JSON.parse(sample(traineeship)) as { interventions: object[] }).interventions;
    await send(
      sample(traineeship, {
        decisionId: "SFC-R",
        revision: 2,
        interventions: [
          { ...first, to: "2027-04-09" },
          { interventionId: "3", subArea: "job.coaching", from: "2026-11-09", to: "2027-01-09" },
        ],
      }),
    );

    expect((await assignments()).map((event) => [kindOf(event), event.data["revision"]])).toEqual([
      ["assignment.cancelled", 2],
      ["assignment.amended", 2],
      ["assignment.requested", 2],
    ]);
    expect(await inbox()).toMatchObject([{ data: { version: 2, revision: 2 } }]);
  });

  it("that revokes cancels everything", async () => {
    await send(
      sample(traineeship, {
        decisionId: "SFC-R",
        revision: 3,
        revocation: { on: "2026-11-02", reason: "person-moved" },
      }),
    );

    expect((await assignments()).map(kindOf)).toEqual(["assignment.cancelled", "assignment.cancelled"]);
    expect(await inbox()).toMatchObject([{ type: "se.goteborg.hemvist.decision.assigned.v1" }]);
  });
});

describe("whatever happened", () => {
  it("no log line holds a body, a name or an identity number", () => {
    const text = system.logs.map(({ line }) => line).join("\n");

    expect(system.logs.length).toBeGreaterThan(50);
    for (const secret of ["189001189803", "18900118-9803", "givenName", "broken 1", "not json"])
      expect(text).not.toContain(secret);
  });
});
