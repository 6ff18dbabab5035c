import { proposalRefusals, proposalStatuses } from "@hemvist/casework";
import * as z from "zod/mini";
import { crowded } from "./crowded.ts";
import { described } from "./described.ts";
import { eventOf } from "./envelope.ts";
import { faultSchema } from "./fault-schema.ts";
import { administration, assignmentId, civilDate, id, instant, party } from "./parts.ts";
import { assignmentStatus } from "./progress-message.ts";
import { declineReason, proposalId, wish } from "./proposal-message.ts";

export const proposalStatus = z.enum(proposalStatuses);

/** A proposal and what came of it. */
export const proposalView = described(
  z.strictObject({
    proposalId: z.string(),
    assignmentId,
    provider: described(party, { description: "Who made it" }),
    wish,
    status: proposalStatus,
    madeAt: instant,
    answeredAt: z.exactOptional(instant),
    reason: z.exactOptional(declineReason),
    metBy: described(z.exactOptional(z.int()), { description: "The revision that carried it out" }),
  }),
  { id: "ProposalView", title: "A proposal, and what came of it" },
);

/** Goes to the other side: to SF's inbox or to the provider. */
export const proposalChanged = eventOf(
  "proposal.status-changed",
  described(
    z.extend(proposalView, {
      administration,
      decisionId: id,
      version: z.int().check(z.minimum(1)),
      previousVersion: described(z.exactOptional(z.int().check(z.minimum(1))), {
        description: "In SF's inbox: the version of the message before it there about the same decision",
      }),
      expectsRevision: z.exactOptional(z.boolean()),
    }),
    { id: "ProposalChanged" },
  ),
);

const refused = { messageId: z.string(), assignmentId, proposalId };

/** Goes to the sender of a message about a proposal that changed nothing. */
export const proposalRefused = eventOf(
  "proposal.refused",
  described(
    z.discriminatedUnion("why", [
      z.strictObject({
        messageId: z.string(),
        assignmentId: z.exactOptional(assignmentId),
        proposalId: z.exactOptional(proposalId),
        why: z.literal("unreadable"),
        faults: z.array(faultSchema).check(z.minLength(1)),
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
    ]),
    { id: "ProposalRefused" },
  ),
);
