import { createHash } from "node:crypto";
import { trialParty } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { concerning, followedUpUntil, received } from "../../test/support/a-case.ts";
import { aBasicDecision } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { beginReport, periodOf, type ReportName, reportNames, reportOn } from "./reports.ts";

const nameOfPeriod: Readonly<Record<ReportName, string>> = {
  "need-and-volume": "2026Q4",
  "week-40": "2026W40",
  "not-carried-out": "2026Q4",
  equality: "2026Q4",
  agenda: "2026-11",
};

function reported(
  report: ReportName,
  records = [received(aBasicDecision(), { at: "2026-09-01T09:00:00Z" })],
) {
  const period = periodOf(report, nameOfPeriod[report]);
  if (period === undefined) throw new Error("there is one");
  return reportOn(report, { municipality: goteborg, records, period });
}

describe("a report's files", () => {
  it.each([
    ["need-and-volume", ["tables.csv everyone text/csv", "tables.json everyone application/json"]],
    ["week-40", ["tables.csv everyone text/csv", "tables.json everyone application/json"]],
    [
      "not-carried-out",
      [
        "decisions.csv ivo-and-auditors text/csv",
        "decisions.json ivo-and-auditors application/json",
        "statistics.csv everyone text/csv",
        "statistics.json everyone application/json",
      ],
    ],
    [
      "equality",
      [
        "measures.csv everyone text/csv",
        "returned-by-rule.csv everyone text/csv",
        "equality.json everyone application/json",
        "equality.svg everyone image/svg+xml",
      ],
    ],
    [
      "agenda",
      [
        "operative-group.json operative-group application/json",
        "operative-group.md operative-group text/markdown",
        "sob.json everyone application/json",
        "sob.md everyone text/markdown",
      ],
    ],
  ] as const)("of %s say who may read them", (report, expected) => {
    const files = reported(report).files.map(
      ({ name, readers, mediaType }) => `${name} ${readers} ${mediaType.replace("; charset=utf-8", "")}`,
    );

    expect(files).toEqual([...expected, "issued.json everyone application/json"]);
  });

  it("are text in UTF-8", () => {
    const mediaTypes = reportNames.flatMap((name) => reported(name).files.map(({ mediaType }) => mediaType));

    expect(
      mediaTypes.filter((type) => type.startsWith("text/") && !type.endsWith("; charset=utf-8")),
    ).toEqual([]);
  });

  it("name no decision where everyone may read them", () => {
    const open = reportNames
      .flatMap((name) => reported(name).files)
      .filter(({ readers }) => readers === "everyone");

    expect(open.map(({ body }) => body).join()).not.toContain("SFC-2026");
  });

  it("hold what the records do", () => {
    const bodyOf = (report: ReportName, file: string, records?: Parameters<typeof reported>[1]) =>
      reported(report, records).files.find(({ name }) => name === file)?.body;
    const returned = [received(aBasicDecision({ interventions: [] }), { at: "2026-11-02T09:00:00Z" })];

    expect(bodyOf("not-carried-out", "decisions.csv")).toContain("SFC-2026-003002");
    expect(bodyOf("equality", "returned-by-rule.csv", returned)).toContain("returned-by-rule,city,total");
  });

  it("show everything to a test that hides nothing", () => {
    const period = periodOf("week-40", "2026W40");
    if (period === undefined) throw new Error("there is one");
    const { files } = reportOn("week-40", {
      municipality: goteborg,
      records: [],
      period,
      hides: () => new Set(),
    });

    expect(files[0]?.body).toContain("legal-basis,city,total,0,0");
  });

  it("are the same in whatever order the records come", () => {
    const records = ["SFC-2026-000003", "SFC-2026-000001", "SFC-2026-000002"].map((decisionId) =>
      received(aBasicDecision({ decisionId }), { at: "2026-09-01T09:00:00Z" }),
    );

    for (const name of reportNames)
      expect(reported(name, records.toReversed())).toEqual(reported(name, records));
  });
});

