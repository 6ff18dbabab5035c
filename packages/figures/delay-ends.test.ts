import type { Decision } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { followedUpUntil, progressed } from "../../test/support/a-case.ts";
import {
  accepted,
  basic,
  changed,
  endsIn,
  onlyIntervention as intervention,
  linesIn,
  quarter,
  reportedIn,
  revisedOn,
  started,
} from "../../test/support/a-delay.ts";
import { delaysIn } from "./delay.ts";

const another = { ...intervention, interventionId: "9", subArea: "social.networks" } as const;
const revoked = (on: string, reason: NonNullable<Decision["revocation"]>["reason"] = "person-moved") => ({
  revocation: { on, reason },
});
const moved = "Beslutet har upphävts: den enskilde har flyttat";
const dropped = "Insatsen ingår inte längre i beslutet";
const ranOut = "Tiden för insatsen har gått ut";

describe("what was late and ended otherwise before the quarter did", () => {
  it.each([
    ["revoked", revisedOn("2026-12-15", basic, revoked("2026-12-15")), "2026-12-15", moved],
    [
      "revoked from an earlier day",
      revisedOn("2026-12-28", basic, revoked("2026-12-20")),
      "2026-12-20",
      moved,
    ],
    ["dropped", revisedOn("2026-12-15", basic, { interventions: [another] }), "2026-12-15", dropped],
    [
      "run out",
      revisedOn("2026-10-01", basic, { interventions: [{ ...intervention, to: "2026-12-20" }] }),
      "2026-12-20",
      ranOut,
    ],
    [
      "rejected, and then dropped",
      revisedOn("2026-12-15", progressed(basic, changed("rejected", "2026-09-10T08:00:00Z")), {
        interventions: [another],
      }),
      "2026-12-15",
      dropped,
    ],
  ])("is reported, once, with its end, its day and its reason: %s", (_how, record, on, why) => {
    expect(endsIn("2026Q4", record)[0]).toEqual(["34:1 st 1", on, why]);
    expect(endsIn("2027Q1", record).map(([, day]) => day)).not.toContain(on);
  });

  it.each([
    ["revoked on the last day in time", revisedOn("2026-12-15", basic, revoked("2026-12-01")), []],
    ["revoked the day after", revisedOn("2026-12-15", basic, revoked("2026-12-02")), ["2026-12-02"]],
    ["dropped on the last day in time", revisedOn("2026-12-01", basic, { interventions: [another] }), []],
  ])("is none where it ended in time: %s", (_how, record, days) => {
    expect(
      endsIn("2026Q4", record)
        .map(([, day]) => day)
        .filter((day) => day !== undefined),
    ).toEqual(days);
  });

  it("is not what was being carried out when it was revoked", () => {
    const record = revisedOn("2026-12-28", started("2026-09-20"), revoked("2026-12-28"));

    expect(endsIn("2026Q4", record)).toEqual([]);
    expect(endsIn("2027Q2", record)).toEqual([]);
  });
});

describe("an end on the quarter's last day", () => {
  const until = (to: string) => revisedOn("2026-10-01", basic, { interventions: [{ ...intervention, to }] });

  it("is in the quarter's report, and one on the day after is not", () => {
    expect(endsIn("2026Q4", until("2026-12-31"))).toEqual([["34:1 st 1", "2026-12-31", ranOut]]);
    expect(endsIn("2026Q4", until("2027-01-01"))).toEqual([["34:1 st 1", undefined, undefined]]);
  });

  it("is the revocation's where the same revision drops the intervention", () => {
    const both = { interventions: [another], ...revoked("2026-12-15") };

    expect(endsIn("2026Q4", revisedOn("2026-12-15", basic, both))).toContainEqual([
      "34:1 st 1",
      "2026-12-15",
      moved,
    ]);
  });
});

describe("what was reported and then ended otherwise", () => {
  it.each([
    ["revoked", revisedOn("2027-02-10", basic, revoked("2027-02-10")), "2027-02-10", moved],
    [
      "revoked from a day before it was late",
      revisedOn("2027-02-10", basic, revoked("2026-11-01")),
      "2026-11-01",
      moved,
    ],
    ["dropped", revisedOn("2027-02-10", basic, { interventions: [another] }), "2027-02-10", dropped],
    ["run out", basic, "2027-03-06", ranOut],
  ])("is closed, once, with its day and its reason: %s", (_how, record, on, why) => {
    expect(endsIn("2026Q4", record)[0]).toEqual(["34:1 st 1", undefined, undefined]);
    expect(endsIn("2027Q1", record)).toContainEqual(["34:1 st 1", on, why]);
    expect(endsIn("2027Q2", record).map(([, day]) => day)).not.toContain(on);
  });

  it.each([
    ["no-longer-needed", "Beslutet har upphävts: den enskilde behöver inte längre insatsen"],
    ["decided-wrongly", "Beslutet har upphävts: det var felaktigt"],
    ["person-withdrew", "Beslutet har upphävts: den enskilde har avsagt sig insatsen"],
    ["person-moved", moved],
    ["person-died", "Den enskilde har avlidit"],
    ["replaced", "Beslutet har ersatts av ett nytt beslut"],
  ] as const)("names the reason of a revocation: %s", (reason, text) => {
    expect(endsIn("2027Q1", revisedOn("2027-02-10", basic, revoked("2027-02-10", reason)))).toEqual([
      ["34:1 st 1", "2027-02-10", text],
    ]);
  });
});

