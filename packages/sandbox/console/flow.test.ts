import { describe, expect, it } from "vitest";
import { aReport, monday, progressed, received } from "../../../test/support/a-case.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { dueOf } from "./due.ts";
import { flowOf, quantile } from "./flow.ts";
import { lifeOf } from "./life.ts";

/** Two assignments; the provider has begun the first. */
const begun = progressed(
  received(),
  aReport("received", { occurredAt: "2026-11-03T09:00:00Z" }),
  aReport("accepted", { occurredAt: "2026-11-04T09:00:00Z" }),
  aReport("in-progress", { occurredAt: "2026-11-09T09:00:00Z" }),
);
const now = "2026-11-10T09:00:00Z";
const [first = "", second = ""] = begun.assignments.map(({ assignmentId }) => assignmentId);

describe("the flow", () => {
  const { steps, times, soFar, latest } = flowOf({
    records: [begun],
    deliveredAt: new Map([
      [first, "2026-11-02T09:00:05Z"],
      [second, "2026-11-02T09:00:05Z"],
    ]),
    now,
    municipality: goteborg,
  });

  it("counts how far decisions and assignments have come", () => {
    expect(Object.fromEntries(steps.map(({ name, count }) => [name, count]))).toEqual({
      Mottagna: 1,
      Fördelade: 1,
      Återlämnade: 0,
      Beställda: 2,
      Överlämnade: 2,
      Kvitterade: 1,
      Antagna: 1,
      Påbörjade: 1,
      Avslutade: 0,
      Avböjda: 0,
      Avbeställda: 0,
    });
  });

  it("says how long each step takes", () => {
    expect(times.map(({ count, medianMs }) => [count, medianMs / 1000])).toEqual([
      [2, 5],
      [1, 24 * 3600 - 5],
      [1, 24 * 3600],
      [1, 5 * 24 * 3600],
      [0, 0],
    ]);
  });

  it("counts what has come so far, from nothing until now", () => {
    const at = (instant: string): number => Date.parse(instant) / 1000;

    expect(soFar[2]?.points).toEqual([
      [at(monday) - 1, 0],
      [at("2026-11-09T09:00:00Z"), 1],
      [at(now), 1],
    ]);
  });

  it("has the newest happening first, without a name or a number of the person", () => {
    expect(latest[0]).toMatchObject({ text: "Praktik: pågår", by: "Kompetenscenter" });
    expect(JSON.stringify(latest)).not.toMatch(/18900118|Sample/);
  });
});

describe("a quantile", () => {
  it.each([
    [0.5, [], 0],
    [0.5, [3], 3],
    [0.5, [1, 2, 3, 4], 2],
    [0.9, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9],
  ])("%d of %j", (part, sorted, expected) => {
    expect(quantile(sorted, part)).toBe(expected);
  });
});

describe("one decision's life", () => {
  it("has each status of an assignment with its time, until now", () => {
    const [assignment] = lifeOf(begun, now, goteborg).assignments;

    expect(assignment?.spells.map(({ status, from, to }) => [status, from, to])).toEqual([
      ["beställt", monday, "2026-11-03T09:00:00Z"],
      ["kvitterat", "2026-11-03T09:00:00Z", "2026-11-04T09:00:00Z"],
      ["antaget", "2026-11-04T09:00:00Z", "2026-11-09T09:00:00Z"],
      ["pågår", "2026-11-09T09:00:00Z", now],
    ]);
  });

  it("never shows who the person is", () => {
    expect(JSON.stringify(lifeOf(begun, now, goteborg))).not.toMatch(/18900118|Sample|88231/);
  });
});

describe("what is due", () => {
  it("has the working day of each notice, and whom it notifies", () => {
    const due = dueOf(received(), { today: "2026-11-02", municipality: goteborg });

    expect(due.filter(({ kind }) => kind === "Inte kvitterat")).toMatchObject([
      { on: "2026-11-03", notifies: "utföraren", step: 1, isLate: false },
      { on: "2026-11-03", notifies: "utföraren", step: 1, isLate: false },
    ]);
  });
});
