import { describe, expect, it } from "vitest";
import { aProposal, aReport, progressed, received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention, aWorkPlan } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { CaseRecord } from "./case-record.ts";
import { propose } from "./propose.ts";
import { reportProgress } from "./report-progress.ts";
import { isLarge } from "./room.ts";

const day = 86_400_000;
const assignmentId = "sf-centrum.SFC-2026-004711.1";
/** An instant some minutes and days after the assignment began. */
const after = (minutes: number, days = 0): string =>
  new Date(Date.parse("2026-11-10T08:00:00Z") + minutes * 60_000 + days * day)
    .toISOString()
    .replace(".000", "");
const begun = () => progressed(received(), aReport("accepted"), aReport("in-progress"));

interface Said {
  readonly record: CaseRecord;
  readonly refusals: readonly object[];
}

/** What comes of something said again and again, each time with a fresh id. */
function again(
  times: number,
  say: (record: CaseRecord, time: number) => ReturnType<typeof propose> | ReturnType<typeof reportProgress>,
  record = begun(),
): Said {
  const refusals: object[] = [];
  let current = record;
  for (let time = 0; time < times; time += 1) {
    const said = say(current, time);
    if (said.kind === "refused") refusals.push(said.refusal);
    else current = said.record;
  }
  return { record: current, refusals };
}

const proposing = (atOf: (time: number) => string) => (record: CaseRecord, time: number) => {
  const at = atOf(time);
  return propose(record, aProposal({ proposalId: `prop-${time}`, madeAt: at }), {
    cause: { municipality: goteborg, at, causationId: `prop-${time}` },
  });
};

const reporting = (status: "in-progress" | "completed", at: string) => (record: CaseRecord, time: number) => {
  const next = record.assignments[0]?.status === "in-progress" ? "on-hold" : "in-progress";
  const report = aReport(status === "completed" ? status : next, {
    progressId: `p-${time}-${at}`,
    occurredAt: at,
  });
  return reportProgress(record, report, { cause: { municipality: goteborg, at, causationId: `p-${time}` } });
};

const revoked = (record: CaseRecord, on = "2026-12-01"): CaseRecord =>
  received(aDecision({ revision: 2, revocation: { on, reason: "person-died" } }), {
    after: record,
    at: `${on}T09:00:00Z`,
  });

/** As large as this, in characters of JSON: what it holds more of says nothing. */
const padded = (record: CaseRecord, to: number): CaseRecord => {
  const entry = {
    what: "assignment-amended",
    assignmentId,
    provider: "kompetenscenter",
    version: 3,
    at: after(0),
    by: "sf-centrum",
  } as const;
  const missing = to - JSON.stringify(record).length;
  const entries = Array.from(
    { length: Math.ceil(missing / (JSON.stringify(entry).length + 1)) },
    () => entry,
  );
  return { ...record, history: [...record.history, ...entries] };
};

