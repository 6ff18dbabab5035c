import {
  type CaseKey,
  type CaseRecord,
  type CaseStore,
  followUp,
  type Instant,
  inOfficeHours,
  officeHoursBetween,
} from "@hemvist/casework";
import type { Municipality } from "@hemvist/rules";

export interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  /** Gets the new version, since when it was due, and the time of this run. */
  readonly onNotified: (record: CaseRecord, when: { readonly dueAt: Instant; readonly at: Instant }) => void;
  readonly onFailed: (key: CaseKey, error: unknown) => void;
}

export interface Run {
  readonly looked: number;
  readonly told: number;
  readonly failed: number;
  /** Records that this version of the code cannot read. The next run finds them unchanged. */
  readonly unreadable: number;
  /** The office hours for which the longest overdue of those that this run could not handle has been due. */
  readonly hoursLate: number;
}

const nothing: Run = { looked: 0, told: 0, failed: 0, unreadable: 0, hoursLate: 0 };

/**
 * Looks at every decision that is due by `now`, longest overdue first. One that fails delays no other. If another
 * writer was quicker, the next run handles the decision. The same run may come twice, late, or not at all. What is due
 * stays due until a run has handled it.
 */
export const followUpDue =
  ({ municipality, cases, onNotified, onFailed }: Ports) =>
  async (now: Instant): Promise<Run> => {
    if (!inOfficeHours(now)) return nothing;
    const due = await cases.due(now);
    let told = 0;
    let failed = 0;
    let unreadable = 0;
    let hoursLate = 0;
    for (const { dueAt, ...key } of due) {
      try {
        const looked = await lookAt(cases, { key, now, municipality });
        if (looked === undefined) continue;
        told += 1;
        onNotified(looked.next, { dueAt: looked.dueAt, at: now });
      } catch (error) {
        if (isUnreadable(error)) unreadable += 1;
        else failed += 1;
        hoursLate = Math.max(hoursLate, officeHoursBetween(dueAt, now));
        onFailed(key, error);
      }
    }
    return { looked: due.length, told, failed, unreadable, hoursLate };
  };

/**
 * Another version of the code wrote the record, or a person did. Only a deployment helps. Another attempt does not.
 */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && ["UnknownForm", "BodyDoesNotOpen", "UnknownModel"].includes(error.name);

async function lookAt(
  cases: CaseStore,
  { key, now, municipality }: { key: CaseKey; now: Instant; municipality: Municipality },
): Promise<{ readonly next: CaseRecord; readonly dueAt: Instant } | undefined> {
  const record = await cases.find(key);
  const next = record && followUp(record, { at: now, municipality });
  if (next === undefined) return undefined;
  const { saved } = await cases.save(next);
  return saved ? { next, dueAt: record?.dueAt ?? now } : undefined;
}
