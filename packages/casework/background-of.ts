import type { Background, Standing } from "@hemvist/rules";
import type { AssignmentStatus } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";

/** What is known of a decision beyond its message: what stands, and what its interventions follow. */
export const backgroundOf = (
  record: CaseRecord | undefined,
  followed: Background["followed"],
): Background => ({
  ...(record ? standingIn(record) : {}),
  ...(followed ? { followed } : {}),
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
    },
  };
}
