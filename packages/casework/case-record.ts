import type {
  Administration,
  CivilDate,
  Decision,
  Intervention,
  Judgement,
  LegalBasis,
  Revocation,
} from "@hemvist/rules";
import type { Assignment, AssignmentStatus, Instant, Reason, Result } from "./assignment.ts";
import type { Message } from "./message.ts";
import type { Proposal, ProposalStatus, Wish } from "./proposal.ts";

/** One revision of a decision as it was received and judged. */
export interface Revision {
  readonly decision: Decision;
  /** SHA-256, hex, over the canonical JSON of the message: what "the same content" means. */
  readonly contentHash: string;
  readonly receivedAt: Instant;
  readonly judgement: Judgement;
}

/**
 * What was true of a decision from an instant on. History says what happened; this says what then stood, so that a
 * report on a quarter is the same after a later revision.
 */
export interface Stood {
  readonly since: Instant;
  readonly personKey: string;
  /** Of the revision that stood; absent until one was assigned. */
  readonly decision?: {
    readonly decidedOn: CivilDate;
    readonly legalBasis: LegalBasis;
    readonly interventions: readonly Pick<Intervention, "interventionId" | "subArea" | "to">[];
    readonly revocation?: Revocation;
  };
}

/** The last notice about one thing that a party must act on. */
export interface FollowUp {
  readonly kind: FollowUpKind;
  /** An assignment's id, a proposal's, or `decision`. */
  readonly about: string;
  /** The day on which it fell due. It is one occurrence, however many notices it gives. */
  readonly occurrence: CivilDate;
  /** How far up the ladder it has come, from 0. */
  readonly step: number;
  readonly toldAt: Instant;
}

/** What is awaited, and followed up when it has not come. */
export const followUpKinds = [
  "not-acknowledged",
  "not-answered",
  "not-started",
  "no-news",
  "not-resumed",
  "not-ended",
  "never-carried-out",
  "work-plan-review",
  "gap-ahead",
  "decision-ending",
  "horizon-near",
  "horizon-passed",
  "delay-near",
  "delay-passed",
  "proposal-unanswered",
  "revision-expected",
  "correction-expected",
] as const;

export type FollowUpKind = (typeof followUpKinds)[number];

/**
 * What a provider gets a reminder of. If it has not acknowledged an assignment, it gets the assignment again instead.
 */
export const remindedKinds = [
  "not-answered",
  "not-started",
  "no-news",
  "not-resumed",
  "not-ended",
  "gap-ahead",
] as const satisfies readonly FollowUpKind[];

/** Who is notified of a follow-up, in the order in which it climbs. */
export const levels = ["provider", "sf", "operative-group", "sob"] as const;

export type Level = (typeof levels)[number];

/** What SF may do to an assignment. */
export const assignmentFacts = [
  "assignment-requested",
  "assignment-amended",
  "assignment-cancelled",
] as const;

export type Fact =
  | {
      readonly what: "revision-assigned";
      readonly revision: number;
      readonly contentHash: string;
      readonly model: string;
      /** The revision's own, which a later one may move. */
      readonly decidedOn: CivilDate;
    }
  | {
      readonly what: "revision-returned";
      readonly revision: number;
      readonly contentHash: string;
      readonly rules: readonly string[];
    }
  | {
      readonly what: (typeof assignmentFacts)[number];
      readonly assignmentId: string;
      /** The provider at that time. A later revision may move the assignment. */
      readonly provider: string;
    }
  | {
      readonly what: "progress-reported";
      readonly assignmentId: string;
      readonly progressId: string;
      readonly status: AssignmentStatus;
      readonly occurredAt: Instant;
      readonly expectedStartOn?: CivilDate;
      readonly reason?: Reason;
      readonly result?: Result;
    }
  | {
      readonly what: "proposal-changed";
      readonly proposalId: string;
      readonly assignmentId: string;
      readonly status: ProposalStatus;
      readonly wish: Wish["kind"];
    }
  | {
      readonly what: "proposal-met";
      readonly proposalId: string;
      readonly assignmentId: string;
      readonly revision: number;
    }
  | {
      /** Messages with an identity that hemvist sent before it was protected. SF acts on them. */
      readonly what: "identity-protected";
      readonly sentBefore: readonly string[];
    }
  | {
      readonly what: "follow-up-told";
      readonly kind: FollowUpKind;
      readonly about: string;
      readonly occurrence: CivilDate;
      readonly level: Level;
      /** The provider that got the assignment again, if one did. */
      readonly provider?: string;
    }
  | {
      readonly what: "follow-up-ended";
      readonly kind: FollowUpKind;
      readonly about: string;
      readonly occurrence: CivilDate;
    };

/** Something that happened: never changed, never removed. */
export type HistoryEntry = Fact & {
  /** The version of the record that it brought about. */
  readonly version: number;
  readonly at: Instant;
  /** A party's code, or `hemvist`. */
  readonly by: string;
};

/**
 * A decision with everything that belongs to it: one item in the store. One write stores the state, the messages that
 * its newest version causes, and the next check, or none of them.
 */
export interface CaseRecord {
  readonly administration: Administration;
  readonly decisionId: string;
  /** Counts writes, from 1. */
  readonly version: number;
  /**
   * A pseudonym of the person that it concerns, for lookups. Until a revision is assigned, that is the person in the
   * newest one.
   */
  readonly personKey: string;
  /** The pseudonym of the case number of what stands, or of what was returned while nothing stands. */
  readonly caseKey?: string;
  /** The pseudonyms of the numbers and references that this person had before, oldest first. */
  readonly formerPersonKeys?: readonly string[];
  /** The newest revision that was assigned. */
  readonly standing?: Revision;
  /** A revision after it that was returned, until a corrected one comes. */
  readonly returned?: Revision;
  readonly assignments: readonly Assignment[];
  readonly proposals: readonly Proposal[];
  readonly followUps: readonly FollowUp[];
  readonly history: readonly HistoryEntry[];
  /** For each inbox, the version of the newest message to it. The next message names it, so that a gap shows. */
  readonly inboxVersions: Readonly<Record<string, number>>;
  /** Oldest first; the last one is true now. Never changed, never removed. */
  readonly stood: readonly Stood[];
  /** The messages that this version, and only this, causes; the stream carries them. */
  readonly outbox: readonly Message[];
  /** When hemvist must look at it next. Absent if it awaits nothing. */
  readonly dueAt?: Instant;
  /** From when it may be erased; absent where it is kept, as in Göteborg, and while anything is awaited. */
  readonly eraseAt?: Instant;
}
