import { describe, expect, it } from "vitest";
import { anAccess } from "../../test/support/an-access.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { accessCheck } from "./access-check.ts";
import { accessReport } from "./access-report.ts";
import { lastWeeks, weekNamed } from "./report-period.ts";

const logged = (many: number, change: Parameters<typeof anAccess>[0] = {}) =>
  Array.from({ length: many }, (_, index) => ({
    ...anAccess({ at: `2026-11-24T09:00:${String(index % 60).padStart(2, "0")}Z`, ...change }),
    entry: `${change.party ?? "sf-centrum"}/3/${index + 1}`,
  }));

const former = (...weeks: readonly number[]) => new Map([["sf-centrum", weeks]]);

describe("the check of the access log", () => {
  it.each([
    ["as many as in the busiest week", 40, [10, 40, 0], false],
    ["half as many again, to the access", 60, [10, 40, 0], false],
    ["more than that", 61, [10, 40, 0], true],
    ["more than that, and few", 19, [10, 2], false],
    ["many, in a party's first week", 5000, [0, 0], false],
  ])("%s: unusual is judged by the party's own weeks", (_what, many, weeks, isUnusual) => {
    const { parties } = accessCheck({ accesses: logged(many), faults: [], former: former(...weeks) });

    expect(parties).toMatchObject([{ party: "sf-centrum", accesses: many, isUnusual }]);
  });

  it("names the entry and the pseudonym of each protected person that was shown", () => {
    const change = { persons: ["one", "other"], protectedPersons: ["other"] };
    const { protectedSeen } = accessCheck({ accesses: logged(1, change), faults: [], former: former() });

    expect(protectedSeen).toEqual([
      { entry: "sf-centrum/3/1", party: "sf-centrum", act: "read-decision", person: "other" },
    ]);
  });

  it("names each look that showed nothing, and each operator's view, by its entry", () => {
    const accesses = [
      ...logged(1, { persons: [], shown: 0 }),
      ...logged(1, { party: "operations", operator: "AROA:anna", act: "view" }),
    ];
    const { parties, byOperators } = accessCheck({ accesses, faults: [], former: former() });

    expect(parties.map(({ party, showedNothing }) => [party, showedNothing])).toEqual([
      ["operations", []],
      ["sf-centrum", ["sf-centrum/3/1"]],
    ]);
    expect(byOperators).toEqual(["operations/3/1"]);
  });

  it("counts persons once, and searches apart", () => {
    const accesses = [...logged(3), ...logged(2, { act: "search-person", persons: ["another"] })];

    expect(accessCheck({ accesses, faults: [], former: former() }).parties).toMatchObject([
      { accesses: 5, searches: 2, persons: 2 },
    ]);
  });
});

describe("the report of the check", () => {
  const period = weekNamed("2026W48");
  const report = (changed: Partial<Parameters<typeof accessReport>[0]> = {}) =>
    accessReport({
      municipality: goteborg,
      period: period ?? expect.fail("no week"),
      accesses: logged(2, { purpose: "Anna Svensson", operator: "AROA:anna", protectedPersons: ["p"] }),
      faults: [],
      former: former(1, 2),
      heads: [{ chain: "sf-centrum/3", sequence: 2, hash: "0".repeat(64) }],
      ...changed,
    });

  it("is for the person who answers for it, and says whether the log is untouched", () => {
    const { place, files } = report();

    expect(place).toBe("access/2026W48/2026-11-29T23:00:00Z");
    expect(files.map(({ name }) => name)).toEqual(["check.md", "check.json", "issued.json"]);
    expect(files.slice(0, 2).map(({ readers }) => readers)).toEqual(["access-auditor", "access-auditor"]);
    expect(files[0]?.body).toContain("Ja. Inget är ändrat, flyttat eller borttaget.");
    const fault = { kind: "missing", chain: "sf-centrum/3", sequence: 2, upTo: 5 };
    expect(report({ faults: [fault] }).files[0]?.body).toContain("- sf-centrum/3, post 2 till 5: saknas");
  });

  it("holds pseudonyms and entries, and no purpose and no operator's name", () => {
    const text = report()
      .files.map(({ body }) => body)
      .join();

    expect(text).toContain("sf-centrum/3/1");
    expect(text).not.toMatch(/Svensson|AROA|SFC-2026/);
  });

  it("says in the text when there are more than a person looks through", () => {
    const { files } = report({ accesses: logged(60, { shown: 0 }) });

    expect(files[0]?.body).toContain("- … 10 till, se `check.json`");
    expect(files[1]?.body).toContain("sf-centrum/3/60");
  });
});

describe("the weeks that are over", () => {
  it.each([
    ["2026-11-30T05:00:00Z", ["2026W48", "2026W47"]],
    ["2026-12-03T05:00:00Z", ["2026W48", "2026W47"]],
    ["2027-01-04T05:00:00Z", ["2026W53", "2026W52"]],
    ["2025-01-06T05:00:00Z", ["2025W01", "2024W52"]],
  ])("at %s are %j", (at, names) => {
    const weeks = lastWeeks(at, 2);

    expect(weeks.map(({ name }) => name)).toEqual(names);
    for (const week of weeks) expect(weekNamed(week.name)).toEqual(week);
  });
});
