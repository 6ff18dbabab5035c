import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import type { Assignment } from "./assignment.ts";
import { gapsIn } from "./gap-watches.ts";

type Planned = Pick<Assignment, "assignmentId" | "from" | "to" | "status" | "statusAt">;
const from = (start: string, to: string, changes: Partial<Planned> = {}): Planned => ({
  status: "requested",
  statusAt: "2026-11-02T09:00:00Z",
  assignmentId: `${start}/${to}`,
  from: start,
  to,
  ...changes,
});

describe("a gap between interventions", () => {
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
    ["opens before the decision's last day", [from("2026-11-09", "2027-03-29")], ["2027-03-30"]],
    [
      "opens when one ended early",
      [from("2026-11-09", "2027-03-31", { status: "completed", statusAt: "2027-01-15T10:00:00Z" })],
      ["2027-01-18"],
    ],
    [
      "does not count what was rejected",
      [from("2026-11-09", "2026-12-31"), from("2027-01-01", "2027-03-31", { status: "rejected" })],
      ["2027-01-04"],
    ],
  ])("%s", (_what, assignments, opens) => {
    const [sample] = received().assignments;
    const planned = assignments.map((one) => ({ ...(sample as Assignment), ...one }));

    expect(gapsIn(planned, "2027-03-31").map((gap) => gap.opens)).toEqual(opens);
  });
});
