import type { CaseRecord, Message } from "@hemvist/casework";
import { type Item, itemOf, recordOf } from "./case-item.ts";
import type { Seal } from "./seal.ts";

/**
 * Opens a sealed record that is no decision, and finds nothing. A caller who may not see a decision gets the same answer
 * as if it did not exist. By the time that the answer takes, it must not see the difference either: so hemvist opens one
 * body in both cases.
 */
export function decoyUnder(seal: Seal): () => Promise<undefined> {
  let sealed: Promise<Item> | undefined;
  return async () => {
    sealed ??= itemOf(decoy, seal).catch((error: unknown) => {
      sealed = undefined;
      throw error;
    });
    await recordOf(await sealed, seal);
    return undefined;
  };
}

const [day, instant] = ["2025-07-01", "2025-07-01T08:00:00Z"];
const citation = { legalBasis: "sol-12-4", act: "SFS 2025:400" } as const;
const ids = ["1", "2"] as const;
const placed = {
  area: "job",
  subArea: "job.traineeship",
  governedBy: ["arbvux"],
  carriedOutBy: "arbvux",
  parallel: false,
  provider: "decoy",
} as const;

const message = (index: number): Message => ({
  queue: "decoy",
  event: {
    specversion: "1.0",
    id: `decoy.1.${index}`,
    source: "urn:hemvist:decoy",
    type: "decoy.hemvist.decoy.v1",
    subject: "decoy",
    time: instant,
    datacontenttype: "application/json",
    correlationid: "decoy",
    causationid: "decoy",
    data: {
      rules: Array.from({ length: 18 }, (_, rule) => ({ rule: `decoy-${rule}`, says: "x".repeat(80) })),
    },
  },
});

/** About as large as the first version of a decision with two interventions: 10 KB of JSON. */
const decoy: CaseRecord = {
  administration: "decoy",
  decisionId: "decoy",
  version: 1,
  personKey: "decoy",
  standing: {
    decision: {
      decisionId: "decoy",
      revision: 1,
      administration: "decoy",
      caseNumber: "decoy",
      decidedOn: day,
      validFrom: day,
      citation,
      person: { protectedIdentity: true, reference: "decoy" },
      assessment: {
        unemployment: "full-time",
        workAbility: "established",
        needsInvestigationOrRehabilitation: false,
      },
      interventions: ids.map((interventionId) => ({
        interventionId,
        subArea: placed.subArea,
        from: day,
        to: day,
      })),
    },
    contentHash: "decoy",
    receivedAt: instant,
    judgement: {
      outcome: "assigned",
      legalBasis: "sol-12-4",
      placements: ids.map((interventionId) => ({ interventionId, ...placed })),
      findings: [],
      triedRules: Array.from({ length: 18 }, (_, rule) => ({
        rule: `decoy-${rule}`,
        severity: "must",
        holds: true,
        concerns: "/decidedOn",
      })),
    },
  },
  assignments: ids.map((interventionId) => ({
    interventionId,
    ...placed,
    assignmentId: `decoy.decoy.${interventionId}`,
    decidedOn: day,
    from: day,
    to: day,
    status: "requested",
    requestedAt: instant,
    statusAt: instant,
    heardAt: instant,
    answerBy: day,
  })),
  proposals: [],
  followUps: [],
  history: ids.map((interventionId) => ({
    what: "assignment-requested",
    assignmentId: `decoy.decoy.${interventionId}`,
    provider: "decoy",
    version: 1,
    at: instant,
    by: "decoy",
  })),
  inboxVersions: {},
  stood: [],
  outbox: [message(1), message(2), message(3)],
};
