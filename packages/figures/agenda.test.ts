import type { CaseRecord } from "@hemvist/casework";
import { modelInForceOn } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { aReport, concerning, followedUpUntil, progressed, received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { agenda } from "./agenda.ts";
import { operativeAgenda, sobAgenda } from "./agenda-markdown.ts";
import { folded } from "./fold.ts";
import { monthNamed } from "./report-period.ts";

/** Followed up each time something is due, until an instant. */
const until = (instant: string, record = received()) => followedUpUntil(record, instant);

const november = monthNamed("2026-11");
const model = modelInForceOn(goteborg, "2026-11-30");
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
    expect(
      operativeAgenda({ operativeGroup, sob: { counts: [] } }, { period: november, municipality: goteborg }),
    ).toContain("| Centrum | SFC-2026-004711 | insats 1 | 2026-11-03 | öppet |");
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
    expect(operativeAgenda(gathered, { period: december, municipality: goteborg })).toContain(
      "Inget har lyfts till gruppen under perioden.",
    );
  });
});

describe("what an agenda has of a month", () => {
  type Entry = CaseRecord["history"][number];
  const assignment = "sf-centrum.SFC-2026-004711.1";

  /** The notices about one thing. */
  const told = (changes: Partial<Extract<Entry, { what: "follow-up-told" }>> = {}): Entry => ({
    what: "follow-up-told",
    kind: "not-answered",
    about: assignment,
    occurrence: "2026-11-05",
    level: "operative-group",
    version: 2,
    at: "2026-11-10T08:00:00Z",
    by: "hemvist",
    ...changes,
  });

  /** That its reason was gone. */
  const gone = (changes: Partial<Extract<Entry, { what: "follow-up-ended" }>> = {}): Entry => ({
    what: "follow-up-ended",
    kind: "not-answered",
    about: assignment,
    occurrence: "2026-11-05",
    version: 3,
    at: "2026-11-12T08:00:00Z",
    by: "hemvist",
    ...changes,
  });

  const itemsOf = (...history: readonly Entry[]) =>
    agendaOf([{ ...received(), history: [...received().history, ...history] }]).operativeGroup;

  it("is which decision and what of it, when it fell due and when the group was notified", () => {
    expect(itemsOf(told())).toEqual([
      {
        kind: "not-answered",
        administration: "sf-centrum",
        decisionId: "SFC-2026-004711",
        about: assignment,
        dueOn: "2026-11-05",
        toldAt: "2026-11-10T08:00:00Z",
        settled: false,
      },
    ]);
  });

  it.each([
    ["the month's first instant", "2026-10-31T23:00:00Z", 1],
    ["the instant before it", "2026-10-31T22:59:59Z", 0],
    ["the month's last instant", "2026-11-30T22:59:59Z", 1],
    ["the instant after it", "2026-11-30T23:00:00Z", 0],
  ])("is what the group was notified of in the month: at %s", (_when, at, items) => {
    expect(itemsOf(told({ at }))).toHaveLength(items);
  });

  it.each([
    ["provider", 0],
    ["sf", 0],
    ["operative-group", 1],
    ["sob", 0],
  ] as const)("is only what has climbed to the group: a notice to %s", (level, items) => {
    expect(itemsOf(told({ level }))).toHaveLength(items);
  });

  it("is for SoB only what has climbed to SoB", () => {
    const records = Array.from({ length: 5 }, (_, index) =>
      concerning({ ...received(), history: [told()] }, String(index)),
    );

    expect(agendaOf(records).sob.counts.filter(({ count }) => count !== undefined)).toEqual([]);
  });

  it("holds no notice to a provider or an SF", () => {
    const history = [told({ level: "provider" }), told({ level: "sf" }), gone()];

    expect(agenda(scope).rowsOf({ ...received(), history })).toEqual([]);
  });

  it("has each due day of one thing by itself, and a repeated notice once, as it last went out", () => {
    const again = told({ at: "2026-11-20T08:00:00Z" });
    const next = told({ occurrence: "2026-11-19", at: "2026-11-24T08:00:00Z" });

    expect(itemsOf(told(), again, next).map(({ dueOn, toldAt }) => [dueOn, toldAt])).toEqual([
      ["2026-11-05", "2026-11-20T08:00:00Z"],
      ["2026-11-19", "2026-11-24T08:00:00Z"],
    ]);
  });

  it.each([
    ["its reason was gone after the notice", gone(), true],
    ["its reason was gone at the same time", gone({ at: "2026-11-10T08:00:00Z" }), true],
    ["its reason was gone before the notice", gone({ at: "2026-11-10T07:59:59Z" }), false],
    ["another thing's reason was gone", gone({ about: "decision" }), false],
    ["another kind's reason was gone", gone({ kind: "not-started" }), false],
    ["its reason was gone after the month", gone({ at: "2026-12-01T08:00:00Z" }), false],
  ])("is settled or not: %s", (_what, entry, settled) => {
    expect(itemsOf(told(), entry).map((item) => item.settled)).toEqual([settled]);
  });

  it("stands by kind, administration, due day and assignment", () => {
    const shuffled = [
      told({ kind: "not-started" }),
      told({ about: `${assignment}9` }),
      told({ occurrence: "2026-11-04", about: `${assignment}9` }),
      told(),
    ];
    const record = { ...received(), history: shuffled };
    const north = { ...record, administration: "sf-nordost" } as const;

    expect(
      agendaOf([north, record]).operativeGroup.map(({ kind, administration, dueOn, about }) =>
        [kind, administration, dueOn.slice(-2), about.slice(-2)].join(" "),
      ),
    ).toEqual([
      "not-answered sf-centrum 04 19",
      "not-answered sf-centrum 05 .1",
      "not-answered sf-centrum 05 19",
      "not-answered sf-nordost 04 19",
      "not-answered sf-nordost 05 .1",
      "not-answered sf-nordost 05 19",
      "not-started sf-centrum 05 .1",
      "not-started sf-nordost 05 .1",
    ]);
  });

  it("concerns whom it concerned then", () => {
    const records = Array.from({ length: 5 }, (_, index) => ({
      ...received(aDecision({ decisionId: `SFC-2026-30000${index}` })),
      history: [told({ level: "sob" })],
      stood: [{ since: "2026-11-02T09:00:00Z", personKey: "one and the same" }],
      personKey: `since then ${index}`,
    }));

    expect(agendaOf(records).sob.counts.filter(({ count }) => count !== undefined)).toEqual([]);
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

  it("counts a repeated notice once", () => {
    const again = cases(5, String).map((record) => ({
      ...record,
      history: record.history.flatMap((entry) =>
        entry.what === "follow-up-told" && entry.level === "sob"
          ? [entry, { ...entry, at: "2026-11-29T08:00:00Z" }]
          : [entry],
      ),
    }));

    expect(agendaOf(again).sob.counts).toEqual([
      { kind: "not-acknowledged", count: 10, people: 5 },
      ...agendaOf([]).sob.counts.slice(1),
    ]);
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

  it.each([
    ["2026-06-30", undefined],
    ["2026-07-01", "2026-07-01"],
  ])("has it from its day on: in a period to %s", (to, expected) => {
    expect(agendaOf([], { ...scope, period: { ...november, to } }).sob.modelReviewDueOn).toBe(expected);
  });

  it("does not have it before it is", () => {
    const june = monthNamed("2026-06");
    if (june === undefined) throw new Error("there is one");

    expect(agendaOf([], { ...scope, period: june }).sob.modelReviewDueOn).toBeUndefined();
  });
});
