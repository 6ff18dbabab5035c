import type { Proposing, Settling } from "@hemvist/casework";
import * as z from "zod";
import type { Read } from "./decision-message.ts";
import { type Fault, fault, faultsOf } from "./fault.ts";
import { assignmentId, civilDate, id, instant, subArea, toUtc } from "./parts.ts";

export const proposalId = z.uuid().meta({ description: "The provider's own, for idempotency" });

export const wish = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("extend"), to: civilDate }),
    z.strictObject({ kind: z.literal("end-early"), to: civilDate }),
    z.strictObject({ kind: z.literal("change-start"), from: civilDate }),
    z.strictObject({ kind: z.literal("change-service"), service: id }),
    z.strictObject({ kind: z.literal("change-sub-area"), subArea }),
  ])
  .meta({ id: "Wish", description: "What is asked for; only a revision changes the decision" });

/** A provider asks for a change of an assignment. */
export const proposalMessage = z
  .strictObject({ proposalId, assignmentId, wish, madeAt: instant })
  .meta({ id: "Proposal", title: "A proposal (provider → hemvist)" });

/** The provider takes its proposal back. */
export const withdrawalMessage = z
  .strictObject({ proposalId, assignmentId, withdrawnAt: instant })
  .meta({ id: "ProposalWithdrawal", title: "A proposal taken back (provider → hemvist)" });

export const declineReason = z.enum([
  "not-needed",
  "not-within-decision",
  "no-means",
  "person-declined",
  "other",
]);

/** SF answers a proposal; one that is declined gives its reason. */
export const proposalAnswerMessage = z
  .strictObject({
    proposalId,
    assignmentId,
    answer: z.enum(["agreed", "declined"]),
    reason: declineReason.exactOptional(),
    answeredAt: instant,
  })
  .meta({ id: "ProposalAnswer", title: "The answer to a proposal (SF → hemvist)" });

export const readProposal = (message: unknown): Read<Proposing> =>
  reading(proposalMessage, message, ({ madeAt, ...proposal }) => ({ ...proposal, madeAt: toUtc(madeAt) }));

export const readWithdrawal = (message: unknown): Read<Settling> =>
  reading(withdrawalMessage, message, ({ withdrawnAt, ...ids }) => ({
    ...ids,
    to: "withdrawn",
    at: toUtc(withdrawnAt),
  }));

export function readProposalAnswer(message: unknown): Read<Settling> {
  const read = reading(proposalAnswerMessage, message, ({ answer, answeredAt, ...rest }) => ({
    ...rest,
    to: answer,
    at: toUtc(answeredAt),
  }));
  const unmet = declines(message) ? [fault("/reason", "needs-reason")] : [];
  return unmet.length === 0 ? read : unreadable([...(read.ok ? [] : read.faults), ...unmet]);
}

const withoutReason = z.object({ answer: z.literal("declined"), reason: z.undefined().optional() });

/** Whether it declines without a reason, whatever else is wrong with it. */
const declines = (message: unknown): boolean => withoutReason.safeParse(message).success;

const unreadable = (faults: readonly Fault[]): Read<never> => ({ ok: false, faults });

function reading<Schema extends z.ZodType, T>(
  schema: Schema,
  message: unknown,
  toValue: (data: z.infer<Schema>) => T,
): Read<T> {
  const parsed = schema.safeParse(message, { reportInput: true });
  return parsed.success
    ? { ok: true, value: toValue(parsed.data) }
    : unreadable(faultsOf(parsed.error.issues));
}
