import { inOfficeHours } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { aSystem, type System } from "./a-system.ts";
import { report, sample, traineeship } from "./sample.ts";

// One journey for each row of the domain's follow-up table, seen from the message that its receiver gets. Each has its
// own decision, posted on the same Monday, and time is moved once for all.
const system: System = await aSystem();
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");

const [wholePeriod] = (JSON.parse(sample(traineeship)) as { interventions: Record<string, unknown>[] })
  .interventions;
const intervention = { ...wholePeriod, from: "2026-11-09", to: "2027-11-08" };
const {
  nextFollowUpOn: _next,
  followUpEveryWeeks: _every,
  ...unreviewed
} = (JSON.parse(sample(traineeship)) as { workPlan: Record<string, unknown> }).workPlan;

/** A 12:4 decision with one intervention through the whole of its period, of which nothing but its status is awaited. */
const decide = async (decisionId: string, changes: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const body = sample(traineeship, {
    decisionId,
    interventions: [intervention],
    workPlan: unreviewed,
    ...changes,
  });
  const { status } = await centrum.post("/v1/decisions", body);
  expect([decisionId, status]).toEqual([decisionId, 202]);
};
const basic = {
  legalBasis: "12 kap. 1 § SoL",
  basicDecision: undefined,
  assessment: { unemployment: "full-time", workAbility: "unclear", needsInvestigationOrRehabilitation: true },
  workPlan: undefined,
  employmentServiceConsultation: undefined,
  interventions: [{ interventionId: "1", subArea: "social.networks", from: "2026-11-09", to: "2027-11-08" }],
};
const say = async (
  decisionId: string,
  provider: string,
  ...said: readonly (readonly [string, string, object?])[]
) => {
  for (const [status, occurredAt, more] of said) {
    const id = `sf-centrum.${decisionId}.1`;
    const answer = await system
      .party(provider)
      .post(`/v1/assignments/${id}/progress`, report(id, status, { occurredAt, ...more }));
    expect([decisionId, status, answer.status]).toEqual([decisionId, status, 200]);
  }
};
const start = { expectedStartOn: "2026-11-09" };

await decide("UNACKNOWLEDGED");
await decide("UNANSWERED");
await say("UNANSWERED", "kompetenscenter", ["received", "2026-11-02T07:00:00Z"]);
await decide("UNSTARTED");
await say("UNSTARTED", "kompetenscenter", ["accepted", "2026-11-02T07:00:00Z", start]);
await decide("SILENT");
await decide("REVIEWED", {
  workPlan: { ...unreviewed, nextFollowUpOn: "2026-12-01", followUpEveryWeeks: 8 },
});
await decide("GAP", {
  interventions: [
    { ...intervention, to: "2027-01-29" },
    { ...intervention, interventionId: "2", from: "2027-03-01" },
  ],
});
await decide("ENDING", { validTo: "2027-03-31", interventions: [{ ...intervention, to: "2027-03-31" }] });
await decide("HORIZON", {
  decidedOn: "2024-02-05",
  validFrom: "2024-02-05",
  validTo: "2027-11-08",
  legalBasis: "4 kap. 4 § SoL",
  basicDecision: { decisionId: "B-1", decidedOn: "2024-01-15", legalBasis: "4 kap. 1 § SoL" },
  employmentServiceConsultation: { heldOn: "2024-01-20" },
  assessment: {
    ...(JSON.parse(sample(traineeship)) as { assessment: object }).assessment,
    expectedInWorkOrStudiesBy: "2027-02-01",
  },
  workPlan: { ...unreviewed, establishedOn: "2024-02-01" },
});
await decide("DELAYED", basic);
await decide("INTERRUPTED", basic);
for (const decisionId of ["SILENT", "REVIEWED", "GAP", "ENDING", "HORIZON"]) {
  await say(
    decisionId,
    "kompetenscenter",
    ["accepted", "2026-11-02T07:00:00Z", start],
    ["in-progress", "2026-11-02T07:30:00Z"],
  );
}
await say(
  "INTERRUPTED",
  "sf-centrum",
  ["accepted", "2026-11-02T07:00:00Z", start],
  ["in-progress", "2026-11-02T07:30:00Z"],
  ["on-hold", "2026-11-02T08:00:00Z", { reason: { code: "illness", whose: "person" } }],
);
await system.settle();
await kompetenscenter.take("assignments-kompetenscenter.fifo");
await system.advance("2027-03-05T16:00:00Z", { every: "day" });

const [sf, arbvux, provider] = [
  await centrum.take("inbox-sf-centrum.fifo"),
  await system.party("arbvux").take("inbox-arbvux.fifo"),
  await kompetenscenter.take("assignments-kompetenscenter.fifo"),
];

