import type { CaseRecord } from "@hemvist/casework";
import { modelInForceOn } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { aReport, concerning, followedUp, progressed, received } from "../../test/support/a-case.ts";
import { agenda } from "./agenda.ts";
import { operativeAgenda, sobAgenda } from "./agenda-markdown.ts";
import { folded } from "./fold.ts";
import { monthNamed } from "./report-period.ts";

/** Followed up each time something is due, until an instant. */
const until = (instant: string, record = received()) => {
  let current = record;
  while (current.dueAt !== undefined && current.dueAt < instant) current = followedUp(current, current.dueAt);
  return current;
};

const november = monthNamed("2026-11");
const model = modelInForceOn("2026-11-30");
if (november === undefined || model === undefined) throw new Error("there are both");
const scope = { period: november, model };
const agendaOf = (records: readonly CaseRecord[], within = scope) => folded(agenda(within), records);
const unanswered = until("2026-11-30T00:00:00Z");

describe("the operative collaboration group's agenda", () => {
  it("has what climbed to it in the month, once, by decision and not by person", () => {
    const { operativeGroup } = agendaOf([unanswered]);

    expect(operativeGroup).toEqual([
      expect.objectContaining({
        kind: "not-acknowledged",
        about: "sf-centrum.SFC-2026-004711.1",
        settled: false,
      }),
      expect.objectContaining({
        kind: "not-acknowledged",
        about: "sf-centrum.SFC-2026-004711.2",
        settled: false,
      }),
    ]);
    expect(operativeAgenda({ operativeGroup, sob: { counts: [] } }, november)).toContain(
      "| Centrum | SFC-2026-004711 | insats 1 | 2026-11-03 | öppet |",
    );
  });

  it("says what has been settled since", () => {
    const answered = progressed(unanswered, aReport("received", { occurredAt: "2026-11-30T08:00:00Z" }));

    expect(agendaOf([answered]).operativeGroup.map(({ settled }) => settled)).toEqual([true, false]);
  });

  it("has nothing of another month", () => {
    const december = monthNamed("2026-12");
    if (december === undefined) throw new Error("there is one");
    const gathered = agendaOf([received()], { ...scope, period: december });

    expect(gathered.operativeGroup).toEqual([]);
    expect(operativeAgenda(gathered, december)).toContain("Inget har lyfts till gruppen under perioden.");
  });
});

describe("SoB's agenda", () => {
  const cases = (count: number, personOf: (index: number) => string) =>
    Array.from({ length: count }, (_, index) =>
      concerning({ ...unanswered, decisionId: `SFC-2026-20000${index}` }, personOf(index)),
    );

  it.each([
    ["two cases of one person", cases(2, () => "one"), "| Inte kvitterat | .. | färre än 5 |"],
    ["three cases of one person", cases(3, () => "one"), "| Inte kvitterat | .. | färre än 5 |"],
    ["four persons' cases", cases(4, String), "| Inte kvitterat | .. | färre än 5 |"],
    ["five persons' cases", cases(5, String), "| Inte kvitterat | 10 | 5 |"],
  ])("of %s, with two assignments each, counts persons, and names no decision", (_of, records, line) => {
    const text = sobAgenda(agendaOf(records), november);

    expect(text).toContain(line);
    expect(text).not.toContain("SFC-");
  });

  it("has each kind that can come there, so that none of a kind looks like four", () => {
    const none = agendaOf([]).sob.counts;

    expect(none).toEqual(
      [
        "not-acknowledged",
        "not-answered",
        "not-started",
        "not-resumed",
        "proposal-unanswered",
        "revision-expected",
      ].map((kind) => ({ kind })),
    );
    expect(agendaOf(cases(4, String)).sob.counts).toEqual(none);
  });

  it("says in Swedish what it holds, and that small counts are not shown", () => {
    expect(
      sobAgenda(agendaOf([], { ...scope, period: november }), november)
        .split("\n")
        .slice(0, 14),
    ).toEqual([
      "# Ärenden till Samordnings- och beredningsgruppen (SoB)",
      "",
      "Period: 2026-11-01 till 2026-11-30. Endast antal. Där personerna är färre än 5, eller ingen, står det inte hur många.",
      "",
      "## Lyft från operativ nivå",
      "",
      "| Slag | Ärenden | Personer |",
      "| --- | --- | --- |",
      "| Inte kvitterat | .. | färre än 5 |",
      "| Inte besvarat | .. | färre än 5 |",
      "| Inte påbörjat | .. | färre än 5 |",
      "| Inte återupptaget | .. | färre än 5 |",
      "| Obesvarat förslag | .. | färre än 5 |",
      "| Väntar på nytt beslut | .. | färre än 5 |",
    ]);
  });

  it("counts what has been told again once", () => {
    const again = cases(5, String).map((record) => ({
      ...record,
      history: record.history.flatMap((entry) =>
        entry.what === "follow-up-told" && entry.level === "sob"
          ? [entry, { ...entry, at: "2026-11-29T08:00:00Z" }]
          : [entry],
      ),
    }));

    expect(agendaOf(again).sob.counts[0]).toEqual({ kind: "not-acknowledged", count: 10, people: 5 });
  });

  it("has a kind that did not come there before, from five persons on", () => {
    const told = (count: number) =>
      cases(count, String).map((record) => ({
        ...record,
        history: record.history.map((entry) =>
          entry.what === "follow-up-told" && entry.kind === "not-acknowledged"
            ? { ...entry, kind: "gap-ahead" as const }
            : entry,
        ),
      }));
    const kinds = (count: number) => agendaOf(told(count)).sob.counts.map(({ kind }) => kind);

    expect(kinds(5)).toContain("gap-ahead");
    expect(kinds(4)).not.toContain("gap-ahead");
  });

  it("has the yearly review of the model when it is overdue", () => {
    expect(agendaOf([]).sob.modelReviewDueOn).toBe("2026-07-01");
    expect(sobAgenda(agendaOf([]), november)).toContain("därefter ska översyn ske årligen");
  });

  it("does not have it before it is", () => {
    const june = monthNamed("2026-06");
    if (june === undefined) throw new Error("there is one");

    expect(agendaOf([], { ...scope, period: june }).sob.modelReviewDueOn).toBeUndefined();
  });
});
