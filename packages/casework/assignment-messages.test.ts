import { describe, expect, it } from "vitest";
import { aReport, monday, progressed, received, sentBy } from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision, anIntervention, aWorkPlan } from "../../test/support/a-decision.ts";
import type { CaseRecord } from "./case-record.ts";

/** The data of what a version sent to a queue, in order. */
const dataTo = ({ outbox }: CaseRecord, queue: string) =>
  outbox.filter((message) => message.queue === queue).map(({ event }) => event.data);
const kompetenscenter = "assignments-kompetenscenter";
const inbox = "inbox-sf-centrum";

describe("an assignment that is handed over", () => {
  it("holds what the provider needs to know, and no more", () => {
    const wishes = { service: "kc-praktik", follows: "sf-centrum.SFC-2025-001200.1", contact: "K. Sample" };
    const record = received(aDecision({ interventions: [anIntervention(wishes)] }));

    expect(record.outbox[0]?.event.subject).toBe("sf-centrum.SFC-2026-004711.1");
    expect(dataTo(record, kompetenscenter)).toEqual([
      {
        assignmentId: "sf-centrum.SFC-2026-004711.1",
        administration: "sf-centrum",
        decisionId: "SFC-2026-004711",
        revision: 1,
        caseNumber: "2026-88231",
        legalBasis: "sol-12-4",
        area: "job",
        subArea: "job.traineeship",
        from: "2026-11-09",
        to: "2027-05-09",
        ...wishes,
        workPlan: { goal: "work", nextFollowUpOn: "2027-01-15" },
        person: { identityNumber: "189001189803", givenName: "Sample", familyName: "Person" },
        answerBy: "2026-11-09",
        model: "goteborg-2025-07",
      },
    ]);
  });

  it("has the wishes of its own intervention", () => {
    expect(dataTo(received(), kompetenscenter).map((data) => data["service"])).toEqual([
      undefined,
      "kc-friskvard",
    ]);
  });

  it("leaves out what SF did not ask for", () => {
    const basic = received(aBasicDecision(), { at: "2026-09-01T09:00:00Z" });
    const [data] = dataTo(basic, "assignments-sf-centrum");

    expect(data).toMatchObject({ subArea: "social.everyday-life" });
    for (const wish of ["service", "follows", "contact", "workPlan"]) expect(data).not.toHaveProperty(wish);
  });

  it("names the work plan's goal, and its follow-up only where one is planned", () => {
    const workPlan = aWorkPlan({ goal: "studies", nextFollowUpOn: undefined, followUpEveryWeeks: undefined });
    const [data] = dataTo(received(aDecision({ workPlan })), kompetenscenter);

    expect(data?.["workPlan"]).toEqual({ goal: "studies" });
  });

  it("holds SF's own reference in place of a person whose identity is protected", () => {
    const person = { protectedIdentity: true, reference: "REF-7" } as const;
    const [data] = dataTo(received(aDecision({ person })), kompetenscenter);

    expect(data?.["person"]).toEqual({ protectedIdentity: true, reference: "REF-7" });
  });
});

describe("an assignment that is amended", () => {
  it("is handed over as the revision has it", () => {
    const changed = [anIntervention({ to: "2027-03-09" }), ...aDecision().interventions.slice(1)];
    const record = received(aDecision({ revision: 2, interventions: changed }), { after: received() });

    expect(sentBy(record)).toEqual([
      "assignments-kompetenscenter: assignment.amended",
      "inbox-sf-centrum: decision.assigned",
    ]);
    expect(dataTo(record, kompetenscenter)).toMatchObject([{ revision: 2, to: "2027-03-09" }]);
  });
});

describe("an assignment that is called back", () => {
  const callBack = (revision: ReturnType<typeof aDecision>) => received(revision, { after: received() });

  it("is named, with the revision that ended it", () => {
    const record = callBack(aDecision({ revision: 2, interventions: [anIntervention()] }));

    expect(record.outbox[0]?.event.subject).toBe("sf-centrum.SFC-2026-004711.2");
    expect(dataTo(record, kompetenscenter)).toEqual([
      {
        assignmentId: "sf-centrum.SFC-2026-004711.2",
        administration: "sf-centrum",
        decisionId: "SFC-2026-004711",
        revision: 2,
      },
    ]);
  });

  it("says that the whole decision was revoked, where it was", () => {
    const revocation = { on: "2026-11-02", reason: "person-moved" } as const;

    expect(dataTo(callBack(aDecision({ revision: 2, revocation })), kompetenscenter)).toMatchObject([
      { revocation },
      { revocation },
    ]);
  });
});

describe("a change of status, as SF gets it", () => {
  const about = {
    assignmentId: "sf-centrum.SFC-2026-004711.1",
    administration: "sf-centrum",
    decisionId: "SFC-2026-004711",
    provider: "kompetenscenter",
    occurredAt: "2026-11-03T08:12:00Z",
  };
  const accepted = () => progressed(received(), aReport("accepted"));

  it("says what it was and what it is, and the day on which it is expected to start", () => {
    const record = accepted();

    expect(record.outbox[0]?.event.subject).toBe(about.assignmentId);
    expect(dataTo(record, inbox)).toEqual([
      {
        ...about,
        version: 2,
        previousVersion: 1,
        previousStatus: "requested",
        status: "accepted",
        expectedStartOn: "2026-11-16",
      },
    ]);
  });

  it("passes on the reason of a rejection", () => {
    const reason = { code: "no-capacity", whose: "provider" };

    expect(dataTo(progressed(received(), aReport("rejected")), inbox)).toEqual([
      { ...about, version: 2, previousVersion: 1, previousStatus: "requested", status: "rejected", reason },
    ]);
  });

  it("passes on the result of one that is completed", () => {
    const completed = progressed(accepted(), aReport("in-progress"), aReport("completed"));

    expect(dataTo(completed, inbox)).toMatchObject([
      { version: 4, previousStatus: "in-progress", status: "completed", result: "work" },
    ]);
  });

  it("that only says it has come, says nothing else", () => {
    const record = progressed(received(), aReport("received"));

    expect(dataTo(record, inbox)).toEqual([
      { ...about, version: 2, previousVersion: 1, previousStatus: "requested", status: "received" },
    ]);
    expect(record.outbox[0]?.event.time).not.toBe(monday);
  });
});
