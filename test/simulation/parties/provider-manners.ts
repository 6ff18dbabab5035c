import type { AssignmentStatus } from "@hemvist/casework";
import type { Seeded } from "../world/seeded.ts";
import { hour, minute } from "../world/virtual-time.ts";

/** What a provider sends about an assignment. */
export type Reported = Readonly<Record<string, unknown>> & { readonly assignmentId: string };

/** What a provider's system is like, in one world. */
export function mannersOf(chance: Seeded) {
  return {
    // hemvist takes a clock that is minutes ahead, and none that is hours ahead. It may be behind by any time.
    clockOff: chance.pick([0, 0, 0, 4 * minute, 2 * hour, -2 * hour] as const),
    reportsLate: chance.chance(0.3),
    insists: chance.chance(0.1),
  };
}

/** A text that went through the wrong encoding, or days that no calendar of ours has. */
export const spoilt = (message: Reported): Reported => ({
  ...message,
  status: "accepted",
  expectedStartOn: "2062-11-09",
  reason: { code: "other", whose: "person", text: "f\uFFFDr sent" },
});

const betweenExports = 3 * hour;

export const nextExport = (now: number): number => (Math.floor(now / betweenExports) + 1) * betweenExports;

export function courseOf(chance: Seeded): readonly AssignmentStatus[] {
  const lot = chance.below(100);
  if (lot < 45) return ["received"];
  if (lot < 60) return ["received", "accepted"];
  if (lot < 70) return ["rejected"];
  if (lot < 80) return ["accepted", "in-progress"];
  if (lot < 88) return ["received", "accepted", "in-progress", "completed"];
  if (lot < 94) return ["received", "accepted", "in-progress", "on-hold", "in-progress", "completed"];
  return ["accepted", "failed"];
}

export function shuffledNowAndThen(
  course: readonly AssignmentStatus[],
  chance: Seeded,
): readonly AssignmentStatus[] {
  if (course.length < 2 || !chance.chance(0.06)) return course;
  const [first, second, ...rest] = course;
  return first && second ? [second, first, ...rest] : course;
}

export function needsOf(status: AssignmentStatus, startsOn: string): Readonly<Record<string, unknown>> {
  switch (status) {
    case "accepted":
      return { expectedStartOn: startsOn };
    case "rejected":
      return { reason: { code: "no-capacity", whose: "provider" } };
    case "on-hold":
      return { reason: { code: "illness", whose: "person" } };
    case "failed":
      return { reason: { code: "person-absent", whose: "person" } };
    case "completed":
      return { result: "work" };
    default:
      return {};
  }
}
