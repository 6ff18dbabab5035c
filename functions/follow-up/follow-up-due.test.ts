import type { CaseKey, CaseStore } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { followUpDue } from "./follow-up-due.ts";

const tuesday = "2026-11-03T07:00:00Z";
const records = ["A", "B", "C"].map((decisionId) => received(aDecision({ decisionId })));

function running(cases: CaseStore) {
  const [told, failed]: [string[], string[]] = [[], []];
  const run = followUpDue({
    municipality: goteborg,
    cases,
    onNotified: ({ decisionId }) => told.push(decisionId),
    onFailed: ({ decisionId }) => failed.push(decisionId),
  });
  return { run, told, failed };
}

describe("a run of the follow-ups", () => {
  it("looks at all that is due", async () => {
    const { run, told } = running(memoryCases(...records));

    expect(await run(tuesday)).toEqual({ looked: 3, told: 3, failed: 0, unreadable: 0, hoursLate: 0 });
    expect(told.sort()).toEqual(["A", "B", "C"]);
  });

  it("looks at what is longest overdue first", async () => {
    const overdue = records.map((record, index) => ({ ...record, dueAt: `2026-11-03T06:0${3 - index}:00Z` }));
    const { run, told } = running(memoryCases(...overdue));

    await run(tuesday);

    expect(told).toEqual(["C", "B", "A"]);
  });

  it("that comes twice does everything once", async () => {
    const cases = memoryCases(...records);
    await running(cases).run(tuesday);

    expect(await running(cases).run(tuesday)).toEqual({
      looked: 0,
      told: 0,
      failed: 0,
      unreadable: 0,
      hoursLate: 0,
    });
  });

  it("lets one decision that fails delay no other", async () => {
    const cases = memoryCases(...records);
    const find = ({ decisionId, ...key }: CaseKey) =>
      decisionId === "A" ? Promise.reject(new Error("not a record")) : cases.find({ decisionId, ...key });
    const { run, told, failed } = running({ ...cases, find });

    expect(await run(tuesday)).toMatchObject({ looked: 3, told: 2, failed: 1, unreadable: 0 });
    expect([told.sort(), failed]).toEqual([["B", "C"], ["A"]]);
  });

  it.each(["UnknownForm", "BodyDoesNotOpen", "UnknownModel"])(
    "counts a record that cannot be read (%s) by itself: the run has not failed for it",
    async (name) => {
      const cases = memoryCases(...records);
      const find = ({ decisionId, ...key }: CaseKey) =>
        decisionId === "A"
          ? Promise.reject(Object.assign(new Error("not a record"), { name }))
          : cases.find({ decisionId, ...key });
      const { run, told, failed } = running({ ...cases, find });

      expect(await run(tuesday)).toMatchObject({ looked: 3, told: 2, failed: 0, unreadable: 1 });
      expect([told.sort(), failed]).toEqual([["B", "C"], ["A"]]);
    },
  );

  it("says for how many office hours the longest overdue that it could not handle has been due", async () => {
    const overdue = records.map((record) => ({
      ...record,
      dueAt: record.decisionId === "A" ? "2026-10-29T15:00:00Z" : "2026-10-01T07:00:00Z",
    }));
    const cases = memoryCases(...overdue);
    const find = ({ decisionId, ...key }: CaseKey) =>
      decisionId === "A" ? Promise.reject(new Error("busy")) : cases.find({ decisionId, ...key });

    // From Thursday at 16 to Tuesday at 08: an hour on Thursday, all of Friday and of Monday.
    expect(await running({ ...cases, find }).run(tuesday)).toMatchObject({ failed: 1, hoursLate: 19 });
    expect(await running(cases).run(tuesday)).toMatchObject({ failed: 0, hoursLate: 0 });
  });

  it("leaves one that another writer was quicker with to the next run", async () => {
    const cases = memoryCases(...records);
    const quicker: CaseStore = {
      ...cases,
      save: (record) => Promise.resolve({ saved: false, current: record }),
    };

    expect(await running(quicker).run(tuesday)).toEqual({
      looked: 3,
      told: 0,
      failed: 0,
      unreadable: 0,
      hoursLate: 0,
    });
    expect(await running(cases).run(tuesday)).toMatchObject({ told: 3 });
  });

  it.each([
    ["at night", "2026-11-04T02:00:00Z"],
    ["on a Saturday", "2026-11-07T10:00:00Z"],
  ])("%s asks for nothing", async (_when, now) => {
    const unread: CaseStore = {
      ...memoryCases(),
      due: () => Promise.reject(new Error("nothing should be asked")),
    };

    expect(await running(unread).run(now)).toEqual({
      looked: 0,
      told: 0,
      failed: 0,
      unreadable: 0,
      hoursLate: 0,
    });
  });
});
