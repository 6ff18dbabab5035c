import type { Instant, Stood } from "@hemvist/casework";
import { addDays, type CivilDate, civilDateAt, type RevocationReason } from "@hemvist/rules";
import type { Change } from "./as-it-was.ts";

/** How an intervention ended without its provider: on which day, and why. */
export interface End {
  /** The last day, inclusive. */
  readonly on: CivilDate;
  readonly because: EndReason;
}

export type EndReason = "dropped" | "not-basic" | "ran-out" | `revoked: ${RevocationReason}`;

interface Known {
  readonly interventionId: string;
  readonly changes: readonly Change[];
  /** What stood until the instant, oldest first. */
  readonly stood: readonly Stood[];
  readonly instant: Instant;
}

/** The earliest end that was known at the instant and had come by then. */
export function endOf(known: Known): End | undefined {
  const lastDay = addDays(civilDateAt(known.instant), -1);
  return [revoked(known), dropped(known), notBasic(known), ranOut(known)]
    .flatMap((end) => end ?? [])
    .filter(({ on }) => on <= lastDay)
    .reduce<End | undefined>(
      (first, end) => (first === undefined || end.on < first.on ? end : first),
      undefined,
    );
}

/** The revocation's own day, or the day the assignment was called back where that came first. */
function revoked({ stood, changes }: Known): End | undefined {
  const revocation = stood.at(-1)?.decision?.revocation;
  if (revocation === undefined) return undefined;
  const last = changes.at(-1);
  const calledBackOn = last?.status === "cancelled" ? civilDateAt(last.on) : revocation.on;
  const on = calledBackOn < revocation.on ? calledBackOn : revocation.on;
  return { on, because: `revoked: ${revocation.reason}` };
}

/** The day SF sent the revision from which on no revision held it. */
function dropped({ stood, interventionId }: Known): End | undefined {
  const on = sinceWhen(stood, ({ interventions }) =>
    interventions.every((intervention) => intervention.interventionId !== interventionId),
  );
  return on === undefined ? undefined : { on, because: "dropped" };
}

/** The day SF sent the revision from which on it rested on 12 kap. 4 §, which is not reported. */
function notBasic({ stood }: Known): End | undefined {
  const on = sinceWhen(stood, ({ legalBasis }) => legalBasis === "sol-12-4");
  return on === undefined ? undefined : { on, because: "not-basic" };
}

/** The day from which on it has been so, after it had been otherwise. */
function sinceWhen(
  stood: readonly Stood[],
  isSo: (decision: NonNullable<Stood["decision"]>) => boolean,
): CivilDate | undefined {
  const otherwise = stood.findLastIndex(({ decision }) => decision !== undefined && !isSo(decision));
  const since = otherwise < 0 ? undefined : stood[otherwise + 1]?.since;
  return since === undefined ? undefined : civilDateAt(since);
}

function ranOut({ stood, interventionId }: Known): End | undefined {
  const to = stood
    .flatMap(({ decision }) => decision?.interventions ?? [])
    .findLast((intervention) => intervention.interventionId === interventionId)?.to;
  return to === undefined ? undefined : { on: to, because: "ran-out" };
}
