import { describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";
import { report, sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const inbox = () => centrum.take("inbox-sf-centrum.fifo");
const assignments = () => kompetenscenter.take("assignments-kompetenscenter.fifo");
const kindOf = ({ type }: { type: string }) => type.replace("se.goteborg.hemvist.", "").replace(".v1", "");

const id = "sf-centrum.SFC-2026-004711.1";
const uuid = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const proposal = (number: number, wish: object) =>
  JSON.stringify({ proposalId: uuid(number), assignmentId: id, wish, madeAt: "2026-11-02T09:00:00Z" });
const enveloped = (type: string, data: unknown) =>
  JSON.stringify({
    specversion: "1.0",
    id: "x",
    source: "urn:example",
    type: `se.goteborg.hemvist.${type}.v1`,
    data,
  });

await centrum.post("/v1/decisions", sample(traineeship));
await system.settle();
await Promise.all([assignments(), inbox()]);

describe("a receipt", () => {
  it("shows that an assignment is stored and on its provider's queue", async () => {
    const { body } = await system.get(`/v1/assignments/${id}`);

    expect(body["receipt"]).toEqual({
      storedAt: expect.stringMatching(/^2026-11-02T09:/),
      deliveredAt: expect.stringMatching(/^2026-11-02T09:/),
    });
  });

  it("shows that it is acknowledged, accepted and begun, and when", async () => {
    for (const [status, hour] of [
      ["received", "07"],
      ["accepted", "08"],
      ["in-progress", "09"],
    ] as const) {
      await kompetenscenter.post(
        `/v1/assignments/${id}/progress`,
        report(id, status, {
          occurredAt: `2026-11-02T${hour}:00:00Z`,
          ...(status === "accepted" ? { expectedStartOn: "2026-11-09" } : {}),
        }),
      );
    }
    await system.settle();
    await inbox();
    const { body } = await system.get(`/v1/assignments/${id}`);

    expect(body["receipt"]).toMatchObject({
      acknowledgedAt: "2026-11-02T07:00:00Z",
      acceptedAt: "2026-11-02T08:00:00Z",
      startedAt: "2026-11-02T09:00:00Z",
    });
  });
});

describe("a proposal", () => {
  it("made over HTTP reaches SF, answered on a queue reaches the provider, and expects a revision", async () => {
    const made = await kompetenscenter.post(
      `/v1/assignments/${id}/proposals`,
      proposal(1, { kind: "extend", to: "2027-06-30" }),
    );
    await system.settle();
    const answer = {
      proposalId: uuid(1),
      assignmentId: id,
      answer: "agreed",
      answeredAt: "2026-11-02T09:00:00Z",
    };
    await centrum.send("decisions-sf-centrum", enveloped("proposal.answered", answer));
    await system.settle();

    expect(made).toMatchObject({ status: 200, body: { status: "proposed" } });
    expect((await inbox()).map(kindOf)).toEqual(["proposal.status-changed"]);
    expect(await assignments()).toMatchObject([{ data: { status: "agreed", expectsRevision: true } }]);
  });

  it("that was agreed is met by the revision that carries it out", async () => {
    const { interventions } = JSON.parse(sample(traineeship)) as { interventions: Record<string, unknown>[] };
    const [first, ...others] = interventions;
    await centrum.post(
      "/v1/decisions",
      sample(traineeship, { revision: 2, interventions: [{ ...first, to: "2027-06-30" }, ...others] }),
    );
    await system.settle();

    expect(await system.get(`/v1/assignments/${id}`)).toMatchObject({
      body: { to: "2027-06-30", proposals: [{ status: "agreed", metBy: 2 }] },
    });
    await Promise.all([assignments(), inbox()]);
  });

  it("made on a queue is declined over HTTP with its reason, once", async () => {
    await kompetenscenter.send(
      "progress-kompetenscenter.fifo",
      enveloped("proposal.made", JSON.parse(proposal(2, { kind: "end-early", to: "2027-01-31" }))),
      id,
    );
    await system.settle();
    const path = `/v1/assignments/${id}/proposals/${uuid(2)}/answer`;
    const answer = { proposalId: uuid(2), assignmentId: id, answeredAt: "2026-11-02T09:00:00Z" };
    const unreasoned = await centrum.post(path, JSON.stringify({ ...answer, answer: "declined" }));
    const declined = await centrum.post(
      path,
      JSON.stringify({ ...answer, answer: "declined", reason: "not-needed" }),
    );
    const changed = await centrum.post(path, JSON.stringify({ ...answer, answer: "agreed" }));
    await system.settle();

    expect(unreasoned).toMatchObject({ status: 400, body: { faults: [{ pointer: "/reason" }] } });
    expect(declined).toMatchObject({ status: 200, body: { status: "declined" } });
    expect(changed).toMatchObject({ status: 409, body: { proposalStatus: "declined" } });
    expect((await assignments()).map(({ data }) => data["status"])).toEqual(["declined"]);
    await inbox();
  });

  it("can be taken back", async () => {
    await kompetenscenter.post(
      `/v1/assignments/${id}/proposals`,
      proposal(3, { kind: "change-start", from: "2026-11-16" }),
    );
    const withdrawn = await kompetenscenter.post(
      `/v1/assignments/${id}/proposals/${uuid(3)}/withdrawal`,
      JSON.stringify({ proposalId: uuid(3), assignmentId: id, withdrawnAt: "2026-11-02T09:00:00Z" }),
    );
    await system.settle();

    expect(withdrawn).toMatchObject({ status: 200, body: { status: "withdrawn" } });
    expect((await inbox()).map(({ data }) => data["status"])).toEqual(["proposed", "withdrawn"]);
  });

  it("for another provider's assignment is refused to its sender, and nothing else changes", async () => {
    const silent = system.party("arbetsmarknadsanstallning");
    const made = enveloped("proposal.made", JSON.parse(proposal(4, { kind: "extend", to: "2027-08-31" })));
    await silent.send("progress-arbetsmarknadsanstallning.fifo", made, id);
    await system.settle();

    expect(await silent.take("assignments-arbetsmarknadsanstallning.fifo")).toMatchObject([
      { type: "se.goteborg.hemvist.proposal.refused.v1", data: { why: "no-such-assignment" } },
    ]);
    expect(await inbox()).toEqual([]);
  });
});

describe("protected identity that is marked later", () => {
  it("leaves the store, the provider is notified, and SF gets the list of what had been sent", async () => {
    const person = { protectedIdentity: true, reference: "REF-7" };
    await centrum.post("/v1/decisions", sample(traineeship, { revision: 3, person }));
    await system.settle();
    const amended = await assignments();
    const list = (await inbox()).find((event) => kindOf(event) === "identity.sent-before-protection");

    expect(amended.map(({ data }) => data["person"])).toEqual([person, person].slice(0, amended.length));
    expect(amended.length).toBeGreaterThan(0);
    expect(list?.data["sentBefore"]).toHaveLength(3);
  });
});

describe("the whole person", () => {
  it("is one view of all interventions, in order of time, with gaps and overlaps", async () => {
    const number = {
      identityNumber: "18900118-9803",
      protectedIdentity: false,
      givenName: "Sample",
      familyName: "Person",
    };
    await centrum.post("/v1/decisions", sample(traineeship, { decisionId: "SFC-W1", person: number }));
    await system.settle();
    const search = await centrum.post(
      "/v1/person-searches",
      JSON.stringify({ identityNumber: "18900118-9803", purpose: "follow-up" }),
    );

    expect(search).toMatchObject({
      status: 200,
      body: {
        interventions: [
          { decisionId: "SFC-W1", subArea: "job.traineeship" },
          { decisionId: "SFC-W1", subArea: "health.diet-exercise" },
        ],
        gaps: [],
        overlaps: [{ from: "2026-11-09", to: "2027-02-09" }],
      },
    });
    expect(JSON.stringify(search.body)).not.toContain("189001189803");
  });
});
