import type { CaseRecord } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aBasicDecision } from "../../test/support/a-decision.ts";
import { dueBy, type Issued, issueReports, type Reports, wanted } from "./issue-reports.ts";

const asked = [wanted("not-carried-out", { period: "2026Q4", at: "2027-01-04T05:00:00Z" })];
const record = received(aBasicDecision(), { at: "2026-09-01T09:00:00Z" });
const issuedAt = "not-carried-out/2026Q4/2026-12-31T23:00:00Z";

describe("what a run of the schedule sees to", () => {
  it.each([
    ["the first Monday of a quarter", "2026-10-05T04:00:00Z", "2026Q3", "2026W40", "2026-09"],
    ["the Sunday before it", "2026-10-04T04:00:00Z", "2026Q3", "2025W40", "2026-09"],
    ["a Monday that makes good for one missed", "2026-11-16T05:00:00Z", "2026Q3", "2026W40", "2026-10"],
    ["the year's first Monday", "2027-01-04T05:00:00Z", "2026Q4", "2026W40", "2026-12"],
  ])("on %s is the newest that is over", (_when, at, quarter, week, month) => {
    expect(dueBy(at).map(({ report, period }) => [report, period.name])).toEqual([
      ["need-and-volume", quarter],
      ["not-carried-out", quarter],
      ["equality", quarter],
      ["week-40", week],
      ["agenda", month],
    ]);
  });
});

describe("a report on demand", () => {
  it.each([
    ["a period that is not over", "not-carried-out", "2026Q4", "2026-12-31T22:59:59Z"],
    ["no period at all", "not-carried-out", "2026Q5", "2027-01-04T05:00:00Z"],
    ["another report's period", "agenda", "2026Q4", "2027-01-04T05:00:00Z"],
    ["a week that is not the fortieth", "week-40", "2026W41", "2027-01-04T05:00:00Z"],
  ] as const)("is refused for %s", (_why, report, period, at) => {
    expect(() => wanted(report, { period, at })).toThrow(expect.objectContaining({ name: "NoSuchReport" }));
  });
});

describe("issuing", () => {
  it("writes its files and what they are, that one last", async () => {
    const { reports, kept } = memory();

    expect(await run([record], reports)).toEqual([
      { report: "not-carried-out", period: "2026Q4", outcome: "issued" },
    ]);
    expect([...kept.keys()]).toEqual(
      ["decisions.csv", "decisions.json", "statistics.csv", "statistics.json", "issued.json"].map(
        (name) => `${issuedAt}/${name}`,
      ),
    );
    expect(JSON.parse(kept.get(`${issuedAt}/issued.json`) ?? "")).toMatchObject({
      report: "not-carried-out",
      period: { name: "2026Q4", from: "2026-10-01", to: "2026-12-31" },
      instant: "2026-12-31T23:00:00Z",
      model: "goteborg-2025-07",
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("once is for ever: a decision that changes afterwards changes nothing of it, and is not even read", async () => {
    const { reports, kept } = memory();
    await run([record], reports);
    const before = new Map(kept);

    const [again] = await run(unreadable(), reports);

    expect(again?.outcome).toBe("stands");
    expect(kept).toEqual(before);
  });

  it("after a run that stopped half-way goes on with the same bytes", async () => {
    const whole = memory();
    await run([record], whole.reports);
    const half = memory([...whole.kept].slice(0, 2));

    expect(await run([record], half.reports)).toMatchObject([{ outcome: "issued" }]);
    expect(half.kept).toEqual(whole.kept);
  });

  it("never writes over a part that would be otherwise", async () => {
    const { reports, kept } = memory([[`${issuedAt}/decisions.csv`, "something else"]]);

    await expect(run([record], reports)).rejects.toMatchObject({ name: "IssuedOtherwise" });
    expect(kept.get(`${issuedAt}/decisions.csv`)).toBe("something else");
    expect(kept.has(`${issuedAt}/issued.json`)).toBe(false);
  });

  it("gives the same bytes in whatever order the store gives the records", async () => {
    const other = received(aBasicDecision({ decisionId: "SFC-2026-003003" }), { at: "2026-09-02T09:00:00Z" });
    const [one, two] = [memory(), memory()];
    await run([record, other], one.reports);
    await run([other, record], two.reports);

    expect(two.kept).toEqual(one.kept);
  });

  it("leaves out a decision that cannot be read, says which, and says in the report that one is left out", async () => {
    const [whole, part] = [memory(), memory()];
    const unread: string[] = [];
    await run([record], whole.reports);
    await issueReports({
      all: async function* all() {
        yield { pk: "sf-centrum.SFC-2026-009999", record: undefined };
        yield { pk: "sf-centrum.SFC-2026-003002", record };
      },
      reports: part.reports,
      onUnreadable: ({ pk }) => unread.push(pk),
    })(asked);

    expect(unread).toEqual(["sf-centrum.SFC-2026-009999"]);
    expect(JSON.parse(part.kept.get(`${issuedAt}/issued.json`) ?? "")).toMatchObject({ leftOut: 1 });
    expect(JSON.parse(whole.kept.get(`${issuedAt}/issued.json`) ?? "")).not.toHaveProperty("leftOut");
    expect(part.kept.get(`${issuedAt}/decisions.csv`)).toBe(whole.kept.get(`${issuedAt}/decisions.csv`));
  });

  it("tells nobody's identity", async () => {
    const { reports, kept } = memory();
    await run([record], reports);
    const text = [...kept.values()].join("\n");

    expect(text).toContain("SFC-2026-003002");
    expect(text).not.toMatch(/18900118|9803|Sample|pseudonym/);
  });
});

function run(records: Iterable<CaseRecord | undefined>, reports: Reports): Promise<readonly Issued[]> {
  return issueReports({
    all: async function* all() {
      for (const one of records) yield { pk: one?.decisionId ?? "unreadable", record: one };
    },
    reports,
    onUnreadable: () => {},
  })(asked);
}

function* unreadable(): Generator<CaseRecord> {
  yield* [];
  throw new Error("an issued report reads no record");
}

function memory(written: readonly (readonly [string, string])[] = []) {
  const kept = new Map(written);
  const reports: Reports = {
    find: (key) => Promise.resolve(kept.get(key)),
    add: (key, { body }) => {
      if (kept.has(key)) return Promise.resolve(false);
      kept.set(key, body);
      return Promise.resolve(true);
    },
  };
  return { reports, kept };
}
