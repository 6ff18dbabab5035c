import { declineReasons, type Proposing, proposalAnswers, type Settling } from "@hemvist/casework";
import * as z from "zod/mini";
import { described } from "./described.ts";
import { type Fault, fault } from "./fault.ts";
import { isIdentityNumber } from "./identity-number.ts";
import { as, assignmentId, civilDate, id, instant, subArea, toUtc } from "./parts.ts";
import { parsedBy, type Read, unreadable } from "./reading.ts";

export const proposalId = described(z.uuid(), { description: "The provider's own, for idempotency" });

export const wish = described(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("extend"), to: civilDate }),
    z.strictObject({ kind: z.literal("end-early"), to: civilDate }),
    z.strictObject({ kind: z.literal("change-start"), from: civilDate }),
    z.strictObject({
      kind: z.literal("change-service"),
      service: id.check(z.refine((text) => !isIdentityNumber(text), as("identity-number-as-id"))),
    }),
    z.strictObject({ kind: z.literal("change-sub-area"), subArea }),
  ]),
  { id: "Wish", description: "What is asked for; only a revision changes the decision" },
);

/** A provider asks for a change of an assignment. */
export const proposalMessage = described(
  z.strictObject({ proposalId, assignmentId, wish, madeAt: instant }),
  { id: "Proposal", title: "A proposal (provider → hemvist)" },
);

/** The provider takes its proposal back. */
export const withdrawalMessage = described(
  z.strictObject({ proposalId, assignmentId, withdrawnAt: instant }),
  { id: "ProposalWithdrawal", title: "A proposal taken back (provider → hemvist)" },
);

export const declineReason = z.enum(declineReasons);

/** SF answers a proposal; one that is declined gives its reason. */
export const proposalAnswerMessage = described(
  z.strictObject({
    proposalId,
    assignmentId,
    answer: z.enum(proposalAnswers),
    reason: z.exactOptional(declineReason),
    answeredAt: instant,
  }),
  { id: "ProposalAnswer", title: "The answer to a proposal (SF → hemvist)" },
);

export const readProposal = (message: unknown): Read<Proposing> =>
  reading(proposalMessage, message, ({ madeAt, ...proposal }) => ({ ...proposal, madeAt: toUtc(madeAt) }));

export const readWithdrawal = (message: unknown): Read<Settling> =>
  reading(withdrawalMessage, message, ({ withdrawnAt, ...ids }) => ({
    ...ids,
    to: "withdrawn",
    at: toUtc(withdrawnAt),
  }));

export const readProposalAnswer = (message: unknown): Read<Settling> =>
  reading(
    proposalAnswerMessage,
    message,
    ({ answer, answeredAt, ...rest }) => ({ ...rest, to: answer, at: toUtc(answeredAt) }),
    (sent) => (withoutReason.safeParse(sent).success ? [fault("/reason", "needs-reason")] : []),
  );

/** An answer that declines without a reason, whatever else is wrong with it. */
const withoutReason = z.object({ answer: z.literal("declined"), reason: z.optional(z.undefined()) });

/** UUIDs are compared without case: a proposal's id comes out in lower case. */
function reading<Data extends { readonly proposalId: string }, T>(
  schema: z.ZodMiniType<Data>,
  message: unknown,
  toValue: (data: Data) => T,
  unmetNeeds: (sent: unknown) => readonly Fault[] = () => [],
): Read<T> {
  const { data, sent, faults } = parsedBy(schema, message);
  const all = [...faults, ...unmetNeeds(sent)];
  if (data === undefined || all.length > 0) return unreadable(all);
  return { ok: true, value: toValue({ ...data, proposalId: data.proposalId.toLowerCase() }) };
}