/** The notices to one receiver about one decision: the day, the kind or the message, and the level. */
function notices(events: typeof sf, decisionId: string): readonly string[] {
  return events
    .filter(
      ({ correlationid, type }) =>
        correlationid === `sf-centrum.${decisionId}` &&
        /follow-up|assignment\.(requested|reminder)/.test(type),
    )
    .map(({ time, data, type }) =>
      [time.slice(0, 10), data["kind"] ?? data["about"] ?? type.split(".").at(-2), data["level"] ?? ""]
        .join(" ")
        .trim(),
    );
}

describe("an assignment without an acknowledgement in time", () => {
  it("comes to the provider again, then a notice goes to SF and Arbvux, then the operative group's and SoB's turn comes", () => {
    expect(notices(provider, "UNACKNOWLEDGED").slice(0, 2)).toEqual([
      "2026-11-03 requested",
      "2026-11-06 requested",
    ]);
    for (const inbox of [sf, arbvux]) {
      expect(notices(inbox, "UNACKNOWLEDGED").slice(0, 3)).toEqual([
        "2026-11-06 not-acknowledged sf",
        "2026-11-11 not-acknowledged operative-group",
        "2026-11-16 not-acknowledged sob",
      ]);
    }
  });
});

describe("an assignment without an answer in time", () => {
  it("is asked of the provider, then goes to SF and Arbvux", () => {
    expect(notices(provider, "UNANSWERED")[0]).toBe("2026-11-10 not-answered");
    for (const inbox of [sf, arbvux])
      expect(notices(inbox, "UNANSWERED")[0]).toBe("2026-11-13 not-answered sf");
  });
});

describe("an assignment that has not begun", () => {
  it("is asked of the provider, then goes to SF and Arbvux", () => {
    expect(notices(provider, "UNSTARTED")[0]).toBe("2026-11-16 not-started");
    expect(notices(sf, "UNSTARTED")[0]).toBe("2026-11-19 not-started sf");
  });
});

describe("no status for too long", () => {
  it("is asked of the provider, then goes to SF, and no further", () => {
    expect(notices(provider, "SILENT")).toEqual(["2027-02-01 no-news"]);
    expect(notices(sf, "SILENT")).toEqual(["2027-02-04 no-news sf"]);
  });
});

describe("a work plan's follow-up that has come due", () => {
  it("goes to SF, again each time", () => {
    expect(notices(sf, "REVIEWED").filter((line) => line.includes("review"))).toEqual([
      "2026-12-01 work-plan-review sf",
      "2027-01-26 work-plan-review sf",
    ]);
  });
});

describe("a gap between one intervention and the next", () => {
  it("goes to SF before it opens, and again while it lasts", () => {
    expect(notices(sf, "GAP").filter((line) => line.includes("gap"))).toEqual([
      "2027-01-18 gap-ahead sf",
      "2027-02-15 gap-ahead sf",
    ]);
  });
});

describe("a decision whose last day is near", () => {
  it("goes to SF a month before", () => {
    expect(notices(sf, "ENDING").filter((line) => line.includes("ending"))).toEqual([
      "2027-03-01 decision-ending sf",
    ]);
  });
});

describe("the three-year horizon of a 12:4 decision", () => {
  it("goes to SF when it is near, and when it has passed", () => {
    expect(notices(sf, "HORIZON").filter((line) => line.includes("horizon"))).toEqual([
      "2026-11-05 horizon-near sf",
      "2027-02-08 horizon-passed sf",
    ]);
  });
});

describe("a decision under 12:1 that is not carried out", () => {
  it("goes to SF at two months, in time to act, and when the law's three have passed", () => {
    expect(notices(sf, "DELAYED").filter((line) => line.includes("delay"))).toEqual([
      "2027-01-04 delay-near sf",
      "2027-02-03 delay-passed sf",
    ]);
  });

  it("nor carried out again after an interruption, likewise", () => {
    expect(notices(sf, "INTERRUPTED").filter((line) => line.includes("delay"))).toEqual([
      "2027-01-04 delay-near sf",
      "2027-02-03 delay-passed sf",
    ]);
    expect(notices(sf, "INTERRUPTED").filter((line) => line.includes("resumed"))[0]).toMatch(
      /not-resumed sf$/,
    );
  });
});

describe("the yearly review of the rules", () => {
  it("is counted for operations' alarm when it is overdue", () => {
    const days = system.logs.flatMap(({ line }) => /"ModelReviewOverdueDays":(\d+)/.exec(line)?.[1] ?? []);

    expect(Math.max(...days.map(Number))).toBeGreaterThan(0);
  });
});

describe("no notice", () => {
  it("goes out at night or on a day off", () => {
    const times = [...sf, ...arbvux, ...provider]
      .filter(({ type }) => type.includes("follow-up.due"))
      .map(({ time }) => time);

    expect(times.length).toBeGreaterThan(0);
    expect(times.filter((time) => !inOfficeHours(time))).toEqual([]);
  });
});
