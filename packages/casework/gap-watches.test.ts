import { describe, expect, it } from "vitest";
import { aReport, followedUpUntil, heardAt, progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision, anIntervention } from "../../test/support/a-decision.ts";
import type { Assignment } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import { gapsIn } from "./gap-watches.ts";

type Planned = Pick<Assignment, "assignmentId" | "from" | "to" | "status" | "statusAt">;
const from = (start: string, to: string, changes: Partial<Assignment> = {}): Planned => ({
  status: "requested",
  statusAt: "2026-11-02T09:00:00Z",
  assignmentId: `${start}/${to}`,
  from: start,
  to,
  ...changes,
});
const ended = (day: string, changes: Partial<Assignment> = {}): Partial<Assignment> => ({
  status: "completed",
  result: "next-step",
  begunAt: "2026-11-09T08:00:00Z",
  statusAt: `${day}T10:00:00Z`,
  heardAt: `${day}T10:00:00Z`,
  ...changes,
});

/** The first working days that nothing covers, in a decision from Monday 9 November to Wednesday 31 March. */
function opens(
  assignments: readonly Planned[],
  decision = { validTo: "2027-03-31" } as { validTo?: string | undefined },
): readonly string[] {
  const [sample] = received().assignments;
  const planned = assignments.map((one) => ({ ...(sample as Assignment), ...one }));
  return gapsIn(planned, aDecision({ validFrom: "2026-11-09", ...decision })).map((gap) => gap.opens);
}

describe("a gap", () => {
  it.each<[string, readonly Planned[], readonly string[]]>([
    [
      "is none where one follows the other",
      [from("2026-11-09", "2026-12-31"), from("2027-01-01", "2027-03-31")],
      [],
    ],
    ["is none over a weekend", [from("2026-11-09", "2026-11-20"), from("2026-11-23", "2027-03-31")], []],
    [
      "opens on the first working day that nothing covers",
      [from("2026-11-09", "2026-11-20"), from("2026-11-24", "2027-03-31")],
      ["2026-11-23"],
    ],
    [
      "is none where another covers it",
      [from("2026-11-09", "2026-11-20"), from("2026-12-01", "2027-03-31"), from("2026-11-09", "2026-12-15")],
      [],
    ],
    ["opens before the first intervention", [from("2026-11-10", "2027-03-31")], ["2026-11-09"]],
    ["opens before the decision's last day", [from("2026-11-09", "2027-03-29")], ["2027-03-30"]],
    ["opens when one ended early", [from("2026-11-09", "2027-03-31", ended("2027-01-15"))], ["2027-01-18"]],
    [
      "does not count what was rejected",
      [from("2026-11-09", "2026-12-31"), from("2027-01-01", "2027-03-31", { status: "rejected" })],
      ["2027-01-04"],
    ],
    [
      "is the whole decision where all was rejected",
      [from("2026-11-09", "2027-03-31", { status: "rejected" })],
      ["2026-11-09"],
    ],
    [
      "is the whole decision where what it held failed before it had begun",
      [
        from("2026-11-09", "2027-03-31", {
          status: "failed",
          statusAt: "2027-02-01T09:00:00Z",
          heardAt: "2027-02-01T09:00:00Z",
        }),
      ],
      ["2026-11-09"],
    ],
  ])("%s", (_what, assignments, days) => {
    expect(opens(assignments)).toEqual(days);
  });

  it("opens after the last intervention of a decision until further notice", () => {
    expect(opens([from("2026-11-09", "2027-03-31")], { validTo: undefined })).toEqual(["2027-04-01"]);
  });

  describe.each(["work", "studies"] as const)("is none after %s", (result) => {
    const atWork = ended("2027-01-15", { result });

    it.each<[string, readonly Planned[], readonly string[]]>([
      ["that ended the intervention", [from("2026-11-09", "2027-03-31", atWork)], []],
      [
        "while another went on that had begun before",
        [from("2026-11-09", "2027-03-31", atWork), from("2026-11-09", "2027-02-09", ended("2027-02-09"))],
        [],
      ],
      [
        "but is one after an intervention that began since",
        [from("2026-11-09", "2027-03-31", atWork), from("2027-01-18", "2027-02-26")],
        ["2027-03-01"],
      ],
    ])("%s", (_what, assignments, days) => {
      expect(opens(assignments)).toEqual(days);
    });
  });
});

