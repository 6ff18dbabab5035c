import { serialize, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { CaseRecord } from "@hemvist/casework";
import { modelInForceOn } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { followedUpUntil, progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision } from "../../test/support/a-decision.ts";
import { changed, quarter } from "../../test/support/a-delay.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { agenda } from "./agenda.ts";
import { equality } from "./equality.ts";
import { type Flat, type Fold, folded, folding, inOrderOf } from "./fold.ts";
import { needAndVolume } from "./need-and-volume.ts";
import { notCarriedOut } from "./not-carried-out.ts";
import { beginReport, reportNames } from "./reports.ts";

const decided = (decisionId: string) =>
  received(aBasicDecision({ decisionId }), { at: "2026-09-01T09:00:00Z" });

describe("a fold over records", () => {
  const ids: Fold<{ readonly id: string }, string> = {
    rowsOf: ({ decisionId }) => [{ id: `${decisionId}a` }, { id: `${decisionId}b` }],
    figuresOf: (rows) => rows.map(({ id }) => id).join(" "),
  };

  it("has the rows in the order of their decisions, and each decision's in its own", () => {
    expect(folded(ids, ["C", "A", "B"].map(decided))).toBe("Aa Ab Ba Bb Ca Cb");
  });

  it("has them by administration first", () => {
    const north = { ...decided("A"), administration: "sf-nordost" } as const;

    expect(folded(ids, [north, decided("B")])).toBe("Ba Bb Aa Ab");
  });

  it("can be asked while it is under way", () => {
    const under = folding(ids);
    under.add(decided("B"));
    expect(under.figures()).toBe("Ba Bb");
    under.add(decided("A"));
    expect(under.figures()).toBe("Aa Ab Ba Bb");
  });

  it("has rows of plain values only: one that holds a record does not compile", () => {
    const plain: IsFlat<{ readonly id: string; readonly days?: number }> = true;
    const holding: IsFlat<{ readonly record: CaseRecord }> = false;

    expect([plain, holding]).toEqual([true, false]);
  });
});

type IsFlat<Row> = Row extends Flat<Row> ? true : false;

describe("sorting by a text", () => {
  it("is by its characters' codes, and leaves those with the same text as they came", () => {
    const words = ["b1", "Ö1", "a1", "b2", "a2", "B1"];

    expect(inOrderOf(words, (word) => word.slice(0, 1))).toEqual(["B1", "a1", "a2", "b1", "b2", "Ö1"]);
  });
});

describe("what a report holds of a record", () => {
  const period = quarter("2026Q4");
  const scope = { municipality: goteborg, period, model: modelOf(period.to) };

  it("is not the record: all of them can be let go before it is issued", async () => {
    const reports = reportNames.map((name) => beginReport(name, { municipality: goteborg, period }));
    const added = addedTo(reports, 50);

    await new Promise(setImmediate);
    collectGarbage();

    expect(added.filter((record) => record.deref() !== undefined)).toHaveLength(0);
    expect(reports.map((report) => report.issue().files.length)).toEqual([3, 3, 5, 5, 5]);
  });

  it.each([
    ["need-and-volume", needAndVolume(scope)],
    ["not-carried-out", notCarriedOut(scope)],
    ["equality", equality(scope)],
    ["agenda", agenda(scope)],
  ])("is some hundred bytes a row, also of the largest that there can be: %s", (_report, { rowsOf }) => {
    const rows = rowsOf(twentyInterventions()).map((row) => serialize(row).byteLength);

    expect(rows.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...rows)).toBeLessThan(512);
  });
});

function addedTo(
  reports: readonly { add(record: CaseRecord): void }[],
  many: number,
): readonly WeakRef<CaseRecord>[] {
  return Array.from({ length: many }, (_, index) => {
    const record = decided(`SFC-2026-${index}`);
    for (const report of reports) report.add(record);
    return new WeakRef(record);
  });
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

/** As many as a decision can have, half of them rejected in October, and all followed up for a year. */
function twentyInterventions(): CaseRecord {
  const ids = Array.from({ length: 20 }, (_, index) => String(index + 1));
  const interventions = ids.map((interventionId) => ({
    interventionId,
    subArea: "social.networks" as const,
    from: "2026-09-07",
    to: "2027-09-06",
  }));
  const record = received(aBasicDecision({ interventions }), { at: "2026-09-01T09:00:00Z" });
  const answered = progressed(
    record,
    ...ids.slice(10).map((id) => changed("rejected", "2026-10-05T08:00:00Z", id)),
  );
  return followedUpUntil(answered, "2027-09-06T00:00:00Z");
}

function modelOf(day: string) {
  const model = modelInForceOn(goteborg, day);
  if (model === undefined) throw new Error("there is one");
  return model;
}
