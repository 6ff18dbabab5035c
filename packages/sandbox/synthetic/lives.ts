import {
  type CaseKey,
  type CaseRecord,
  correlationIdOf,
  followUp,
  type Incoming,
  type Instant,
  type Progress,
  receive,
  reportProgress,
} from "@hemvist/casework";
import type { Municipality } from "@hemvist/rules";

/** A message that reached hemvist, and when. */
export type Happening = { readonly at: Instant; readonly key: CaseKey } & (
  | { readonly decision: Incoming }
  | { readonly progress: Progress }
);

interface Lived {
  readonly happenings: readonly Happening[];
  readonly municipality: Municipality;
}

/**
 * The records after everything that happened before an instant, one by one: the pure core, driven by messages in the
 * order of their times, with each follow-up in between at its own. What is refused changes nothing, as it would there.
 */
export function* livedUntil(ends: Instant, { happenings, municipality }: Lived): Iterable<CaseRecord> {
  const lives = Map.groupBy(
    happenings.filter(({ at }) => at < ends),
    ({ key }) => correlationIdOf(key),
  );
  for (const life of lives.values()) {
    const record = life.reduce<CaseRecord | undefined>(
      (before, happening) =>
        changedBy(happening, {
          before: before && followedUp(before, { until: happening.at, municipality }),
          municipality,
        }),
      undefined,
    );
    if (record !== undefined) yield followedUp(record, { until: ends, municipality });
  }
}

function changedBy(
  happening: Happening,
  { before, municipality }: { before: CaseRecord | undefined; municipality: Municipality },
): CaseRecord | undefined {
  const cause = { municipality, at: happening.at, causationId: `message ${happening.at}` };
  if ("decision" in happening) {
    const reception = receive(before, happening.decision, cause);
    return reception.kind === "recorded" ? reception.record : before;
  }
  if (before === undefined) return undefined;
  const reported = reportProgress(before, happening.progress, { cause });
  return reported.kind === "recorded" ? reported.record : before;
}

function followedUp(
  record: CaseRecord,
  { until, municipality }: { until: Instant; municipality: Municipality },
): CaseRecord {
  let current = record;
  while (current.dueAt !== undefined && current.dueAt < until) {
    const next = followUp(current, { at: current.dueAt, municipality });
    if (next === undefined) return current;
    current = next;
  }
  return current;
}
