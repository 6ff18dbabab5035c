import { addDays, civilDateAt } from "@hemvist/rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aReport, received } from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { livedOn, unawaited } from "../../test/support/what-is-awaited.ts";
import type { CaseRecord } from "./case-record.ts";
import { followUp } from "./follow-up.ts";
import { reportProgress } from "./report-progress.ts";
import { openTo } from "./transitions.ts";

// Whatever its parties report, and whenever the report comes: hemvist watches the need until it is over.
// `what-is-awaited.ts` reckons what that takes from dates alone.

const decidedOn = "2026-09-01";
const validFrom = "2026-09-07";
const spans = fc.array(fc.record({ after: fc.nat(200), days: fc.integer({ min: 1, max: 400 }) }), {
  minLength: 1,
  maxLength: 3,
});
const aNeed = fc.record({
  isBasic: fc.boolean(),
  hasLastDay: fc.boolean(),
  spans,
  isReturned: fc.constantFrom(false, false, false, true),
  reviewedFrom: fc.constantFrom(undefined, "2016-01-04", "2026-10-05"),
  heardAfter: fc.constantFrom(0, 0, 20, 200, 700),
});
const aStep = fc.record({
  days: fc.nat(70),
  which: fc.nat(2),
  choice: fc.nat(6),
  /** How many days ago it happened, by its provider's clock. */
  ago: fc.constantFrom(0, 0, 0, 40, 3650, -36_500),
  expected: fc.constantFrom("first", "last", "beyond"),
  code: fc.constantFrom("illness", "parental-leave", "awaiting-place"),
  result: fc.constantFrom("work", "studies", "next-step", "none"),
});

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** Two interventions after uncovered days: one from a Saturday, and one from the Sunday that it covers. */
const beginsAtTheWeekend: Of<typeof aNeed> = {
  isBasic: false,
  hasLastDay: false,
  spans: [
    { after: 195, days: 1 },
    { after: 194, days: 1 },
  ],
  isReturned: false,
  reviewedFrom: undefined,
  heardAfter: 0,
};

function decided({ isBasic, hasLastDay, spans, isReturned, reviewedFrom }: Of<typeof aNeed>) {
  const interventions = spans.map(({ after, days }, index) => ({
    interventionId: `${index + 1}`,
    subArea: isBasic ? ("social.networks" as const) : ("job.coaching" as const),
    from: addDays(validFrom, after),
    to: addDays(validFrom, after + days),
  }));
  const shared = {
    decidedOn,
    validFrom,
    validTo: isBasic && !hasLastDay ? undefined : addDays(validFrom, 700),
    interventions,
  };
  if (isBasic)
    return aBasicDecision({ ...shared, ...(isReturned ? { validFrom: addDays(validFrom, 900) } : {}) });
  return aDecision({
    ...shared,
    employmentServiceConsultation: { heldOn: isReturned ? validFrom : decidedOn },
    workPlan: {
      workPlanId: "AP-1",
      establishedOn: decidedOn,
      participationRequired: true,
      goal: "work",
      followUpEveryWeeks: 1,
      ...(reviewedFrom ? { nextFollowUpOn: reviewedFrom } : {}),
    },
  });
}

interface Written {
  readonly record: CaseRecord;
  readonly at: string;
}

/** Each version that reports and looks lead through, with the time at which it was written. */
function lifeOf(need: Of<typeof aNeed>, steps: readonly Of<typeof aStep>[]): readonly Written[] {
  let day = addDays(decidedOn, need.heardAfter);
  const life = [{ record: received(decided(need), { at: `${day}T09:00:00Z` }), at: `${day}T09:00:00Z` }];
  const now = (): CaseRecord => (life.at(-1) as Written).record;
  for (const [index, step] of steps.entries()) {
    day = addDays(day, step.days);
    for (let { dueAt } = now(); dueAt !== undefined && dueAt < `${day}T09:00:00Z`; { dueAt } = now()) {
      const record = followUp(now(), { at: dueAt, municipality: goteborg });
      if (record === undefined) break;
      if (life.length > 1000) throw new Error(`looked at without end, at ${dueAt}`);
      life.push({ record, at: dueAt });
    }
    const assignment = now().assignments[step.which % Math.max(1, now().assignments.length)];
    const open = assignment ? openTo(assignment.status) : [];
    const status = open[step.choice % open.length];
    if (assignment === undefined || status === undefined) continue;
    const at = `${day}T09:00:00Z`;
    const report = aReport(status, {
      progressId: `${index}`,
      assignmentId: assignment.assignmentId,
      occurredAt: `${addDays(day, -step.ago)}T08:55:00Z`,
      ...(status === "accepted"
        ? {
            expectedStartOn: { first: assignment.from, last: assignment.to, beyond: "2062-11-09" }[
              step.expected
            ],
          }
        : {}),
      ...(status === "on-hold" ? { reason: { code: step.code, whose: "person" } } : {}),
      ...(status === "completed" ? { result: step.result as "work" } : {}),
    });
    const reported = reportProgress(now(), report, {
      cause: { municipality: goteborg, at, causationId: `${index}` },
    });
    if (reported.kind === "recorded") life.push({ record: reported.record, at });
  }
  return life;
}

describe("whatever a report says of a decision, and whenever it comes,", () => {
  const steps = fc.array(aStep, { maxLength: 12 });

  it("its next check is there, and in time", () => {
    fc.assert(
      fc.property(aNeed, steps, (need, said) => {
        for (const { record, at } of lifeOf(need, said))
          expect(unawaited(record, civilDateAt(at))).toEqual([]);
      }),
    );
  });

  it("is looked at until it is over, and no longer, when no party reports any more", () => {
    fc.assert(
      fc.property(aNeed, steps, (need, said) => {
        const { record, at } = lifeOf(need, said).at(-1) as Written;
        expect(livedOn(record, at)).toEqual([]);
      }),
      { numRuns: 60, examples: [[beginsAtTheWeekend, []]] },
    );
  });
});