describe("a revocation for a later day", () => {
  const long = { ...intervention, to: "2027-08-30" };
  const waiting = revisedOn("2026-10-01", basic, { interventions: [long] });
  const record = followedUpUntil(
    revisedOn("2027-03-20", waiting, revoked("2027-04-15")),
    "2027-05-03T12:00:00Z",
  );

  it("leaves what is late late until that day, and closes it then", () => {
    expect(endsIn("2027Q1", record)).toEqual([["34:1 st 1", undefined, undefined]]);
    expect(endsIn("2027Q2", record)).toEqual([["34:1 st 1", "2027-04-15", moved]]);
    expect(endsIn("2027Q3", record)).toEqual([]);
  });

  it("does not hide what is carried out before it", () => {
    const begun = progressed(
      revisedOn("2027-03-20", waiting, revoked("2027-04-15")),
      changed("accepted", "2027-03-22T08:00:00Z"),
      changed("in-progress", "2027-04-02T08:00:00Z"),
    );

    expect(endsIn("2027Q2", begun)).toEqual([["34:2", "2027-04-02", undefined]]);
  });

  it("closes at once what would begin after it", () => {
    const later = { ...intervention, interventionId: "2", from: "2027-05-01", to: "2027-08-30" };
    const both = revisedOn("2026-10-01", basic, { interventions: [later], validTo: undefined });

    expect(endsIn("2027Q1", revisedOn("2027-03-20", both, revoked("2027-04-15")))).toContainEqual([
      "34:1 st 1",
      "2027-03-20",
      moved,
    ]);
  });
});

describe("an intervention that SF takes back and gives again", () => {
  const takenBack = revisedOn("2027-01-10", accepted, { interventions: [another] });

  it("goes on from its own day of decision, as if nothing had been between, where no report was", () => {
    const given = revisedOn("2027-02-10", takenBack, { interventions: [intervention, another] });

    expect(linesIn("2026Q4", given)).toHaveLength(1);
    expect(endsIn("2027Q1", given)).toContainEqual(["34:1 st 1", "2027-03-06", ranOut]);
  });

  it("is new where a report has closed it", () => {
    const longer = { ...intervention, to: "2027-08-30" };
    const given = revisedOn("2027-04-10", takenBack, { interventions: [longer, another] });
    const begun = progressed(
      given,
      changed("accepted", "2027-04-12T08:00:00Z"),
      changed("in-progress", "2027-07-05T08:00:00Z"),
    );

    expect(endsIn("2027Q1", begun)).toContainEqual(["34:1 st 1", "2027-01-10", dropped]);
    expect(endsIn("2027Q2", begun)).toContainEqual(["34:1 st 1", undefined, undefined]);
    expect(endsIn("2027Q3", begun)).toContainEqual(["34:2", "2027-07-05", undefined]);
    expect(delaysIn(begun, quarter("2027Q2")).map(({ reportedBefore }) => reportedBefore)).toContain(false);
  });
});

describe("a revoked decision that is taken up again", () => {
  const again = (revokedOn: string, sentOn: string) => {
    const running = started("2026-09-12");
    const record = revisedOn(sentOn, running, revoked(revokedOn));
    return revisedOn("2026-10-20", followedUpUntil(record, "2026-10-19T12:00:00Z"), {
      revocation: undefined,
    });
  };

  it.each([
    ["as of an earlier day", "2026-09-21", "2026-09-25", "2026-09-21"],
    ["as of the same day", "2026-09-25", "2026-09-25", "2026-09-25"],
  ])("counts from the day it was revoked: %s", (_when, on, sentOn, since) => {
    expect(reportedIn("2026Q4", again(on, sentOn)).decisions).toMatchObject([
      { paragraph: "34:1 st 2", interruptedOn: since, reasonForDelay: notAcknowledged },
    ]);
  });

  it("is not reported as ended twice, though it runs out before a report has it as taken up", () => {
    const closed = revisedOn("2027-01-03", basic, revoked("2026-11-20"));
    const record = revisedOn("2027-04-02", closed, { revocation: undefined });

    expect(endsIn("2026Q4", record)).toEqual([["34:1 st 1", undefined, undefined]]);
    expect(endsIn("2027Q1", record)).toEqual([["34:1 st 1", "2026-11-20", moved]]);
    expect(endsIn("2027Q2", record)).toEqual([]);
  });
});

const notAcknowledged = "Utföraren har inte bekräftat att uppdraget är mottaget";
