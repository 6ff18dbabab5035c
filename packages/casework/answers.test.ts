import { addDays } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import {
  aProposal,
  aReport,
  followedUpUntil,
  progressed,
  proposed,
  received,
  settled,
} from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision, anIntervention, aWorkPlan } from "../../test/support/a-decision.ts";
import { type CaseRecord, type FollowUpKind, remindedKinds } from "./case-record.ts";

// A notice that comes again and again must have an answer: a true report or revision that ends it.

const whole = anIntervention({ to: "2027-11-08" });
const unreviewed = aWorkPlan({ nextFollowUpOn: undefined, followUpEveryWeeks: undefined });
const one = aDecision({ interventions: [whole], workPlan: unreviewed });
const basic = aBasicDecision({
  decisionId: "SFC-2026-004711",
  interventions: [anIntervention({ subArea: "social.networks", from: "2026-09-07", to: "2027-09-06" })],
});
const requested = () => received(one);
const accepted = () => progressed(requested(), aReport("accepted"));
const begun = () => progressed(accepted(), aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" }));
const paused = () => progressed(begun(), aReport("on-hold", { occurredAt: "2026-11-20T08:00:00Z" }));
const shorter = aProposal({ wish: { kind: "end-early", to: "2027-06-30" } });
const revised = (record: CaseRecord, changes: Parameters<typeof aDecision>[0], at: string) =>
  received(aDecision({ interventions: [whole], workPlan: unreviewed, revision: 2, ...changes }), {
    after: record,
    at,
  });

interface Asked {
  /** A record that waits for it, and the day by which the notice has gone out. */
  readonly waits: () => CaseRecord;
  readonly until: string;
  /** What ends it, said at `at`. */
  readonly answer: (record: CaseRecord, at: string) => CaseRecord;
  readonly at: string;
}

const say =
  (status: Parameters<typeof aReport>[0], changes: Parameters<typeof aReport>[1] = {}) =>
  (record: CaseRecord, at: string): CaseRecord =>
    progressed(record, aReport(status, { ...changes, progressId: "answer", occurredAt: at }));

/** By kind: one without a line does not compile. */
const answers: Readonly<Record<FollowUpKind, Asked>> = {
  "not-acknowledged": { waits: requested, until: "2026-11-20", answer: say("received"), at: "2026-11-20" },
  "not-answered": {
    waits: () => progressed(requested(), aReport("received")),
    until: "2026-11-20",
    answer: say("accepted", { expectedStartOn: "2026-12-07" }),
    at: "2026-11-20",
  },
  "not-started": { waits: accepted, until: "2026-12-04", answer: say("in-progress"), at: "2026-12-04" },
  "no-news": { waits: begun, until: "2027-02-20", answer: say("in-progress"), at: "2027-02-22" },
  "not-resumed": { waits: paused, until: "2027-01-20", answer: say("in-progress"), at: "2027-01-20" },
  "not-ended": { waits: begun, until: "2027-11-12", answer: say("completed"), at: "2027-11-15" },
  "never-carried-out": {
    waits: requested,
    until: "2027-11-12",
    answer: (record, at) =>
      revised(record, { revocation: { on: "2027-11-08", reason: "no-longer-needed" } }, at),
    at: "2027-11-15",
  },
  "work-plan-review": {
    waits: () => received(aDecision({ interventions: [whole] })),
    until: "2027-01-18",
    answer: (record, at) => revised(record, { workPlan: unreviewed }, at),
    at: "2027-01-18",
  },
  "gap-ahead": {
    waits: () => progressed(requested(), aReport("rejected")),
    until: "2026-12-10",
    answer: (record, at) => revised(record, { interventions: [{ ...whole, interventionId: "2" }] }, at),
    at: "2026-12-10",
  },
  "decision-ending": {
    waits: begun,
    until: "2027-10-12",
    answer: (record, at) => revised(record, { validTo: "2028-06-30" }, at),
    at: "2027-10-12",
  },
  "horizon-near": {
    waits: () => received(aDecision({ ...one, validTo: "2030-01-31" })),
    until: "2029-08-06",
    answer: (record, at) => revised(record, { validTo: "2029-08-01" }, at),
    at: "2029-08-06",
  },
  "horizon-passed": {
    waits: () => received(aDecision({ ...one, validTo: "2030-01-31" })),
    until: "2029-11-06",
    answer: (record, at) => revised(record, { validTo: "2029-10-31" }, at),
    at: "2029-11-06",
  },
  "delay-near": {
    waits: () => progressed(received(basic, { at: "2026-09-01T09:00:00Z" }), acceptedEarly()),
    until: "2026-11-05",
    answer: say("in-progress"),
    at: "2026-11-05",
  },
  "delay-passed": {
    waits: () => progressed(received(basic, { at: "2026-09-01T09:00:00Z" }), acceptedEarly()),
    until: "2026-12-03",
    answer: say("in-progress"),
    at: "2026-12-03",
  },
  "proposal-unanswered": {
    waits: () => proposed(begun(), shorter),
    until: "2026-11-30",
    answer: (record, at) => settled(record, { to: "declined", at }),
    at: "2026-11-30",
  },
  "revision-expected": {
    waits: () => settled(proposed(begun(), shorter), { to: "agreed" }),
    until: "2026-12-10",
    answer: (record, at) => revised(record, { interventions: [{ ...whole, to: "2027-06-30" }] }, at),
    at: "2026-12-10",
  },
  "correction-expected": {
    waits: () => received({ ...one, assessment: { ...one.assessment, unemployment: "none" } }),
    until: "2026-12-10",
    answer: (record, at) => revised(record, { revision: 1 }, at),
    at: "2026-12-10",
  },
};

const acceptedEarly = () =>
  aReport("accepted", { occurredAt: "2026-09-02T09:00:00Z", expectedStartOn: "2026-09-07" });
/** The kinds of the notices from `from` on, to before `until`. */
const toldBetween = ({ history }: CaseRecord, from: string, until: string): readonly FollowUpKind[] =>
  history.flatMap((entry) =>
    entry.what === "follow-up-told" && entry.at >= from && entry.at < until ? [entry.kind] : [],
  );

describe("a notice has an answer, and does not come again in the two months after it:", () => {
  it.each(Object.entries(answers) as [FollowUpKind, Asked][])("%s", (kind, { waits, until, answer, at }) => {
    const told = followedUpUntil(waits(), `${until}T12:00:00Z`);
    const later = `${addDays(at, 60)}T12:00:00Z`;
    const after = followedUpUntil(answer(told, `${at}T13:00:00Z`), later);

    expect(toldBetween(told, "2026", `${until}T12:00:00Z`)).toContain(kind);
    expect(toldBetween(after, `${at}T13:00:00Z`, later)).not.toContain(kind);
  });
});

describe("a provider is reminded of a kind where the contract has that reminder, and of no other:", () => {
  it.each(Object.entries(answers) as [FollowUpKind, Asked][])("%s", (kind, { waits, until }) => {
    const { history } = followedUpUntil(waits(), `${until}T12:00:00Z`);
    const isAsked = history.some(
      (entry) => entry.what === "follow-up-told" && entry.kind === kind && entry.level === "provider",
    );
    // Who comes after a gap is reminded beside SF; who has not acknowledged is sent the assignment itself.
    const asked: readonly FollowUpKind[] = remindedKinds.filter((reminded) => reminded !== "gap-ahead");

    expect(isAsked).toBe(kind === "not-acknowledged" || asked.includes(kind));
  });
});
