import type { Instant, Stood } from "@hemvist/casework";
import { addDays, type CivilDate, civilDateAt, type RevocationReason } from "@hemvist/rules";
import type { Change } from "./as-it-was.ts";
import { inOrderOf } from "./fold.ts";

/** How an intervention ended without its provider: the day and the reason. */
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
  const ends = [...revoked(known), ...dropped(known), ...notBasic(known), ...ranOut(known)];
  const [earliest] = inOrderOf(
    ends.filter(({ on }) => on <= lastDay),
    ({ on }) => on,
  );
  return earliest;
}

/** The revocation's own day, or the day the assignment was called back where that came first. */
function revoked({ stood, changes }: Known): readonly End[] {
  const revocation = stood.at(-1)?.decision?.revocation;
  if (revocation === undefined) return [];
  const calledBack = changes.slice(-1).filter(({ status }) => status === "cancelled");
  return [revocation.on, ...calledBack.map(({ on }) => civilDateAt(on))].map((on) => ({
    on,
    because: `revoked: ${revocation.reason}`,
  }));
}

/** The day SF sent the revision from which on no revision held it. */
const dropped = ({ stood, interventionId }: Known): readonly End[] =>
  sinceWhen(stood, ({ interventions }) =>
    interventions.every((intervention) => intervention.interventionId !== interventionId),
  ).map((on) => ({ on, because: "dropped" }));

/** The day SF sent the revision from which on it rested on 12 kap. 4 §, which is not reported. */
const notBasic = ({ stood }: Known): readonly End[] =>
  sinceWhen(stood, ({ legalBasis }) => legalBasis === "sol-12-4").map((on) => ({ on, because: "not-basic" }));

/** The day from which on it has been so, after it had been otherwise; none where it is not so, or always was. */
function sinceWhen(
  stood: readonly Stood[],
  isSo: (decision: NonNullable<Stood["decision"]>) => boolean,
): readonly CivilDate[] {
  const otherwise = stood.findLastIndex(({ decision }) => decision !== undefined && !isSo(decision));
  if (otherwise < 0) return [];
  return stood.slice(otherwise + 1, otherwise + 2).map(({ since }) => civilDateAt(since));
}

const ranOut = ({ stood, interventionId }: Known): readonly End[] =>
  stood
    .flatMap(({ decision }) => decision?.interventions ?? [])
    .filter((intervention) => intervention.interventionId === interventionId)
    .slice(-1)
    .map(({ to }) => ({ on: to, because: "ran-out" }));