describe("what a provider says again and again", () => {
  it("is refused after five proposals a day, and SF's revision is not", () => {
    const { record, refusals } = again(
      692,
      proposing((time) => after(time)),
    );

    expect(record.proposals).toHaveLength(5);
    expect(refusals).toHaveLength(687);
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal)))).toEqual(
      new Set(['{"why":"too-many","within":"day","most":5}']),
    );
    expect(revoked(record).standing?.decision.revocation?.reason).toBe("person-died");
  });

  it("is taken again the next day, and not after fifty proposals in all", () => {
    const { record, refusals } = again(
      692,
      proposing((time) => after(time % 4, Math.floor(time / 4))),
    );

    expect(record.proposals).toHaveLength(50);
    expect(refusals.at(-1)).toEqual({ why: "too-many", within: "assignment", most: 50 });
  });

  it("is taken again as soon as the oldest of the day is 24 hours old", () => {
    const { record } = again(
      5,
      proposing((time) => after(time)),
    );
    const oneMore = (at: string) => proposing(() => at)(record, 5).kind;

    expect(oneMore(after(-1, 1))).toBe("refused");
    expect(oneMore(after(0, 1))).toBe("recorded");
  });

  it("is refused after twenty reports a day, but for the one that ends the assignment", () => {
    const { record, refusals } = again(40, reporting("in-progress", after(0)));
    const ended = again(1, reporting("completed", after(1)), record);

    expect(refusals).toHaveLength(20);
    expect(refusals[0]).toEqual({ why: "too-many", within: "day", most: 20 });
    expect(ended).toMatchObject({ refusals: [] });
    expect(ended.record.assignments[0]?.status).toBe("completed");
  });

  it("leaves another assignment, and another provider of the same one, as free as they were", () => {
    const { record } = again(20, reporting("in-progress", after(0)));
    const other = aReport("received", { progressId: "other", assignmentId: assignmentId.replace(/1$/, "2") });
    const moved = {
      ...record,
      assignments: record.assignments.map((one) => ({ ...one, provider: "arbetsmarknadsanstallning" })),
    };
    const cause = { municipality: goteborg, at: after(2), causationId: "other" };

    expect(reportProgress(record, { ...other, occurredAt: after(1) }, { cause }).kind).toBe("recorded");
    expect(again(1, reporting("in-progress", after(3)), moved).refusals).toEqual([]);
  });

  it("that is the same message is known, however often it comes", () => {
    const { record } = again(20, reporting("in-progress", after(0)));
    const last = record.history.findLast((entry) => entry.what === "progress-reported");
    const { what: _what, version: _version, at: _at, by: _by, ...report } = last as NonNullable<typeof last>;

    expect(
      reportProgress(record, report, {
        cause: { municipality: goteborg, at: after(5), causationId: "p" },
      }).kind,
    ).toBe("known");
  });
});

describe("a decision that is nearly full", () => {
  it.each([
    ["at 159,000 characters takes all", 159_000, [], []],
    ["at 165,000 takes what ends an assignment only", 165_000, [{ why: "no-room" }], []],
    ["at 190,000 takes nothing of a provider", 190_000, [{ why: "no-room" }], [{ why: "no-room" }]],
  ])("%s", (_what, size, goesOn, ends) => {
    const full = padded(begun(), size);

    expect(
      again(
        1,
        proposing(() => after(0)),
        full,
      ).refusals,
    ).toEqual(goesOn);
    expect(again(1, reporting("in-progress", after(0)), full).refusals).toEqual(goesOn);
    expect(again(1, reporting("completed", after(0)), full).refusals).toEqual(ends);
  });

  it("has room for SF: years of revisions, a mark of protected identity and a revocation", () => {
    const interventions = Array.from({ length: 20 }, (_, index) =>
      anIntervention({ interventionId: String(index + 1) }),
    );
    const revision = (number: number, more: object = {}) =>
      aDecision({
        revision: number,
        interventions,
        workPlan: aWorkPlan({ nextFollowUpOn: `2027-0${1 + (number % 6)}-15` }),
        ...more,
      });
    let record = padded(received(revision(1)), 185_000);
    for (let number = 2; number <= 24; number += 1)
      record = received(revision(number), { after: record, at: after(0, number) });
    const person = { protectedIdentity: true, reference: "REF-1" } as const;
    record = received(revision(25, { person }), { after: record, at: after(0, 25) });
    const revocation = { on: "2026-12-15", reason: "person-died" } as const;
    record = received(revision(26, { person, revocation }), { after: record, at: "2026-12-15T09:00:00Z" });

    expect(record.standing?.decision.revocation?.reason).toBe("person-died");
    expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThan(400 * 1024);
  });

  it("raises an alarm long before", () => {
    expect(isLarge(begun())).toBe(false);
    expect(isLarge(padded(begun(), 79_000))).toBe(false);
    expect(isLarge(padded(begun(), 81_000))).toBe(true);
  });
});
