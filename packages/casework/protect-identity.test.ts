import { describe, expect, it } from "vitest";
import { aReport, followedUp, progressed, received, sentBy } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";

const person = { protectedIdentity: true, reference: "REF-7" } as const;
const marked = aDecision({ revision: 2, person });

describe("a revision that sets the mark of protected identity", () => {
  it("takes number and name out of the record, and amends with SF's reference", () => {
    const record = received(marked, { after: received() });
    const text = JSON.stringify(record);

    expect(text).not.toContain("189001189803");
    expect(text).not.toContain("Sample");
    expect(record.outbox[0]?.event.data["person"]).toEqual({ protectedIdentity: true, reference: "REF-7" });
  });

  it("lists for SF what had been sent before, the repeated ones too", () => {
    const before = followedUp(received(), "2026-11-03T07:00:00Z");
    const record = received(marked, { after: before, at: "2026-11-04T09:00:00Z" });
    const list = record.outbox.at(-1)?.event;

    expect(list?.type).toBe("se.goteborg.hemvist.identity.sent-before-protection.v1");
    expect(list?.data["sentBefore"]).toEqual([
      {
        assignmentId: "sf-centrum.SFC-2026-004711.1",
        provider: "kompetenscenter",
        at: "2026-11-02T09:00:00Z",
      },
      {
        assignmentId: "sf-centrum.SFC-2026-004711.2",
        provider: "kompetenscenter",
        at: "2026-11-02T09:00:00Z",
      },
      {
        assignmentId: "sf-centrum.SFC-2026-004711.1",
        provider: "kompetenscenter",
        at: "2026-11-03T07:00:00Z",
      },
      {
        assignmentId: "sf-centrum.SFC-2026-004711.2",
        provider: "kompetenscenter",
        at: "2026-11-03T07:00:00Z",
      },
    ]);
  });

  it("lists only the newest of each assignment where SF has sent hundreds of revisions", () => {
    const [first] = received().history.filter(({ what }) => what === "assignment-requested");
    const again = { ...first, at: "2026-11-03T09:00:00Z" } as NonNullable<typeof first>;
    const before = received();
    const record = received(marked, {
      after: { ...before, history: [...before.history, ...Array.from({ length: 500 }, () => again)] },
      at: "2026-11-04T09:00:00Z",
    });

    expect(record.outbox.at(-1)?.event.data["sentBefore"]).toMatchObject([
      { assignmentId: "sf-centrum.SFC-2026-004711.1", at: "2026-11-03T09:00:00Z" },
      { assignmentId: "sf-centrum.SFC-2026-004711.2", at: "2026-11-02T09:00:00Z" },
    ]);
  });

  it("lists who had the identity then, wherever the assignment has gone since", () => {
    const learning = (revision: number, service?: string) =>
      aDecision({
        revision,
        interventions: [
          anIntervention({ subArea: "competence.vocational", service }),
          ...aDecision().interventions.slice(1),
        ],
      });
    const again = followedUp(received(learning(1)), "2026-11-03T07:00:00Z");
    const moved = received(learning(2, "ama-yrkesintro"), { after: again, at: "2026-11-04T09:00:00Z" });
    const record = received({ ...learning(3, "ama-yrkesintro"), person }, { after: moved });
    const list = record.outbox.at(-1)?.event.data["sentBefore"] as {
      assignmentId: string;
      provider: string;
    }[];

    expect(
      list.filter(({ assignmentId }) => assignmentId.endsWith(".1")).map(({ provider }) => provider),
    ).toEqual(["kompetenscenter", "kompetenscenter", "arbetsmarknadsanstallning"]);
  });

  it("takes effect although the revision is returned, and each provider that has the person is notified", () => {
    const record = received({ ...marked, validTo: "2026-01-01" }, { after: received() });

    expect(sentBy(record)).toEqual([
      "assignments-kompetenscenter: assignment.amended",
      "assignments-kompetenscenter: assignment.amended",
      "inbox-sf-centrum: decision.returned",
      "inbox-sf-centrum: identity.sent-before-protection",
    ]);
    expect(JSON.stringify(record)).not.toContain("189001189803");
    expect(record.standing?.decision.revision).toBe(1);
    expect(record.outbox[0]?.event.data).toMatchObject({
      revision: 1,
      person: { protectedIdentity: true, reference: "REF-7" },
    });
    expect(record.history.map(({ what }) => what).slice(-4)).toEqual([
      "revision-returned",
      "assignment-amended",
      "assignment-amended",
      "identity-protected",
    ]);
  });

  it("notifies a provider once: the corrected revision has no more to say", () => {
    const returned = received({ ...marked, validTo: "2026-01-01" }, { after: received() });

    expect(sentBy(received(marked, { after: returned }))).toEqual(["inbox-sf-centrum: decision.assigned"]);
  });

  it("gets no message about an assignment that has ended, although its revision is returned", () => {
    const record = received(
      { ...marked, validTo: "2026-01-01" },
      { after: progressed(received(), aReport("rejected")) },
    );

    expect(record.outbox.map(({ event }) => event.subject)).toEqual([
      "sf-centrum.SFC-2026-004711.2",
      "sf-centrum.SFC-2026-004711",
      "sf-centrum.SFC-2026-004711",
    ]);
  });

  it("keeps the number out of what is returned later without it", () => {
    const record = received(aDecision({ revision: 3, validTo: "2026-01-01" }), {
      after: received(marked, { after: received() }),
    });

    expect(JSON.stringify(record)).not.toContain("189001189803");
    expect(record.returned?.decision.person).toEqual(person);
  });

  it("writes in the history which assignments had been sent, the amended ones too", () => {
    const [traineeship, diet] = aDecision().interventions;
    const longer = [{ ...traineeship, to: "2027-06-30" }, diet] as ReturnType<
      typeof aDecision
    >["interventions"];
    const amended = received(aDecision({ revision: 2, interventions: longer }), { after: received() });
    const record = received(aDecision({ revision: 3, interventions: longer, person }), { after: amended });
    const first = "sf-centrum.SFC-2026-004711.1";

    expect(record.history.at(-1)).toMatchObject({
      what: "identity-protected",
      sentBefore: [first, "sf-centrum.SFC-2026-004711.2", first],
    });
  });

  it("does not count the acknowledgement of one as another time that it was sent", () => {
    const acknowledged = progressed(
      followedUp(received(), "2026-11-03T07:00:00Z"),
      aReport("received", { occurredAt: "2026-11-03T09:00:00Z" }),
    );
    const record = received(marked, { after: acknowledged, at: "2026-11-04T09:00:00Z" });
    const fact = record.history.findLast(({ what }) => what === "identity-protected");

    expect(acknowledged.history.at(-1)).toMatchObject({ what: "follow-up-ended", kind: "not-acknowledged" });
    expect(fact).toMatchObject({
      sentBefore: ["1", "2", "1", "2"].map((intervention) => `sf-centrum.SFC-2026-004711.${intervention}`),
    });
  });

  it("does not list what reminded of an assignment without handing it over", () => {
    const asked = followedUp(progressed(received(), aReport("received")), "2026-11-10T07:00:00Z");
    const record = received(marked, { after: asked, at: "2026-11-11T09:00:00Z" });
    const fact = record.history.findLast(({ what }) => what === "identity-protected");

    expect(asked.history.map((entry) => (entry.what === "follow-up-told" ? entry.kind : ""))).toContain(
      "not-answered",
    );
    expect(fact).toMatchObject({
      sentBefore: ["1", "2", "2"].map((intervention) => `sf-centrum.SFC-2026-004711.${intervention}`),
    });
  });

  it("is addressed to SF, about the decision", () => {
    const list = received(marked, { after: received() }).outbox.at(-1);

    expect(list?.queue).toBe("inbox-sf-centrum");
    expect(list?.event.subject).toBe("sf-centrum.SFC-2026-004711");
    expect(list?.event.data).toMatchObject({
      administration: "sf-centrum",
      decisionId: "SFC-2026-004711",
      version: 2,
    });
  });

  it("corrects one that was returned: no identity is left, and nothing had been sent", () => {
    const unconsulted = { employmentServiceConsultation: undefined } as const;
    const record = received(aDecision({ person, ...unconsulted }), {
      after: received(aDecision(unconsulted)),
    });

    expect(JSON.stringify(record)).not.toContain("189001189803");
    expect(record.standing).toBeUndefined();
    expect(record.history.at(-1)).toMatchObject({ what: "identity-protected", sentBefore: [] });
    expect(sentBy(record)).toEqual(["inbox-sf-centrum: decision.returned"]);
  });

  it("takes it out of a revision that was returned as well", () => {
    const returned = received(aDecision({ revision: 2, employmentServiceConsultation: undefined }), {
      after: received(),
    });
    const record = received({ ...marked, validTo: "2026-01-01" }, { after: returned });

    expect(JSON.stringify(record)).not.toContain("189001189803");
    expect(record.returned?.decision.person).toEqual(person);
    expect(record.standing?.decision.person).toEqual(person);
  });

  it("is not in history where there was never an identity to protect", () => {
    expect(received(aDecision({ person })).history.map(({ what }) => what)).not.toContain(
      "identity-protected",
    );
  });

  it("says nothing more when it was set before", () => {
    const again = received(aDecision({ revision: 3, person }), {
      after: received(marked, { after: received() }),
    });

    expect(sentBy(again)).toEqual(["inbox-sf-centrum: decision.assigned"]);
  });

  it("holds for what is sent afterwards", () => {
    const record = received(marked, { after: progressed(received(), aReport("received")) });
    const again = followedUp(record, record.dueAt ?? "");

    expect(JSON.stringify(again.outbox)).not.toContain("189001189803");
  });
});