/** The days of the notices of gaps to SF, and of which gap, with a look each morning that something is due. */
const gapNotices = (record: CaseRecord, until: string) =>
  followedUpUntil(record, until).history.flatMap((entry) =>
    entry.what === "follow-up-told" && entry.kind === "gap-ahead"
      ? [`${entry.at.slice(0, 10)} ${entry.about.split(".").at(-1)}`]
      : [],
  );
const whole = anIntervention({ to: "2027-11-08" });

describe("the provider that comes next", () => {
  /** The reminders of a gap on each morning that something is due. */
  const reminders = (record: CaseRecord, until: string): readonly string[] => {
    const found: string[] = [];
    for (let at = record; at.dueAt !== undefined && at.dueAt < until; ) {
      const { dueAt } = at;
      at = followedUpUntil(at, new Date(Date.parse(dueAt) + 1000).toISOString());
      if (at.dueAt === dueAt) throw new Error(`still due at ${dueAt}`);
      for (const { queue, event } of at.outbox)
        if (event.data["about"] === "gap-ahead")
          found.push(`${event.time.slice(0, 10)} ${queue} ${event.subject.split(".").at(-1)}`);
    }
    return found;
  };
  const first = anIntervention({ from: "2026-11-09", to: "2026-12-18" });
  const second = anIntervention({ interventionId: "2", from: "2027-02-01", to: "2027-11-08" });
  const planned = (changes: Partial<typeof second> = {}) =>
    received(aDecision({ interventions: [first, { ...second, ...changes }] }));
  const of2 = { assignmentId: "sf-centrum.SFC-2026-004711.2" };

  it("gets one reminder before the gap opens, while SF is notified again", () => {
    const accepted = progressed(planned(), aReport("accepted", { ...of2, expectedStartOn: "2027-02-01" }));

    expect(reminders(accepted, "2027-01-31T00:00:00Z")).toEqual(["2026-12-07 assignments-kompetenscenter 2"]);
    expect(gapNotices(accepted, "2027-01-31T00:00:00Z")).toEqual(["2026-12-07 1", "2027-01-11 1"]);
  });

  it("learns of the person only the assignment's id", () => {
    const accepted = progressed(planned(), aReport("accepted", { ...of2, expectedStartOn: "2027-02-01" }));
    const { outbox } = followedUpUntil(accepted, "2026-12-07T07:00:01Z");

    expect(outbox.find(({ event }) => event.data["about"] === "gap-ahead")).toMatchObject({
      queue: "assignments-kompetenscenter",
      event: {
        type: "se.goteborg.hemvist.assignment.reminder.v1",
        subject: of2.assignmentId,
        data: {
          assignmentId: of2.assignmentId,
          administration: "sf-centrum",
          decisionId: "SFC-2026-004711",
          about: "gap-ahead",
          status: "accepted",
          dueOn: "2026-12-07",
        },
      },
    });
  });

  it("is the one after it where the first has rejected its assignment", () => {
    const third = { ...second, interventionId: "3", from: "2027-03-01" };
    const record = received(aDecision({ interventions: [first, { ...second, to: "2027-02-26" }, third] }));
    const told = followedUpUntil(record, "2026-12-07T12:00:00Z");
    const rejected = progressed(told, aReport("rejected", { ...of2, occurredAt: "2026-12-08T08:00:00Z" }));

    expect(reminders(rejected, "2026-12-12T00:00:00Z")).toEqual(["2026-12-08 assignments-kompetenscenter 3"]);
  });

  it("is the one that begins at the weekend, and not the one that begins while it runs", () => {
    const saturday = { ...second, from: "2027-01-30", to: "2027-01-31" };
    const sunday = { ...second, interventionId: "3", from: "2027-01-31" };
    const record = received(aDecision({ interventions: [first, saturday, sunday] }));

    expect(reminders(record, "2026-12-12T00:00:00Z")).toEqual(["2026-12-07 assignments-kompetenscenter 2"]);
  });

  it("gets no reminder once it has begun, and there is none after the last intervention", () => {
    const begun = progressed(
      planned(),
      aReport("accepted", { ...of2, expectedStartOn: "2027-02-01" }),
      aReport("in-progress", { ...of2, occurredAt: "2026-11-30T08:00:00Z" }),
    );

    expect(reminders(begun, "2027-01-31T00:00:00Z")).toEqual([]);
    expect(reminders(received(aDecision({ interventions: [first] })), "2027-01-31T00:00:00Z")).toEqual([]);
  });
});

