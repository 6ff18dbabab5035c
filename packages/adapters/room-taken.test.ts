import { roomFor } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aWorkPlan } from "../../test/support/a-decision.ts";
import {
  aWideRevision,
  begun,
  below,
  daysAfter,
  reportedOn,
  reportsOfAYear,
  takenBy,
  twentyInterventions,
  worst,
} from "../../test/support/a-year-of-reports.ts";
import { roomTaken } from "./room-taken.ts";
import { longestText } from "./seal.ts";

/** What a revision changes: the day of every intervention, and the next follow-up. */
const changed = (number: number) => ({
  workPlan: aWorkPlan({ nextFollowUpOn: daysAfter(395 + number).slice(0, 10) }),
  interventions: twentyInterventions.map((one, index) => ({
    ...one,
    to: daysAfter(800 + below(200, `${number} ${index}`)).slice(0, 10),
  })),
});

describe("the room that a decision takes", () => {
  it("is enough for 8,000 reports of a year", async () => {
    expect(await reportsOfAYear()).toBeGreaterThanOrEqual(8000);
  });

  it("is as much as its text, where that compresses to nearly nothing", () => {
    const text = "a".repeat(longestText / 2);

    expect(roomTaken({ body: { B: new Uint8Array(1024) } }, text)).toBe(0.5);
  });

  it("has SF's last word in it when a provider has filled it with what compresses least", async () => {
    let record = reportedOn(begun(), 680, worst);
    expect(await takenBy(record)).toBeGreaterThan(roomFor("in-progress"));

    for (let number = 2; number <= 301; number += 1)
      record = received(aWideRevision(number, changed(number)), {
        after: record,
        at: daysAfter(365 + number),
      });
    const person = { protectedIdentity: true, reference: "REF-1" } as const;
    const marked = { ...changed(301), person };
    record = received(aWideRevision(302, marked), { after: record, at: daysAfter(667) });
    const revocation = { on: "2028-12-15", reason: "person-died" } as const;
    record = received(aWideRevision(303, { ...marked, revocation }), {
      after: record,
      at: "2028-12-15T09:00:00Z",
    });

    expect(record.standing?.decision.revocation?.reason).toBe("person-died");
    expect(await takenBy(record)).toBeLessThan(1);
  });
});
