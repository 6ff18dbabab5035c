import { followUpKinds, levels } from "@hemvist/casework";
import type { Judgement } from "@hemvist/rules";
import * as z from "zod";
import { answer } from "./answer.ts";
import { eventOf } from "./envelope.ts";
import { faultSchema } from "./fault-schema.ts";
import { administration, assignmentId, civilDate, id, instant, party } from "./parts.ts";
import { assignmentStatus, reason, result } from "./progress-message.ts";
import { proposalChanged, proposalRefused } from "./proposal-messages.ts";

const messageId = z.string().meta({ description: "The queue message that it answers" });
const version = z.int().min(1);
const previousVersion = z.int().min(1).exactOptional().meta({
  description:
    "The version of the message before it to the same inbox about the same decision: another than the receiver has seen is a gap. Absent in the first, and in an answer that is given again (`messageId`).",
});

const answered = (outcome: Judgement["outcome"]) =>
  answer
    .extend({ outcome: z.literal(outcome), version, previousVersion, messageId: messageId.exactOptional() })
    .meta({ id: outcome === "assigned" ? "DecisionAssigned" : "DecisionReturned" });

/** The decision that a refusal concerns, as far as hemvist could read it. */
const named = {
  administration: administration.exactOptional(),
  decisionId: id.exactOptional(),
  revision: z.int().min(1).exactOptional(),
};

const unreadable = z
  .strictObject({ messageId, ...named, faults: z.array(faultSchema).min(1) })
  .meta({ id: "DecisionUnreadable" });

const refused = z
  .discriminatedUnion("why", [
    z.strictObject({
      messageId,
      ...named,
      why: z.literal("revision-skipped"),
      expectedRevision: z.int().min(1),
    }),
    z.strictObject({ messageId, ...named, why: z.literal("content-differs"), revision: z.int().min(1) }),
  ])
  .meta({ id: "DecisionRefused" });

const statusChanged = z
  .strictObject({
    assignmentId,
    administration,
    decisionId: id,
    version,
    previousVersion,
    provider: party,
    previousStatus: assignmentStatus,
    status: assignmentStatus,
    occurredAt: instant,
    expectedStartOn: civilDate.exactOptional(),
    reason: reason.exactOptional(),
    result: result.exactOptional(),
  })
  .meta({ id: "StatusChanged" });

const followUpKind = z.enum(followUpKinds);

export const level = z.enum(levels).meta({ description: "The level that must act on it" });

const followUpDue = z
  .strictObject({
    administration,
    decisionId: id,
    version,
    previousVersion,
    kind: followUpKind,
    assignmentId: assignmentId.exactOptional(),
    proposalId: z.string().exactOptional(),
    dueOn: civilDate,
    level,
  })
  .meta({ id: "FollowUpDue" });

/** The messages with an identity that hemvist sent before it was protected. Only people can call them back. */
const sentBeforeProtection = z
  .strictObject({
    administration,
    decisionId: id,
    version,
    previousVersion,
    sentBefore: z.array(z.strictObject({ assignmentId, provider: party, at: instant })).min(1),
  })
  .meta({ id: "SentBeforeProtection" });

/** Everything that comes on `inbox-<administration>.fifo`; on `inbox-arbvux.fifo`, `follow-up.due` only. */
export const inboxEvents = {
  "decision.assigned": eventOf("decision.assigned", answered("assigned")),
  "decision.returned": eventOf("decision.returned", answered("returned")),
  "decision.unreadable": eventOf("decision.unreadable", unreadable),
  "decision.refused": eventOf("decision.refused", refused),
  "assignment.status-changed": eventOf("assignment.status-changed", statusChanged),
  "follow-up.due": eventOf("follow-up.due", followUpDue),
  "proposal.status-changed": proposalChanged,
  "proposal.refused": proposalRefused,
  "identity.sent-before-protection": eventOf("identity.sent-before-protection", sentBeforeProtection),
} as const;
