import type { Background, Followed, Standing } from "@hemvist/rules";
import type { AssignmentStatus } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Incoming } from "./incoming.ts";
import { personKeysOf } from "./person-keys.ts";

/** What is known of a decision beyond its message: what stands, and what its interventions follow. */
export const backgroundOf = (record: CaseRecord | undefined, incoming: Incoming): Background => ({
  ...(record ? standingIn(record) : {}),
  ...(incoming.followed ? { followed: followedBy(record, incoming) } : {}),
});

const ownEnds: ReadonlySet<AssignmentStatus> = new Set(["rejected", "failed", "completed"]);

function standingIn({ standing, assignments, history }: CaseRecord): { readonly standing?: Standing } {
  if (standing === undefined) return {};
  const first = history.find((entry) => entry.what === "revision-assigned");
  return {
    standing: {
      decision: standing.decision,
      firstDecidedOn: first?.decidedOn ?? standing.decision.decidedOn,
      endedInterventions: new Set(
        assignments.filter(({ status }) => ownEnds.has(status)).map(({ interventionId }) => interventionId),
      ),
      providers: new Map(assignments.map(({ interventionId, provider }) => [interventionId, provider])),
    },
  };
}

/** Two decisions concern the same person if they share a number or reference, present or former. */
function followedBy(
  record: CaseRecord | undefined,
  { personKey, formerPersonKey, followed = new Map() }: Incoming,
): ReadonlyMap<string, Followed> {
  const ours = new Set([personKey, ...(formerPersonKey ? [formerPersonKey] : [])]);
  if (record?.standing) for (const key of personKeysOf(record)) ours.add(key);
  return new Map(
    [...followed].map(([assignmentId, { provider, personKeys }]) => [
      assignmentId,
      { provider, samePerson: personKeys.some((key) => ours.has(key)) },
    ]),
  );
}
