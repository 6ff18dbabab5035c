import {
  type AssignmentStatus,
  type CaseRecord,
  followUp,
  openTo,
  propose,
  receive,
  reportProgress,
  type Wish,
} from "@hemvist/casework";
import { contentHash } from "@hemvist/contracts";
import { addDays } from "@hemvist/rules";
import fc from "fast-check";
import { aProposal, aReport, followedUp, progressed, proposed, received, settled } from "./a-case.ts";
import { aDecision, anIntervention } from "./a-decision.ts";
import { goteborg } from "./goteborg.ts";

/** A decision's versions, one by one, in which everything happens that a history can hold. */
export function aFullLife(): readonly CaseRecord[] {
  const diet = anIntervention({ interventionId: "2", subArea: "health.diet-exercise", to: "2027-02-09" });
  const longer = anIntervention({ to: "2027-06-30" });
  const first = received();
  const reminded = followedUp(first, "2026-11-03T08:00:00Z");
  const accepted = progressed(
    reminded,
    aReport("accepted", { occurredAt: "2026-11-03T09:12:00Z" }),
    aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" }),
  );
  const asked = proposed(accepted, aProposal({ madeAt: "2026-11-17T08:00:00Z" }));
  const agreed = settled(asked, { to: "agreed", at: "2026-11-18T08:00:00Z" });
  const returned = received(aDecision({ revision: 2, validTo: undefined }), {
    after: agreed,
    at: "2026-11-19T08:00:00Z",
  });
  const amended = received(aDecision({ revision: 2, interventions: [longer, diet] }), {
    after: returned,
    at: "2026-11-20T08:00:00Z",
  });
  const cancelled = received(aDecision({ revision: 3, interventions: [longer] }), {
    after: amended,
    at: "2026-11-23T08:00:00Z",
  });
  const hidden = received(
    aDecision({
      revision: 4,
      interventions: [longer],
      person: { protectedIdentity: true, reference: "SKYDD-1" },
    }),
    { after: cancelled, at: "2026-11-24T08:00:00Z" },
  );
  const failed = progressed(
    hidden,
    aReport("failed", {
      occurredAt: "2026-12-01T08:00:00Z",
      reason: { code: "other", whose: "person", text: "as the provider says" },
    }),
  );
  return [first, reminded, accepted, asked, agreed, returned, amended, cancelled, hidden, failed];
}

type Step =
  | {
      readonly do: "revise";
      readonly holds: readonly string[];
      readonly withinModel: boolean;
      readonly revokedOn: string | undefined;
    }
  | { readonly do: "report"; readonly intervention: string; readonly choice: number }
  | { readonly do: "propose"; readonly intervention: string; readonly wish: Wish }
  | { readonly do: "look" };

const ids = ["1", "2", "3"];
const wish: fc.Arbitrary<Wish> = fc.constantFrom(
  { kind: "extend", to: "2027-10-01" },
  { kind: "end-early", to: "2027-01-31" },
  { kind: "change-start", from: "2026-12-01" },
  { kind: "change-service", service: "kc-praktik" },
  { kind: "change-sub-area", subArea: "job.coaching" },
);
const step: fc.Arbitrary<{ readonly days: number; readonly step: Step }> = fc.record({
  days: fc.integer({ min: 0, max: 45 }),
  step: fc.oneof(
    fc.record({
      do: fc.constant("revise" as const),
      holds: fc.subarray(ids, { minLength: 1 }),
      withinModel: fc.boolean(),
      revokedOn: fc.constantFrom(undefined, undefined, undefined, undefined, "2026-11-02", "2027-01-31"),
    }),
    fc.record({
      do: fc.constant("report" as const),
      intervention: fc.constantFrom(...ids),
      choice: fc.nat(6),
    }),
    fc.record({ do: fc.constant("propose" as const), intervention: fc.constantFrom(...ids), wish }),
    fc.record({ do: fc.constant("look" as const) }),
  ),
});

/** The versions of one decision through any sequence of what may happen to it: each differs from the one before. */
export const aLife: fc.Arbitrary<readonly CaseRecord[]> = fc
  .array(step, { maxLength: 25, size: "max" })
  .map((steps) => {
    const life = [received()];
    let day = 0;
    for (const [index, { days, step: taken }] of steps.entries()) {
      day += days;
      const before = life.at(-1) as CaseRecord;
      const next = after(before, {
        step: taken,
        at: `${addDays("2026-11-02", day)}T10:00:00Z`,
        id: `${index}`,
      });
      if (next !== undefined) life.push(next);
    }
    return life;
  });

/** The record after a step; undefined where it was refused or changed nothing. */
function after(
  record: CaseRecord,
  { step: taken, at, id }: { step: Step; at: string; id: string },
): CaseRecord | undefined {
  const cause = { municipality: goteborg, at, causationId: id };
  switch (taken.do) {
    case "look":
      return followUp(record, { at: at, municipality: goteborg });
    case "report": {
      const assignment = record.assignments.find(
        ({ interventionId }) => interventionId === taken.intervention,
      );
      const open: readonly AssignmentStatus[] = assignment ? openTo(assignment.status) : [];
      const status = open[taken.choice % open.length];
      if (assignment === undefined || status === undefined) return undefined;
      const { assignmentId } = assignment;
      const report = aReport(status, { progressId: id, assignmentId, occurredAt: at });
      const reported = reportProgress(record, report, { cause });
      return reported.kind === "recorded" ? reported.record : undefined;
    }
    case "propose": {
      const assignmentId = `sf-centrum.SFC-2026-004711.${taken.intervention}`;
      const asked = propose(
        record,
        { proposalId: id, assignmentId, wish: taken.wish, madeAt: at },
        { cause },
      );
      return asked.kind === "recorded" ? asked.record : undefined;
    }
    case "revise": {
      const decision = aDecision({
        revision: (record.standing?.decision.revision ?? 0) + 1,
        interventions: taken.holds.map((interventionId) => anIntervention({ interventionId })),
        validTo: taken.withinModel ? "2027-11-08" : undefined,
        revocation: taken.revokedOn ? { on: taken.revokedOn, reason: "no-longer-needed" } : undefined,
      });
      const incoming = { decision, contentHash: contentHash(decision), personKey: "pseudonym" };
      const reception = receive(record, incoming, cause);
      return reception.kind === "recorded" ? reception.record : undefined;
    }
  }
}
