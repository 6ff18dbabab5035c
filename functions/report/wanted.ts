import { allEnded, type Instant } from "@hemvist/casework";
import {
  lastMonths,
  lastQuarters,
  lastWeeks40,
  periodOf,
  type ReportName,
  type ReportPeriod,
} from "@hemvist/figures";

export interface Wanted {
  readonly report: ReportName;
  readonly period: ReportPeriod;
}

/** The event asks for a report that cannot exist, or not yet. */
export class NoSuchReport extends Error {
  override readonly name = "NoSuchReport";
}

/** @throws NoSuchReport where there is no such period, or it is not over at `at` */
export function wanted(report: ReportName, { period: name, at }: { period: string; at: Instant }): Wanted {
  const period = periodOf(report, name);
  if (period === undefined) throw new NoSuchReport(`${report} has no period ${name}`);
  if (period.ends > at) throw new NoSuchReport(`${name} is not over`);
  return { report, period };
}

/** Ours: a run looks for missed reports two years back. The alarm on silence goes off after five days. */
const yearsBack = 2;

/** The periods of each report that a run looks at, newest first. */
const lookedAt = (at: Instant): readonly (readonly [ReportName, readonly ReportPeriod[]])[] => [
  ["need-and-volume", lastQuarters(at, yearsBack * 4)],
  ["not-carried-out", lastQuarters(at, yearsBack * 4)],
  ["equality", lastQuarters(at, yearsBack * 4)],
  ["week-40", lastWeeks40(at, yearsBack)],
  ["agenda", lastMonths(at, yearsBack * 12)],
];

/**
 * What a run of the schedule issues: the newest period of each report, and before it the oldest that was missed.
 *
 * A period was missed if an older one of the same report stands. So a new environment begins with its newest periods,
 * not with two years of empty reports. A run issues one missed period of each report, so it never does more than twice
 * its work. The next run goes on.
 */
export async function dueBy(
  at: Instant,
  stands: (wanted: Wanted) => Promise<boolean>,
): Promise<readonly Wanted[]> {
  const due = await allEnded(
    lookedAt(at).map(async ([report, periods]) => {
      const all = periods.map((period) => ({ report, period }));
      const standing = await allEnded(all.map(stands));
      const oldest = standing.lastIndexOf(true);
      const missed = all.findLast((_, index) => index > 0 && index < oldest && standing[index] === false);
      return [...(missed ? [missed] : []), ...all.slice(0, 1)];
    }),
  );
  return due.flat();
}
