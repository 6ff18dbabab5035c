import { type CivilDate, civilDateAt } from "@hemvist/rules";
import type { Change, PastAssignment } from "./as-it-was.ts";
import type { EndReason } from "./end.ts";

/** A time in which an intervention was not carried out, however short. */
export interface Idle {
  readonly kind: "never-begun" | "interrupted";
  readonly since: CivilDate;
  /** Absent while it lasts. */
  readonly end?: { readonly on: CivilDate; readonly because: EndReason | "carried-out" };
  /** When hemvist got the report that it had been carried out. */
  readonly heardOn?: CivilDate;
  /** A code: why it was not carried out, as far as it is known. */
  readonly reason: string;
}

/**
 * The times in which an assignment was not carried out, in order: before it began, and after each interruption.
 *
 * > … som inte har verkställts på nytt inom tre månader från den dag då verkställigheten avbröts.
 * > SFS 2025:400 34 kap. 1 §
 *
 * Only its beginning ends one of them, whatever revision or provider comes in between. An intervention that SF takes
 * back and gives again goes on from where it was.
 */
export function idlesOf({ changes, decidedOn, end }: PastAssignment): readonly Idle[] {
  let walk: Walk = { over: [], hasBegun: false };
  for (const change of changes) walk = after(walk, change, decidedOn);
  const { over, open } = walk;
  return open === undefined ? over : [...over, end === undefined ? open : { ...open, end }];
}

interface Walk {
  readonly over: readonly Idle[];
  readonly open?: Idle;
  readonly hasBegun: boolean;
  /** Since when it is not carried out and need not be: it is completed, or SF has taken it back. */
  readonly stoppedOn?: CivilDate;
}

function after(walk: Walk, change: Change, decidedOn: CivilDate): Walk {
  const { over, open, hasBegun } = walk;
  const on = civilDateAt(change.on);
  const reason = reasonOf(change);
  switch (change.status) {
    case "in-progress": {
      if (open === undefined) return { over, hasBegun: true };
      const heardOn = civilDateAt(change.heardAt);
      return {
        over: [...over, { ...open, end: { on, because: "carried-out" }, heardOn }],
        hasBegun: true,
      };
    }
    case "on-hold":
    case "failed":
    case "requested":
    case "received":
    case "accepted":
    case "rejected": {
      if (open !== undefined) return { ...walk, open: { ...open, reason } };
      const began: Idle = hasBegun
        ? { kind: "interrupted", since: walk.stoppedOn ?? on, reason }
        : { kind: "never-begun", since: decidedOn, reason };
      return { over, hasBegun, open: began };
    }
    case "completed":
    case "cancelled":
      return open === undefined ? { ...walk, stoppedOn: on } : walk;
  }
}

/** The provider's own code if it gave one, otherwise what hemvist waits for. */
function reasonOf({ status, reason }: Change): string {
  if (reason !== undefined) return reason;
  if (status === "requested") return "not-acknowledged";
  return status === "received" ? "not-answered" : "not-started";
}
