import { contentHash } from "@hemvist/contracts";
import { describe, expect, it } from "vitest";
import { aReport, progressed, received, sentBy } from "../../test/support/a-case.ts";
import { aDecision, anIntervention, aWorkPlan } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { answerOf } from "./answer.ts";
import { receive } from "./receive.ts";

const cause = { municipality: goteborg, at: "2026-11-03T10:00:00Z", causationId: "revision" };
const incoming = (decision = aDecision()) => ({
  decision,
  contentHash: contentHash(decision),
  personKey: "pseudonym",
});
const unconsulted = aDecision({ employmentServiceConsultation: undefined });

/** The same with the members of every object the other way round, as a store may give them back. */
const backwards = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(backwards)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([name, member]) => [name, backwards(member)]),
        )
      : value;

describe("a first revision", () => {
  it("is assigned: each intervention to its provider, and the answer to SF", () => {
    const record = received();

    expect(
      record.assignments.map(({ assignmentId, provider, status }) => [assignmentId, provider, status]),
    ).toEqual([
      ["sf-centrum.SFC-2026-004711.1", "kompetenscenter", "requested"],
      ["sf-centrum.SFC-2026-004711.2", "kompetenscenter", "requested"],
    ]);
    expect(sentBy(record)).toEqual([
      "assignments-kompetenscenter: assignment.requested",
      "assignments-kompetenscenter: assignment.requested",
      "inbox-sf-centrum: decision.assigned",
    ]);
    expect(record.version).toBe(1);
    expect(record.dueAt).toBe("2026-11-03T07:00:00Z");
  });

  it("names its messages by decision, version, index and time, all caused by the revision", () => {
    const { outbox } = received();

    expect(outbox.map(({ event }) => event.id)).toEqual([
      "sf-centrum.SFC-2026-004711.1.0.2026-11-02T09:00:00Z",
      "sf-centrum.SFC-2026-004711.1.1.2026-11-02T09:00:00Z",
      "sf-centrum.SFC-2026-004711.1.2.2026-11-02T09:00:00Z",
    ]);
    expect(new Set(outbox.map(({ event }) => event.correlationid))).toEqual(
      new Set(["sf-centrum.SFC-2026-004711"]),
    );
  });

  it("is received on the day that it is in Stockholm, which at night is not the day in Greenwich", () => {
    const madeToday = aDecision({ decidedOn: "2026-11-02" });

    expect(received(madeToday, { at: "2026-11-01T23:30:00Z" }).standing).toBeDefined();
    expect(received(madeToday, { at: "2026-11-01T22:30:00Z" }).returned?.judgement.findings).toMatchObject([
      { rule: "decided-when-received" },
    ]);
  });

  it("asks the provider to answer within the model's five working days", () => {
    expect(received().assignments[0]?.answerBy).toBe("2026-11-09");
  });

  it("is returned when a rule does not hold: kept, answered, and nothing handed on", () => {
    const record = received(unconsulted);

    expect(record.assignments).toEqual([]);
    expect(record.standing).toBeUndefined();
    expect(sentBy(record)).toEqual(["inbox-sf-centrum: decision.returned"]);
    expect(record.history).toMatchObject([
      { what: "revision-returned", rules: ["employment-service-consulted"] },
    ]);
    expect(record.dueAt).toBe("2026-11-09T07:00:00Z");
  });

  it("is a record of its own, with who it concerns, and a history that begins there", () => {
    const record = received();

    expect(record).toMatchObject({
      administration: "sf-centrum",
      decisionId: "SFC-2026-004711",
      personKey: "pseudonym",
      proposals: [],
      followUps: [],
      standing: { receivedAt: "2026-11-02T09:00:00Z", contentHash: contentHash(aDecision()) },
    });
    expect(record.history[0]).toEqual({
      what: "revision-assigned",
      revision: 1,
      contentHash: contentHash(aDecision()),
      model: "goteborg-2025-07",
      decidedOn: "2026-11-02",
      version: 1,
      at: "2026-11-02T09:00:00Z",
      by: "sf-centrum",
    });
    expect(record.history).toHaveLength(3);
  });

  it("is answered to SF's inbox, about the decision, with the version that it became", () => {
    const answer = received().outbox.at(-1);

    expect(answer?.queue).toBe("inbox-sf-centrum");
    expect(answer?.event.subject).toBe("sf-centrum.SFC-2026-004711");
    expect(answer?.event.data).toEqual({ ...answerOf(received()) });
    expect(
      received({ ...unconsulted, revision: 2 }, { after: received() }).outbox[0]?.event.data,
    ).toMatchObject({ version: 2, revision: 2, outcome: "returned" });
  });

  it("that is returned names each rule that must hold and does not, once, and none that only should", () => {
    const beyond = aDecision().interventions.map((intervention) => ({ ...intervention, to: "2028-01-01" }));
    const workPlan = aWorkPlan({ nextFollowUpOn: undefined, followUpEveryWeeks: undefined });
    const record = received(aDecision({ interventions: beyond, workPlan }));

    expect(record.returned?.judgement.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["intervention-within-decision", "follow-up-planned"]),
    );
    expect(record.history).toEqual([
      {
        what: "revision-returned",
        revision: 1,
        contentHash: contentHash(aDecision({ interventions: beyond, workPlan })),
        rules: ["intervention-within-decision"],
        version: 1,
        at: "2026-11-02T09:00:00Z",
        by: "sf-centrum",
      },
    ]);
  });

  it("must be number 1", () => {
    expect(receive(undefined, incoming(aDecision({ revision: 2 })), cause)).toEqual({
      kind: "revision-skipped",
      expectedRevision: 1,
    });
  });
});