describe("hemvist's own trial decisions", () => {
  const own = received(aBasicDecision(), { at: "2026-09-01T09:00:00Z" });

  /** Enough persons that no figure is hidden: of each one decision that no provider answers, and one that was returned. */
  const twelveOf = (administration: string) =>
    Array.from({ length: 12 }, (_, index) => {
      const decision = aBasicDecision({ administration, decisionId: `PROV-${index}` });
      const record = received(decision, { at: "2026-09-01T09:00:00Z" });
      const empty = { ...decision, decisionId: `PROV-R-${index}`, interventions: [] };
      return [
        followedUpUntil(record, "2026-11-30T23:00:00Z"),
        received(empty, { at: "2026-11-02T09:00:00Z" }),
      ].map((each) => concerning(each, `person ${index}`));
    }).flat();

  it.each(reportNames)("change no byte of %s, where an administration's would", (name) => {
    const without = reported(name, [own]);

    expect(reported(name, [...twelveOf(trialParty), own])).toEqual(without);
    expect(reported(name, [...twelveOf("sf-nordost"), own])).not.toEqual(without);
  });
});

describe("what is issued with them", () => {
  it("says for which days, as it stood when, by which model, and of each file who may read it and its hash", () => {
    const { place, files } = reported("week-40");
    const manifest: unknown = JSON.parse(files.at(-1)?.body ?? "");

    expect(place).toBe("week-40/2026W40/2026-10-04T22:00:00Z");
    expect(manifest).toEqual({
      report: "week-40",
      period: { name: "2026W40", from: "2026-09-28", to: "2026-10-04" },
      instant: "2026-10-04T22:00:00Z",
      model: "goteborg-2025-07",
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      files: [
        {
          name: "tables.csv",
          mediaType: "text/csv; charset=utf-8",
          readers: "everyone",
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        expect.objectContaining({ name: "tables.json", readers: "everyone" }),
      ],
    });
  });

  it("has a hash of each file, and one of them all, by which they can be checked", () => {
    const { files } = reported("week-40");
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    const [csv, json] = files.map(({ body }) => sha256(body));

    expect(JSON.parse(files.at(-1)?.body ?? "")).toMatchObject({
      contentHash: sha256(`${csv}  tables.csv\n${json}  tables.json\n`),
      files: [{ sha256: csv }, { sha256: json }],
    });
  });

  it("is not where the city's own is, and says so in each file, if the records are made up", () => {
    const period = periodOf("week-40", "2026W40");
    if (period === undefined) throw new Error("there is one");
    const { place, files } = reportOn("week-40", {
      municipality: goteborg,
      records: [],
      period,
      isMadeUp: true,
    });

    expect(place).toBe("MADE-UP/week-40/2026W40/2026-10-04T22:00:00Z");
    expect(files.map(({ name }) => name)).toEqual([
      "MADE-UP-tables.csv",
      "MADE-UP-tables.json",
      "MADE-UP-issued.json",
    ]);
    for (const { body } of files) expect(body).toContain("MADE UP: counted from samples");
    expect(JSON.parse(files.at(-1)?.body ?? "").figures.files[0].name).toBe("MADE-UP-tables.csv");
  });

  it("says how many decisions could not be read, where there are any", () => {
    const period = periodOf("equality", "2026Q4");
    if (period === undefined) throw new Error("there is one");
    const last = (leftOut: number) =>
      JSON.parse(
        beginReport("equality", { municipality: goteborg, period }).issue(leftOut).files.at(-1)?.body ?? "",
      );

    expect(last(3)).toMatchObject({ leftOut: 3 });
    expect(last(0)).not.toHaveProperty("leftOut");
  });
});

describe("the period that a report can be asked for", () => {
  it.each([
    ["need-and-volume", "2026Q4", "2026-12-31"],
    ["not-carried-out", "2026Q1", "2026-03-31"],
    ["equality", "2026Q2", "2026-06-30"],
    ["week-40", "2026W40", "2026-10-04"],
    ["agenda", "2026-02", "2026-02-28"],
  ] as const)("of %s is such as %s, up to and including %s", (report, name, to) => {
    expect(periodOf(report, name)?.to).toBe(to);
  });

  it.each([
    ["need-and-volume", "2026-11"],
    ["equality", "2026W40"],
    ["week-40", "2026W41"],
    ["week-40", "2026Q4"],
    ["agenda", "2026Q4"],
  ] as const)("of %s is not %s", (report, name) => {
    expect(periodOf(report, name)).toBeUndefined();
  });

  it("is not from before there was a model", () => {
    const period = periodOf("equality", "2023Q4");
    if (period === undefined) throw new Error("there is one");

    expect(() => reportOn("equality", { municipality: goteborg, records: [], period })).toThrow(
      "No model was in force on 2023-12-31",
    );
  });
});
