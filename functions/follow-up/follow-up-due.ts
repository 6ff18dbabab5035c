import {
  type CaseKey,
  type CaseRecord,
  type CaseStore,
  followUp,
  type Instant,
  inOfficeHours,
} from "@hemvist/casework";
import type { Municipality } from "@hemvist/rules";

export interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  readonly onNotified: (record: CaseRecord) => void;
  readonly onFailed: (key: CaseKey, error: unknown) => void;
}

export interface Run {
  readonly looked: number;
  readonly told: number;
  readonly failed: number;
  /** Records that this version of the code cannot read: the next run finds them as they are. */
  readonly unreadable: number;
}

/**
 * Looks at everything that has come due by `now`, longest overdue first. One decision that fails delays no other,
 * and one that another writer was quicker with is left to the next run. The same run may come twice, late, or not
 * at all: what is due stays due until it has been seen to.
 */
export const followUpDue =
  ({ municipality, cases, onNotified, onFailed }: Ports) =>
  async (now: Instant): Promise<Run> => {
    if (!inOfficeHours(now)) return { looked: 0, told: 0, failed: 0, unreadable: 0 };
    const due = await cases.due(now);
    let told = 0;
    let failed = 0;
    let unreadable = 0;
    for (const key of due) {
      try {
        const record = await lookAt(cases, { key, now, municipality });
        if (record === undefined) continue;
        told += 1;
        onNotified(record);
      } catch (error) {
        if (isUnreadable(error)) unreadable += 1;
        else failed += 1;
        onFailed(key, error);
      }
    }
    return { looked: due.length, told, failed, unreadable };
  };

/** Another version of the code wrote the record, or a person did. Only a deployment helps, and no further attempt. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && ["ZodError", "BodyDoesNotOpen", "UnknownModel"].includes(error.name);

async function lookAt(
  cases: CaseStore,
  { key, now, municipality }: { key: CaseKey; now: Instant; municipality: Municipality },
): Promise<CaseRecord | undefined> {
  const record = await cases.find(key);
  const next = record && followUp(record, { at: now, municipality });
  if (next === undefined) return undefined;
  const { saved } = await cases.save(next);
  return saved ? next : undefined;
}