describe("the same revision again", () => {
  it("with the same content gets the stored answer", () => {
    const record = received();

    expect(receive(record, incoming(), cause)).toEqual({ kind: "known", record, revision: 1 });
  });

  it("gets its own answer, although a later one has been returned since", () => {
    const record = received({ ...unconsulted, revision: 2 }, { after: received() });

    expect(answerOf(record)).toMatchObject({ outcome: "returned", revision: 2, assignments: [] });
    expect(answerOf(record, 1)).toMatchObject({ outcome: "assigned", revision: 1, assignments: [{}, {}] });
  });

  it("with other content is refused, and nothing changes", () => {
    const reception = receive(received(), incoming(aDecision({ caseNumber: "2026-1" })), cause);

    expect(reception).toEqual({ kind: "content-differs", revision: 1 });
  });

  it("may be corrected after it was returned", () => {
    const record = received(aDecision(), { after: received(unconsulted), at: "2026-11-03T10:00:00Z" });

    expect(record.version).toBe(2);
    expect(record.returned).toBeUndefined();
    expect(record.assignments).toHaveLength(2);
    expect(record.history.map(({ what }) => what)).toEqual([
      "revision-returned",
      "revision-assigned",
      "assignment-requested",
      "assignment-requested",
    ]);
  });

  it("is known where it was the last to be returned, for the same reasons", () => {
    const record = received(unconsulted);

    expect(receive(record, incoming(unconsulted), cause)).toEqual({ kind: "known", record, revision: 1 });
  });

  it("is known in whatever order the store gives the fields back", () => {
    const record = received(unconsulted);
    const stored = backwards(record) as typeof record;

    expect(receive(stored, incoming(unconsulted), cause).kind).toBe("known");
  });

  it("is judged anew where another content was returned since, and answered with its own findings", () => {
    const endless = aDecision({ validTo: undefined });
    const second = received(endless, { after: received(unconsulted) });
    const third = received(unconsulted, { after: second });

    expect([second, third].map((record) => answerOf(record).findings.map(({ rule }) => rule))).toEqual([
      ["time-limited"],
      ["employment-service-consulted"],
    ]);
  });

  it("is judged anew where time has removed one of its findings", () => {
    const tomorrow = aDecision({ decidedOn: "2026-11-03", validTo: undefined });
    const first = received(tomorrow, { at: "2026-11-02T09:00:00Z" });
    const record = received(tomorrow, { after: first, at: "2026-11-03T09:00:00Z" });

    expect([first, record].map((one) => answerOf(one).findings.map(({ rule }) => rule))).toEqual([
      ["decided-when-received", "time-limited"],
      ["time-limited"],
    ]);
  });

  it("is assigned on the day that it is dated, though it was returned the day before", () => {
    const tomorrow = aDecision({ decidedOn: "2026-11-03" });
    const returned = received(tomorrow, { at: "2026-11-02T09:00:00Z" });
    const record = received(tomorrow, { after: returned, at: "2026-11-03T09:00:00Z" });

    expect(answerOf(returned).findings.map(({ rule }) => rule)).toEqual(["decided-when-received"]);
    expect(answerOf(record).outcome).toBe("assigned");
  });

  it("is refused, though it was returned once, when another content has been assigned", () => {
    const corrected = received(aDecision(), { after: received(unconsulted) });

    expect(receive(corrected, incoming(unconsulted), cause)).toEqual({
      kind: "content-differs",
      revision: 1,
    });
  });

  it("is known by its number too: the same content under the next one is a revision", () => {
    const next = { ...incoming(aDecision({ revision: 2 })), contentHash: incoming().contentHash };

    expect(receive(received(), next, cause)).toMatchObject({ kind: "recorded", record: { version: 2 } });
  });

  it("is known although a later revision has come since", () => {
    const second = received(aDecision({ revision: 2, caseNumber: "2026-1" }), { after: received() });

    expect(receive(second, incoming(), cause)).toMatchObject({ kind: "known" });
  });
});

