import { type CaseRecord, roomFor } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { aProposal, proposed, received, settled } from "../../test/support/a-case.ts";
import { aWorkPlan } from "../../test/support/a-decision.ts";
import {
  assignmentId,
  aWideRevision,
  begun,
  below,
  daysAfter,
  reportedOn,
  reportsOfAYear,
  takenBy,
  twentyInterventions,
  uuid,
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

/** A provider proposes an extension, and SF declines it on the same day. */
function proposedAndDeclined(record: CaseRecord, number: number): CaseRecord {
  const day = 1 + Math.floor(number / 20);
  const ids = { proposalId: uuid(`proposal ${number}`), assignmentId: assignmentId(number) };
  const wish = { kind: "extend", to: daysAfter(300 + below(200, `to ${number}`)).slice(0, 10) } as const;
  const madeAt = daysAfter(day - below(1000, `made ${number}`) / 3000);
  const after = proposed(record, aProposal({ ...ids, wish, madeAt }), { at: daysAfter(day) });
  return settled(after, { ...ids, to: "declined", reason: "not-needed", at: daysAfter(day) });
}

describe("the room that a decision takes", () => {
  it("is enough for 8,000 reports of a year", async () => {
    expect(await reportsOfAYear()).toBeGreaterThanOrEqual(8000);
  });

  it("is as much as its text, where that compresses to nearly nothing", () => {
    const text = "a".repeat(longestText / 2);

    expect(roomTaken({ body: { B: new Uint8Array(1024) } }, text)).toBe(0.5);
  });

  it("has a settled proposal in 50 bytes, 12 of them for what the API shows of it", async () => {
    const many = 200;
    let record = begun();
    const before = await takenBy(record);
    for (let number = 0; number < many; number += 1) record = proposedAndDeclined(record, number);
    const taken = await takenBy(record);
    const bytesEach = (share: number): number => (share * 400 * 1024) / many;

    expect(record.proposals).toHaveLength(many);
    expect(bytesEach(taken - before)).toBeLessThan(50);
    expect(bytesEach(taken - (await takenBy({ ...record, proposals: [] })))).toBeLessThan(12);
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
