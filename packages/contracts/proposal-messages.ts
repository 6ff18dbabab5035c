import { proposalRefusals, proposalStatuses } from "@hemvist/casework";
import * as z from "zod";
import { crowded } from "./crowded.ts";
import { eventOf } from "./envelope.ts";
import { faultSchema } from "./fault-schema.ts";
import { administration, assignmentId, civilDate, id, instant, party } from "./parts.ts";
import { assignmentStatus } from "./progress-message.ts";
import { declineReason, proposalId, wish } from "./proposal-message.ts";

export const proposalStatus = z.enum(proposalStatuses);

/** A proposal and what came of it. */
export const proposalView = z
  .strictObject({
    proposalId: z.string(),
    assignmentId,
    provider: party.meta({ description: "Who made it" }),
    wish,
    status: proposalStatus,
    madeAt: instant,
    answeredAt: instant.exactOptional(),
    reason: declineReason.exactOptional(),
    metBy: z.int().exactOptional().meta({ description: "The revision that carried it out" }),
  })
  .meta({ id: "ProposalView", title: "A proposal, and what came of it" });

/** Goes to the other side: to SF's inbox or to the provider. */
export const proposalChanged = eventOf(
  "proposal.status-changed",
  proposalView
    .extend({
      administration,
      decisionId: id,
      version: z.int().min(1),
      previousVersion: z.int().min(1).exactOptional().meta({
        description: "In SF's inbox: the version of the message before it there about the same decision",
      }),
      expectsRevision: z.boolean().exactOptional(),
    })
    .meta({ id: "ProposalChanged" }),
);

const refused = { messageId: z.string(), assignmentId, proposalId };

/** Goes to the sender of a message about a proposal that changed nothing. */
export const proposalRefused = eventOf(
  "proposal.refused",
  z
    .discriminatedUnion("why", [
      z.strictObject({
        messageId: z.string(),
        assignmentId: assignmentId.exactOptional(),
        proposalId: proposalId.exactOptional(),
        why: z.literal("unreadable"),
        faults: z.array(faultSchema).min(1),
      }),
      z.strictObject({
        ...refused,
        why: z.enum(proposalRefusals),
      }),
      z.strictObject({ ...refused, why: z.literal("in-the-future"), receivedAt: instant }),
      z.strictObject({ ...refused, why: z.literal("before-the-decision"), decidedOn: civilDate }),
      z.strictObject({ ...refused, why: z.literal("assignment-ended"), status: assignmentStatus }),
      z.strictObject({ ...refused, why: z.literal("already-settled"), status: proposalStatus }),
      ...crowded(refused),
    ])
    .meta({ id: "ProposalRefused" }),
);