describe("the case that a decision is looked up by", () => {
  const of = (caseKey: string, decision = aDecision(), after?: ReturnType<typeof received>) => {
    const reception = receive(after, { ...incoming(decision), caseKey }, cause);
    if (reception.kind !== "recorded") throw new Error(reception.kind);
    return reception.record;
  };

  it("is that of what stands: a returned revision moves it as little as anything else", () => {
    expect(of("other", { ...unconsulted, revision: 2 }, of("first")).caseKey).toBe("first");
    expect(of("other", aDecision({ revision: 2 }), of("first")).caseKey).toBe("other");
  });

  it("is the newest message's as long as nothing stands", () => {
    const returned = of("first", unconsulted);

    expect(returned.caseKey).toBe("first");
    expect(of("other", { ...unconsulted, caseNumber: "2026-2" }, returned).caseKey).toBe("other");
  });
});

describe("whom a decision concerns", () => {
  const of = (personKey: string, decision = aDecision(), after?: ReturnType<typeof received>) => {
    const reception = receive(after, { ...incoming(decision), personKey }, cause);
    if (reception.kind !== "recorded") throw new Error(reception.kind);
    return reception.record;
  };
  const second = aDecision({ revision: 2 });
  const person = { protectedIdentity: true, reference: "REF-7" } as const;

  it("is as it was where a later revision that concerns another is returned", () => {
    const record = of("another", { ...unconsulted, revision: 2 }, of("first"));

    expect(record.returned).toBeDefined();
    expect(record.personKey).toBe("first");
  });

  it("is whom the newest message concerns, as long as nothing stands", () => {
    const record = of("another", { ...unconsulted, caseNumber: "2026-2" }, of("first", unconsulted));

    expect(record).toMatchObject({ personKey: "another" });
    expect(record.formerPersonKeys).toBeUndefined();
  });

  it("is SF's reference alone from the message that sets the mark, though it is returned", () => {
    const record = of("reference", { ...unconsulted, revision: 2, person }, of("first"));

    expect(record.returned).toBeDefined();
    expect(record.personKey).toBe("reference");
    expect(record.formerPersonKeys).toBeUndefined();
  });

  it("is as it was where the mark was set before, and a returned revision gives another reference", () => {
    const marked = of("reference", { ...second, person }, of("first"));
    const other = { protectedIdentity: true, reference: "REF-8" } as const;

    expect(of("other", { ...unconsulted, revision: 3, person: other }, marked).personKey).toBe("reference");
  });

  const another = {
    protectedIdentity: false,
    identityNumber: "189001179812",
    givenName: "Sample",
    familyName: "Other",
  } as const;

  it("is the same person: a revision about another is returned, and reaches no provider", () => {
    const record = of("another", aDecision({ revision: 2, person: another }), of("first"));

    expect(answerOf(record).findings.map(({ rule }) => rule)).toEqual(["same-person"]);
    expect(sentBy(record)).toEqual(["inbox-sf-centrum: decision.returned"]);
    expect(record).toMatchObject({ personKey: "first" });
  });

  it("is the same person under the number that replaces the one before, and providers get it", () => {
    const replacing = aDecision({ revision: 2, person: { ...another, replaces: "189001189803" } });
    const reception = receive(
      of("former"),
      { ...incoming(replacing), personKey: "present", formerPersonKey: "former" },
      cause,
    );
    if (reception.kind !== "recorded") throw new Error(reception.kind);
    const { record } = reception;

    expect(record).toMatchObject({ personKey: "present", formerPersonKeys: ["former"] });
    expect(sentBy(record).filter((sent) => sent.startsWith("assignments"))).toEqual([
      "assignments-kompetenscenter: assignment.amended",
      "assignments-kompetenscenter: assignment.amended",
    ]);
    expect(record.outbox[0]?.event.data["person"]).toEqual({
      identityNumber: "189001179812",
      givenName: "Sample",
      familyName: "Other",
    });
  });
});

