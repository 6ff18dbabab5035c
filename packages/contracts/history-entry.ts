import {
  assignmentFacts,
  followUpKinds,
  type Instant,
  type Level,
  proposalStatuses,
  type Reason,
  results,
  wishKinds,
} from "@hemvist/casework";
import * as z from "zod/mini";
import { civilDate } from "./parts.ts";
import { assignmentStatus } from "./progress-message.ts";

/**
 * What entries are made of. The wire says of each what form it has. The store only says that it is a text: it was held
 * to its form when it came in.
 */
interface Parts {
  readonly version: z.ZodMiniType<number>;
  readonly instant: z.ZodMiniType<Instant>;
  readonly by: z.ZodMiniType<string>;
  readonly contentHash: z.ZodMiniType<string>;
  readonly assignmentId: z.ZodMiniType<string>;
  readonly progressId: z.ZodMiniType<string>;
  readonly reason: z.ZodMiniType<Reason>;
  readonly level: z.ZodMiniType<Level>;
  /** What a follow-up is about. */
  readonly about: z.ZodMiniType<string>;
  /** The provider that had the assignment then. */
  readonly provider: z.ZodMiniType<string>;
  /** The provider that the assignment was handed to again. */
  readonly providerAgain: z.ZodMiniExactOptional<z.ZodMiniType<string>>;
}

/** One entry of a decision's history, each kind of it once. */
export function historyEntryOf(parts: Parts) {
  const { instant, contentHash, assignmentId, about } = parts;
  const written = { version: parts.version, at: instant, by: parts.by };
  const occurrence = { kind: z.enum(followUpKinds), about, occurrence: civilDate };
  return z.discriminatedUnion("what", [
    z.strictObject({
      what: z.literal("revision-assigned"),
      revision: z.int(),
      contentHash,
      model: z.string(),
      decidedOn: civilDate,
      ...written,
    }),
    z.strictObject({
      what: z.literal("revision-returned"),
      revision: z.int(),
      contentHash,
      rules: z.array(z.string()),
      ...written,
    }),
    z.strictObject({
      what: z.enum(assignmentFacts),
      assignmentId,
      provider: parts.provider,
      ...written,
    }),
    z.strictObject({
      what: z.literal("progress-reported"),
      assignmentId,
      progressId: parts.progressId,
      status: assignmentStatus,
      occurredAt: instant,
      expectedStartOn: z.exactOptional(civilDate),
      reason: z.exactOptional(parts.reason),
      result: z.exactOptional(z.enum(results)),
      ...written,
    }),
    z.strictObject({
      what: z.literal("proposal-changed"),
      proposalId: z.string(),
      assignmentId,
      status: z.enum(proposalStatuses),
      wish: z.enum(wishKinds),
      ...written,
    }),
    z.strictObject({
      what: z.literal("proposal-met"),
      proposalId: z.string(),
      assignmentId,
      revision: z.int(),
      ...written,
    }),
    z.strictObject({ what: z.literal("identity-protected"), sentBefore: z.array(assignmentId), ...written }),
    z.strictObject({
      what: z.literal("follow-up-told"),
      ...occurrence,
      level: parts.level,
      provider: parts.providerAgain,
      ...written,
    }),
    z.strictObject({ what: z.literal("follow-up-ended"), ...occurrence, ...written }),
  ]);
}
