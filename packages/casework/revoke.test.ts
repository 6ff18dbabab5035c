import { describe, expect, it } from "vitest";
import {
  aProposal,
  aReport,
  followedUp,
  progressed,
  proposed,
  received,
  sentBy,
} from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { CaseRecord } from "./case-record.ts";
import { followUp } from "./follow-up.ts";
import { endRevoked } from "./revoke.ts";

const at = "2027-01-11T09:00:00Z";
const on = "2027-03-31";
const later = anIntervention({ interventionId: "3", from: "2027-04-01" });
const interventions = [...aDecision().interventions, later];
const decision = (changes = {}) => aDecision({ interventions, ...changes });
const running = () =>
  progressed(
    received(decision()),
    aReport("accepted"),
    aReport("in-progress", { occurredAt: "2026-11-09T08:00:00Z" }),
  );
const revoked = (day = on, after: CaseRecord = running(), changes = {}) =>
  received(decision({ revision: 2, revocation: { on: day, reason: "person-moved" }, ...changes }), {
    after,
    at,
  });
const stand = ({ assignments }: CaseRecord) => assignments.map(({ status, to }) => `${status} to ${to}`);

describe("a revocation of a day to come", () => {
  it("cancels what would begin later, ends what runs on that day, and leaves what ends before it", () => {
    const record = revoked();

    expect(stand(record)).toEqual([
      "in-progress to 2027-03-31",
      "requested to 2027-02-09",
      "cancelled to 2027-05-09",
    ]);
    expect(sentBy(record)).toEqual([
      "assignments-kompetenscenter: assignment.cancelled",
      "assignments-kompetenscenter: assignment.amended",
      "inbox-sf-centrum: decision.assigned",
    ]);
    expect(record.outbox[1]?.event.data).toMatchObject({ from: "2026-11-09", to: on });
    expect(record.history.slice(-2).map(({ what }) => what)).toContain("assignment-amended");
  });

  it("lets what begins on that very day run", () => {
    const first = anIntervention({ interventionId: "3", from: on });
    const both = { interventions: [...aDecision().interventions, first] };
    const record = revoked(on, received(decision(both)), both);

    expect(stand(record)[2]).toBe("requested to 2027-03-31");
  });

  it("lets a provider report until then", () => {
    const onHold = progressed(revoked(), aReport("on-hold", { occurredAt: "2027-02-01T08:00:00Z" }));

    expect(onHold.assignments[0]?.status).toBe("on-hold");
  });

  it("cancels what still runs when the day is over, and notifies the providers and SF", () => {
    const record = revoked();
    const over = followedUp(record, "2027-04-01T07:00:00Z");

    expect(endRevoked(record, "2027-03-31T21:59:59Z")).toBeUndefined();
    expect(endRevoked(record, "2027-03-31T22:00:00Z")).toBeDefined();
    expect(over.assignments.map(({ status }) => status)).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect(over.assignments[0]).toMatchObject({
      statusAt: "2027-04-01T07:00:00Z",
      heardAt: "2027-04-01T07:00:00Z",
    });
    expect(sentBy(over)).toEqual([
      "assignments-kompetenscenter: assignment.cancelled",
      "assignments-kompetenscenter: assignment.cancelled",
      "inbox-sf-centrum: assignment.status-changed",
      "inbox-sf-centrum: assignment.status-changed",
    ]);
    expect(over.outbox[0]?.event.data).toMatchObject({ revocation: { on, reason: "person-moved" } });
    expect(over.outbox[2]?.event.data).toMatchObject({
      previousStatus: "in-progress",
      status: "cancelled",
      occurredAt: "2027-04-01T07:00:00Z",
    });
    expect(over.history.slice(-2)).toMatchObject([
      { what: "assignment-cancelled", provider: "kompetenscenter", by: "hemvist" },
      { what: "assignment-cancelled" },
    ]);
    expect(over.dueAt).toBeUndefined();
    expect(followUp(over, { at: "2027-04-01T08:00:00Z", municipality: goteborg })).toBeUndefined();
  });

  it("is looked at when its day is over, whatever else is awaited", () => {
    let record = revoked();
    for (let looks = 0; looks < 50 && record.dueAt !== undefined; looks += 1) {
      expect(record.dueAt <= "2027-04-01T07:00:00Z").toBe(true);
      record = followedUp(record, record.dueAt);
    }

    expect(record.assignments.every(({ status }) => status === "cancelled")).toBe(true);
    expect(record.history.at(-1)?.at).toBe("2027-04-01T06:00:00Z");
  });

  it("takes no more of a proposal once the day is over", () => {
    const asked = proposed(running(), aProposal({ wish: { kind: "change-start", from: "2026-11-16" } }));
    const over = followedUp(revoked(on, asked), "2027-04-01T07:00:00Z");

    expect(over.proposals).toMatchObject([{ status: "superseded" }]);
    expect(sentBy(over).filter((sent) => sent.includes("proposal"))).toHaveLength(2);
  });

  it("is undone by the next revision, where its day is not over", () => {
    const back = received(decision({ revision: 3 }), { after: revoked(), at: "2027-01-12T09:00:00Z" });

    expect(stand(back)).toEqual([
      "in-progress to 2027-05-09",
      "requested to 2027-02-09",
      "requested to 2027-05-09",
    ]);
  });

  it("cancels at once what the same revision no longer holds", () => {
    const record = revoked(on, running(), { interventions: interventions.slice(1) });

    expect(stand(record)[0]).toBe("cancelled to 2027-05-09");
  });

  it("adds nothing, and moves nothing to another provider", () => {
    const first = anIntervention({ subArea: "competence.vocational" });
    const before = received(aDecision({ interventions: [first] }));
    const record = received(
      aDecision({
        revision: 2,
        interventions: [{ ...first, service: "ama-yrkesintro" }, anIntervention({ interventionId: "9" })],
        revocation: { on, reason: "person-moved" },
      }),
      { after: before, at },
    );

    expect(record.assignments.map(({ provider }) => provider)).toEqual(["kompetenscenter"]);
  });
});

describe("a revocation of the day on which it comes", () => {
  it("ends what runs on that day, and cancels it the day after", () => {
    const record = revoked("2027-01-11");

    expect(stand(record)[0]).toBe("in-progress to 2027-01-11");
    expect(endRevoked(record, "2027-01-11T16:00:00Z")).toBeUndefined();
    expect(stand(followedUp(record, "2027-01-12T07:00:00Z"))[0]).toBe("cancelled to 2027-01-11");
  });
});

describe("a revocation of a day that is over", () => {
  it("cancels every open assignment at once, and nothing more is awaited", () => {
    const record = revoked("2027-01-10");

    expect(record.assignments.map(({ status }) => status)).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect(record.outbox[0]?.event.data).toMatchObject({ revocation: { on: "2027-01-10" } });
    expect(record.dueAt).toBeUndefined();
  });

  it("leaves an assignment that had ended by itself", () => {
    const rejected = progressed(received(decision()), aReport("rejected"));

    expect(revoked("2027-01-10", rejected).assignments.map(({ status }) => status)).toEqual([
      "rejected",
      "cancelled",
      "cancelled",
    ]);
  });
});
