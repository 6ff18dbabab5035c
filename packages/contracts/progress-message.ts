import { type AssignmentStatus, type Progress, transitions } from "@hemvist/casework";
import * as z from "zod";
import type { Read } from "./decision-message.ts";
import { type Fault, fault, faultsOf } from "./fault.ts";
import { assignmentId, civilDate, instant, text, toUtc } from "./parts.ts";

/** The statuses that a provider reports; `cancelled` is SF's, through a revision. */
const reported = z.enum([
  "received",
  "accepted",
  "rejected",
  "in-progress",
  "on-hold",
  "completed",
  "failed",
]);

export const reason = z.strictObject({
  code: z.enum([
    "no-capacity",
    "wrong-service",
    "person-declined",
    "person-unreachable",
    "illness",
    "parental-leave",
    "awaiting-place",
    "person-absent",
    "person-withdrew",
    "provider-cannot",
    "other",
  ]),
  whose: z.enum(["person", "provider", "sf", "other"]),
  text: text(200).exactOptional().meta({ description: "Only with the code `other`" }),
});

export const result = z.enum(["work", "studies", "next-step", "none"]);

/** What a provider reports of an assignment. */
export const progressMessage = z
  .strictObject({
    progressId: z.uuid().meta({ description: "The sender's own, for idempotency" }),
    assignmentId,
    status: reported,
    occurredAt: instant,
    reason: reason.exactOptional(),
    result: result.exactOptional(),
    expectedStartOn: civilDate.exactOptional(),
  })
  .meta({ id: "Progress", title: "Progress (provider → hemvist)" });

/** Reads a report, or says everything that is wrong with it at once. Its instant comes out in UTC. */
export function readProgress(message: unknown): Read<Progress> {
  const parsed = progressMessage.safeParse(message, { reportInput: true });
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error.issues) };
  const progress = { ...parsed.data, occurredAt: toUtc(parsed.data.occurredAt) };
  const faults = unmetNeeds(progress);
  return faults.length === 0 ? { ok: true, value: progress } : { ok: false, faults };
}

/** What the status it reports needs, by the casework's own table, and the report does not carry. */
function unmetNeeds(progress: Progress): readonly Fault[] {
  const transition = transitions.find(({ to }) => to === progress.status);
  switch (transition?.needs) {
    case "reason":
      return reasonFaults(progress, transition.reasons ?? []);
    case "result":
      return progress.result ? [] : [fault("/result", "needs-result")];
    case "expectedStartOn":
      return progress.expectedStartOn ? [] : [fault("/expectedStartOn", "needs-expected-start")];
    case undefined:
      return [];
  }
}

function reasonFaults({ reason: given }: Progress, allowed: readonly string[]): readonly Fault[] {
  if (given === undefined) return [fault("/reason", "needs-reason")];
  if (!allowed.includes(given.code)) return [fault("/reason/code", "needs-reason")];
  return given.code === "other" && given.text === undefined ? [fault("/reason/text", "needs-text")] : [];
}

/** A status read from the wire or the store. */
export const assignmentStatus = z.enum([
  "requested",
  ...reported.options,
  "cancelled",
]) satisfies z.ZodType<AssignmentStatus>;