describe("an intervention that has ended by itself", () => {
  it("stays ended: a revision that asks for it otherwise is returned", () => {
    const [traineeship, diet] = aDecision().interventions;
    if (traineeship === undefined || diet === undefined) throw new Error("the sample has two interventions");
    const rejected = progressed(received(), aReport("rejected"));
    const otherwise = { ...traineeship, service: "kc-praktik" };
    const record = received(aDecision({ revision: 2, interventions: [otherwise, diet] }), {
      after: rejected,
    });

    expect(answerOf(record).findings.map(({ rule }) => rule)).toEqual(["ended-stays-ended"]);
    expect(answerOf(received(aDecision({ revision: 2 }), { after: rejected })).outcome).toBe("assigned");
  });
});

describe("a later revision", () => {
  it("amends nothing that it does not change, in whatever order the store gives the fields back", () => {
    const stored = backwards(received()) as ReturnType<typeof received>;

    expect(sentBy(received(aDecision({ revision: 2 }), { after: stored }))).toEqual([
      "inbox-sf-centrum: decision.assigned",
    ]);
  });

  it("that skips one gets the number that is expected", () => {
    expect(receive(received(), incoming(aDecision({ revision: 3 })), cause)).toEqual({
      kind: "revision-skipped",
      expectedRevision: 2,
    });
  });

  it("that is returned leaves what stands as it is", () => {
    const first = received();
    const record = received({ ...unconsulted, revision: 2 }, { after: first });

    expect(record.assignments).toEqual(first.assignments);
    expect(record.standing).toEqual(first.standing);
    expect(record.returned?.decision.revision).toBe(2);
    expect(record.dueAt).toBe(first.dueAt);
  });

  it("is judged by the model of its own date; the earlier judgement stays in history", () => {
    const first = received(
      aDecision({
        decidedOn: "2025-06-20",
        validFrom: "2025-06-23",
        validTo: "2026-06-22",
        citation: old,
        basicDecision: basic,
        employmentServiceConsultation: { heldOn: "2025-06-01" },
        workPlan: undefined,
        interventions: [anIntervention({ from: "2025-06-23", to: "2025-12-22" })],
        assessment: { ...aDecision().assessment, expectedInWorkOrStudiesBy: "2027-06-30" },
        revision: 1,
      }),
      { at: "2025-06-23T09:00:00Z" },
    );
    expect(first.returned?.judgement.model).toBe("goteborg-2024-01");

    const second = received(aDecision(), { after: first });
    expect(second.standing?.judgement.model).toBe("goteborg-2025-07");
    expect(second.history[0]).toMatchObject({
      what: "revision-returned",
      rules: ["work-plan-with-participation"],
    });
  });
});

const old = { legalBasis: "sol-12-4", act: "SFS 2001:453" } as const;
const basic = {
  decisionId: "SFC-2025-1",
  decidedOn: "2025-06-01",
  citation: { legalBasis: "sol-12-1", act: "SFS 2001:453" },
} as const;
