import type { CaseRecord } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aBasicDecision } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { type Issued, issueReports, type Reports, standsIn } from "./issue-reports.ts";
import { wanted } from "./wanted.ts";

const asked = [wanted("not-carried-out", { period: "2026Q4", at: "2027-01-04T05:00:00Z" })];
const record = received(aBasicDecision(), { at: "2026-09-01T09:00:00Z" });
const issuedAt = "not-carried-out/2026Q4/2026-12-31T23:00:00Z";

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
      municipality: goteborg,
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

  it("reads each record once, for all the reports that it issues", async () => {
    const { reports, kept } = memory();
    let reads = 0;
    await issueReports({
      municipality: goteborg,
      all: async function* all() {
        reads += 1;
        yield { pk: record.decisionId, record };
      },
      reports,
      onUnreadable: () => {},
    })([...asked, wanted("equality", { period: "2026Q4", at: "2027-01-04T05:00:00Z" })]);

    expect(reads).toBe(1);
    expect([...kept.keys()].filter((key) => key.endsWith("issued.json"))).toHaveLength(2);
  });

  it("lets a report that cannot be written hold up no other", async () => {
    const { reports, kept } = memory([[`${issuedAt}/decisions.csv`, "something else"]]);
    const both = [...asked, wanted("equality", { period: "2026Q4", at: "2027-01-04T05:00:00Z" })];

    await expect(run([record], reports, both)).rejects.toMatchObject({ name: "IssuedOtherwise" });
    expect(kept.has("equality/2026Q4/2026-12-31T23:00:00Z/issued.json")).toBe(true);
  });

  it("is done when what it is made of is there", async () => {
    const { reports } = memory();
    const [one] = asked;
    if (one === undefined) throw new Error("there is one");

    expect(await standsIn(reports)(one)).toBe(false);
    await run([record], reports);
    expect(await standsIn(reports)(one)).toBe(true);
  });

  it("shows no person's identity", async () => {
    const { reports, kept } = memory();
    await run([record], reports);
    const text = [...kept.values()].join("\n");

    expect(text).toContain("SFC-2026-003002");
    expect(text).not.toMatch(/18900118|9803|Sample|pseudonym/);
  });
});

function run(
  records: Iterable<CaseRecord | undefined>,
  reports: Reports,
  wanted = asked,
): Promise<readonly Issued[]> {
  return issueReports({
    municipality: goteborg,
    all: async function* all() {
      for (const one of records) yield { pk: one?.decisionId ?? "unreadable", record: one };
    },
    reports,
    onUnreadable: () => {},
  })(wanted);
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
