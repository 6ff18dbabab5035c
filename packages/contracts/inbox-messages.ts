import { followUpKinds, levels } from "@hemvist/casework";
import type { Judgement } from "@hemvist/rules";
import * as z from "zod/mini";
import { answer } from "./answer.ts";
import { described } from "./described.ts";
import { eventOf } from "./envelope.ts";
import { faultSchema } from "./fault-schema.ts";
import { administration, assignmentId, civilDate, id, instant, party } from "./parts.ts";
import { assignmentStatus, reason, result } from "./progress-message.ts";
import { proposalChanged, proposalRefused } from "./proposal-messages.ts";

const messageId = described(z.string(), { description: "The queue message that it answers" });
const version = z.int().check(z.minimum(1));
const previousVersion = described(z.exactOptional(z.int().check(z.minimum(1))), {
  description:
    "The version of the message before it to the same inbox about the same decision: another than the receiver has seen is a gap. Absent in the first, and in an answer that is given again (`messageId`).",
});

const answered = (outcome: Judgement["outcome"]) =>
  described(
    z.extend(answer, {
      outcome: z.literal(outcome),
      version,
      previousVersion,
      messageId: z.exactOptional(messageId),
    }),
    { id: outcome === "assigned" ? "DecisionAssigned" : "DecisionReturned" },
  );

/** The decision that a refusal concerns, as far as hemvist could read it. */
const named = {
  administration: z.exactOptional(administration),
  decisionId: z.exactOptional(id),
  revision: z.exactOptional(z.int().check(z.minimum(1))),
};

const unreadable = described(
  z.strictObject({ messageId, ...named, faults: z.array(faultSchema).check(z.minLength(1)) }),
  { id: "DecisionUnreadable" },
);

const refused = described(
  z.discriminatedUnion("why", [
    z.strictObject({
      messageId,
      ...named,
      why: z.literal("revision-skipped"),
      expectedRevision: z.int().check(z.minimum(1)),
    }),
    z.strictObject({
      messageId,
      ...named,
      why: z.literal("content-differs"),
      revision: z.int().check(z.minimum(1)),
    }),
  ]),
  { id: "DecisionRefused" },
);

const statusChanged = described(
  z.strictObject({
    assignmentId,
    administration,
    decisionId: id,
    version,
    previousVersion,
    provider: party,
    previousStatus: assignmentStatus,
    status: assignmentStatus,
    occurredAt: instant,
    expectedStartOn: z.exactOptional(civilDate),
    reason: z.exactOptional(reason),
    result: z.exactOptional(result),
  }),
  { id: "StatusChanged" },
);

const followUpKind = z.enum(followUpKinds);

export const level = described(z.enum(levels), { description: "The level that must act on it" });

const followUpDue = described(
  z.strictObject({
    administration,
    decisionId: id,
    version,
    previousVersion,
    kind: followUpKind,
    assignmentId: z.exactOptional(assignmentId),
    proposalId: z.exactOptional(z.string()),
    dueOn: civilDate,
    level,
  }),
  { id: "FollowUpDue" },
);

/** The messages with an identity that hemvist sent before it was protected. Only people can call them back. */
const sentBeforeProtection = described(
  z.strictObject({
    administration,
    decisionId: id,
    version,
    previousVersion,
    sentBefore: z.array(z.strictObject({ assignmentId, provider: party, at: instant })).check(z.minLength(1)),
  }),
  { id: "SentBeforeProtection" },
);

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
