import type { AssignmentStatus } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import type { PastAssignment } from "./as-it-was.ts";
import { idlesOf } from "./idle.ts";

/** A status, the day of November on which it happened, and the reason that was given. */
type Reported = readonly [status: AssignmentStatus, day: number, reason?: string];

const end = { on: "2026-12-15", because: "dropped" } as const;

/** Each time without, as `kind since..end reason`. */
function idles(reports: readonly Reported[], more: Partial<PastAssignment> = {}): readonly string[] {
  const changes = reports.map(([status, day, reason]) => {
    const at = `2026-11-${String(day).padStart(2, "0")}T08:00:00Z`;
    return { status, on: at, heardAt: at, ...(reason ? { reason } : {}) };
  });
  return idlesOf({ decidedOn: "2026-11-01", changes, ...more } as unknown as PastAssignment).map((idle) =>
    [
      idle.kind,
      `${idle.since.slice(-2)}..${idle.end ? `${idle.end.on.slice(-2)} ${idle.end.because}` : ""}`,
      idle.reason,
    ].join(" "),
  );
}

describe("the times in which an intervention was not carried out", () => {
  it.each<readonly [string, readonly Reported[], readonly string[]]>([
    ["asked for", [["requested", 2]], ["never-begun 01.. not-acknowledged"]],
    [
      "acknowledged",
      [
        ["requested", 2],
        ["received", 3],
      ],
      ["never-begun 01.. not-answered"],
    ],
    [
      "accepted",
      [
        ["requested", 2],
        ["accepted", 4],
      ],
      ["never-begun 01.. not-started"],
    ],
    [
      "rejected",
      [
        ["requested", 2],
        ["rejected", 4, "no-capacity"],
      ],
      ["never-begun 01.. no-capacity"],
    ],
    [
      "failed before it began",
      [
        ["accepted", 4],
        ["failed", 6, "illness"],
      ],
      ["never-begun 01.. illness"],
    ],
    [
      "begun",
      [
        ["requested", 2],
        ["accepted", 4],
        ["in-progress", 9],
      ],
      ["never-begun 01..09 carried-out not-started"],
    ],
    [
      "begun, and a word that all goes on",
      [
        ["requested", 2],
        ["in-progress", 9],
        ["in-progress", 20],
      ],
      ["never-begun 01..09 carried-out not-acknowledged"],
    ],
    [
      "completed",
      [
        ["requested", 2],
        ["in-progress", 9],
        ["completed", 20],
      ],
      ["never-begun 01..09 carried-out not-acknowledged"],
    ],
    [
      "paused",
      [
        ["requested", 2],
        ["in-progress", 9],
        ["on-hold", 12, "illness"],
      ],
      ["never-begun 01..09 carried-out not-acknowledged", "interrupted 12.. illness"],
    ],
    [
      "paused twice",
      [
        ["in-progress", 9],
        ["on-hold", 12, "illness"],
        ["in-progress", 15],
        ["on-hold", 18, "parental-leave"],
      ],
      ["interrupted 12..15 carried-out illness", "interrupted 18.. parental-leave"],
    ],
    [
      "failed while it was paused: it counts from the pause",
      [
        ["in-progress", 9],
        ["on-hold", 12, "illness"],
        ["failed", 18, "person-withdrew"],
      ],
      ["interrupted 12.. person-withdrew"],
    ],
    [
      "taken back while it was going on, and given again: it counts from the day it was taken back",
      [
        ["in-progress", 9],
        ["cancelled", 12],
        ["requested", 20],
      ],
      ["interrupted 12.. not-acknowledged"],
    ],
    [
      "taken back before it began, and given again",
      [
        ["requested", 2],
        ["cancelled", 12],
        ["requested", 20],
      ],
      ["never-begun 01.. not-acknowledged"],
    ],
    [
      "begun again after it was taken back, and paused: it counts from the pause",
      [
        ["in-progress", 9],
        ["cancelled", 12],
        ["in-progress", 20],
        ["on-hold", 25, "illness"],
      ],
      ["interrupted 25.. illness"],
    ],
  ])("%s", (_what, reports, expected) => {
    expect(idles(reports)).toEqual(expected);
  });

  it("ends what lasts as SF ended it, and nothing else", () => {
    expect(idles([["requested", 2]], { end })).toEqual(["never-begun 01..15 dropped not-acknowledged"]);
    expect(idles([["in-progress", 9]], { end })).toEqual([]);
  });

  it("says when hemvist heard that it was carried out", () => {
    const changes = [
      { status: "requested", on: "2026-11-02T08:00:00Z", heardAt: "2026-11-02T08:00:00Z" },
      { status: "in-progress", on: "2026-11-09T08:00:00Z", heardAt: "2026-11-12T23:30:00Z" },
    ];

    expect(idlesOf({ decidedOn: "2026-11-01", changes } as unknown as PastAssignment)).toMatchObject([
      { end: { on: "2026-11-09" }, heardOn: "2026-11-13" },
    ]);
  });
});
