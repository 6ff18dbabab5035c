import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision, aWorkPlan, under111 } from "../../test/support/a-decision.ts";
import { stoodAfter } from "./stood.ts";

/** The same with the fields of every object in the opposite order. */
function turned<T>(value: T): T {
  const reordered: unknown = JSON.parse(JSON.stringify(value), (_key, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).reverse())
      : part,
  );
  return reordered as T;
}

const first = () => received(aBasicDecision(), { at: "2026-09-01T09:00:00Z" });
const revised = (changes: Parameters<typeof aBasicDecision>[0], at = "2026-12-01T09:00:00Z") =>
  received(aBasicDecision({ revision: 2, ...changes }), { after: first(), at });

describe("what stood", () => {
  it("is, from the first revision on, whom it concerns and what the figures ask of the decision", () => {
    expect(first().stood).toEqual([
      {
        since: "2026-09-01T09:00:00Z",
        personKey: "pseudonym",
        decision: {
          decidedOn: "2026-09-01",
          legalBasis: "sol-12-1",
          interventions: [
            { interventionId: "1", subArea: "social.everyday-life", to: "2027-03-06" },
            { interventionId: "2", subArea: "health.assessment-treatment", to: "2027-09-06" },
          ],
        },
      },
    ]);
  });

  it("has no decision while every revision was returned", () => {
    const returned = received(aBasicDecision({ interventions: [] }), { at: "2026-09-01T09:00:00Z" });

    expect(returned.stood).toEqual([{ since: "2026-09-01T09:00:00Z", personKey: "pseudonym" }]);
  });

  it("grows by a revision that changes any of it, and keeps what stood before", () => {
    const revocation = { on: "2026-12-01", reason: "person-moved" } as const;
    const { stood } = revised({ revocation });

    expect(stood).toEqual([
      ...first().stood,
      {
        ...first().stood[0],
        since: "2026-12-01T09:00:00Z",
        decision: { ...first().stood[0]?.decision, revocation },
      },
    ]);
  });

  it.each([
    ["another day of decision", { decidedOn: "2026-08-31" }],
    ["one intervention less", { interventions: aBasicDecision().interventions.slice(1) }],
    [
      "another last day",
      { interventions: aBasicDecision().interventions.map((each) => ({ ...each, to: "2027-02-01" })) },
    ],
    [
      "another sub-area",
      {
        interventions: aBasicDecision().interventions.map((each) => ({
          ...each,
          subArea: "social.networks" as const,
        })),
      },
    ],
    ["another legal basis", { citation: under111 }],
  ])("grows by %s", (_what, changes) => {
    expect(revised(changes).stood).toHaveLength(2);
  });

  it.each([
    ["another day of revocation", { on: "2026-12-15", reason: "person-moved" }],
    ["another reason for it", { on: "2026-12-20", reason: "person-died" }],
    ["that it is taken back", undefined],
  ] as const)("grows by %s", (_what, revocation) => {
    const revoked = revised({ revocation: { on: "2026-12-20", reason: "person-moved" } });
    const again = received(aBasicDecision({ revision: 3, revocation }), {
      after: revoked,
      at: "2026-12-02T09:00:00Z",
    });

    expect(again.stood).toHaveLength(3);
  });

  it("grows by another person, as of when that was heard", () => {
    const since = "2026-12-01T09:00:00Z";
    const { standing } = first();
    if (standing === undefined) throw new Error("it stands");

    expect(stoodAfter({ ...first(), personKey: "personnummer" }, since)).toEqual([
      ...first().stood,
      { ...first().stood[0], since, personKey: "personnummer" },
    ]);
  });

  it("does not grow by the order in which the store gives the fields back", () => {
    const revoked = revised({ revocation: { on: "2026-12-20", reason: "person-moved" } });

    expect(stoodAfter(turned(revoked), "2026-12-05T09:00:00Z")).toHaveLength(2);
  });

  it("does not grow by what the figures do not ask for", () => {
    expect(revised({ workPlan: aWorkPlan() }).stood).toEqual(first().stood);
    const assignmentId = "sf-centrum.SFC-2026-003002.1";
    expect(progressed(first(), aReport("received", { assignmentId })).stood).toEqual(first().stood);
  });
});
