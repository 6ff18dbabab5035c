import { describe, expect, it } from "vitest";
import { aProposal, aReport, progressed, received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { CaseRecord } from "./case-record.ts";
import { propose } from "./propose.ts";
import { reportProgress } from "./report-progress.ts";
import { roomFor } from "./room.ts";

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

describe("the room of a decision", () => {
  it("is SF's to the end, and what ends an assignment finds some when nothing else of a provider does", () => {
    const goesOn = [roomFor("proposal"), roomFor("in-progress"), roomFor("on-hold"), roomFor("accepted")];
    const ends = [roomFor("withdrawal"), roomFor("completed"), roomFor("failed"), roomFor("rejected")];

    expect(new Set(goesOn)).toEqual(new Set([0.8]));
    expect(new Set(ends)).toEqual(new Set([0.85]));
  });
});

describe("an SF that sends returned revisions again and again", () => {
  const returned = (record: CaseRecord, number: number): CaseRecord =>
    received(aDecision({ revision: 2, caseNumber: `2026-${number}`, validTo: undefined }), {
      after: record,
      at: after(number),
    });
  const facts = ({ history }: CaseRecord) => history.filter(({ what }) => what === "revision-returned");

  it("gets an answer to each, and the decision keeps the first 200 facts and the newest content", () => {
    let record = begun();
    for (let number = 1; number <= 205; number += 1) {
      record = returned(record, number);
      expect(record.outbox.map(({ event }) => event.type)).toEqual([
        expect.stringContaining("decision.returned"),
      ]);
    }

    expect(facts(record)).toHaveLength(200);
    expect(record.returned?.decision.caseNumber).toBe("2026-205");
    expect(revoked(record).standing?.decision.revocation?.reason).toBe("person-died");
  });
});