describe("SF gets a notice of the days that nothing covers", () => {
  it("again and again, when the only provider has rejected it on day two", () => {
    const rejected = progressed(received(aDecision({ interventions: [whole] })), aReport("rejected"));

    expect(rejected.dueAt).toBe("2026-11-03T08:12:00Z");
    expect(gapNotices(rejected, "2027-01-31T00:00:00Z")).toEqual([
      "2026-11-03 decision",
      "2026-12-01 decision",
      "2027-01-04 decision",
    ]);
  });

  it("in a decision until further notice, before its last intervention ends", () => {
    const basic = aBasicDecision({
      validTo: undefined,
      interventions: [anIntervention({ subArea: "social.networks", from: "2026-09-07", to: "2026-12-18" })],
    });
    const id = { assignmentId: "sf-centrum.SFC-2026-003002.1" };
    const under = progressed(
      received(basic, { at: "2026-09-01T09:00:00Z" }),
      aReport("accepted", { ...id, occurredAt: "2026-09-01T10:00:00Z", expectedStartOn: "2026-09-07" }),
      aReport("in-progress", { ...id, occurredAt: "2026-09-07T08:00:00Z" }),
    );

    expect(gapNotices(under, "2026-12-18T12:00:00Z")).toEqual(["2026-12-07 1"]);
  });

  it("as soon as the report comes of the end that left them", () => {
    const under = progressed(
      received(aDecision({ interventions: [whole] })),
      aReport("accepted"),
      aReport("in-progress", { occurredAt: "2026-11-09T09:00:00Z" }),
    );
    const failed = aReport("failed", { occurredAt: "2027-01-11T09:00:00Z" });
    const heard = heardAt("2027-01-13T09:00:00Z", under, failed);

    expect(heard.dueAt).toBe("2027-01-13T09:00:00Z");
    expect(gapNotices(heard, "2027-01-13T10:00:00Z")).toEqual(["2027-01-13 1"]);
  });

  it("anew where one with a notice has grown", () => {
    const first = anIntervention({ interventionId: "2", from: "2026-11-23", to: "2027-11-08" });
    const planned = followedUpUntil(received(aDecision({ interventions: [first] })), "2026-11-02T10:00:00Z");
    const id = { assignmentId: "sf-centrum.SFC-2026-004711.2" };
    const rejected = progressed(planned, aReport("rejected", { ...id, occurredAt: "2026-11-05T09:00:00Z" }));

    expect(gapNotices(rejected, "2026-11-05T10:00:00Z")).toEqual([
      "2026-11-02 decision",
      "2026-11-05 decision",
    ]);
  });

  it("no more where a revision has an intervention for them, nor after the decision's last day", () => {
    const rejected = progressed(received(aDecision({ interventions: [whole] })), aReport("rejected"));
    const held = { ...whole, interventionId: "2" };
    const covered = received(aDecision({ revision: 2, interventions: [held] }), {
      after: rejected,
      at: "2026-11-04T09:00:00Z",
    });

    expect(gapNotices(covered, "2026-12-31T00:00:00Z")).toEqual([]);
    expect(gapNotices(rejected, "2029-01-01T00:00:00Z").at(-1)).toMatch(/^2027-10/);
  });

  it("not where a person has come into work", () => {
    const done = progressed(
      received(aDecision({ interventions: [whole] })),
      aReport("accepted"),
      aReport("in-progress", { occurredAt: "2026-11-09T09:00:00Z" }),
      aReport("completed", { occurredAt: "2027-02-01T09:00:00Z", result: "work" }),
    );

    expect(gapNotices(done, "2027-12-31T00:00:00Z")).toEqual([]);
  });
});
