import {
  assignmentStatuses,
  type Progress,
  reasonCodes,
  reasonOwners,
  reportedStatuses,
  results,
  transitions,
} from "@hemvist/casework";
import * as z from "zod/mini";
import { described } from "./described.ts";
import { type Fault, fault } from "./fault.ts";
import { assignmentId, civilDate, instant, text, toUtc } from "./parts.ts";
import { parsedBy, type Read, unreadable } from "./reading.ts";

/** The statuses that a provider reports; `cancelled` is SF's, through a revision. */
const reported = z.enum(reportedStatuses);

export const reason = z.strictObject({
  code: z.enum(reasonCodes),
  whose: z.enum(reasonOwners),
  text: described(z.exactOptional(text(200)), { description: "Only with the code `other`" }),
});

export const result = z.enum(results);

/** What a provider reports of an assignment. */
export const progressMessage = described(
  z.strictObject({
    progressId: described(z.uuid(), { description: "The sender's own, for idempotency" }),
    assignmentId,
    status: reported,
    occurredAt: instant,
    reason: z.exactOptional(reason),
    result: z.exactOptional(result),
    expectedStartOn: z.exactOptional(civilDate),
  }),
  { id: "Progress", title: "Progress (provider → hemvist)" },
);

/**
 * Reads a report, or says everything that is wrong with it at once. Its instant comes out in UTC, its id in lower case:
 * UUIDs are compared without case.
 */
export function readProgress(message: unknown): Read<Progress> {
  const { data, sent, faults } = parsedBy(progressMessage, message);
  const all = [...faults, ...unmetNeeds(sent)];
  if (data === undefined || all.length > 0) return unreadable(all);
  const { progressId, occurredAt, ...rest } = data;
  return {
    ok: true,
    value: { ...rest, progressId: progressId.toLowerCase(), occurredAt: toUtc(occurredAt) },
  };
}

/** The parts of a report that show what it needs, also if other parts are wrong. */
const sketch = z.object({
  status: reported,
  reason: z.optional(z.unknown()),
  result: z.optional(z.unknown()),
  expectedStartOn: z.optional(z.unknown()),
});
const reasonSketch = z.object({ code: reason.shape.code, text: z.optional(z.unknown()) });

/** What the status it reports needs, by the casework's own table, and the report does not carry. */
function unmetNeeds(message: unknown): readonly Fault[] {
  const { success, data: report } = sketch.safeParse(message);
  if (!success) return [];
  const transition = transitions.find(({ to }) => to === report.status);
  switch (transition?.needs) {
    case "reason":
      if (report.reason === undefined) return [fault("/reason", "needs-reason")];
      return reasonFaults(report.reason, transition.reasons);
    case "result":
      return report.result === undefined ? [fault("/result", "needs-result")] : [];
    case "expectedStartOn":
      return report.expectedStartOn === undefined ? [fault("/expectedStartOn", "needs-expected-start")] : [];
    case undefined:
      return reasonFaults(report.reason);
  }
}

/** @param allowed the codes that the status takes; any where it asks for none */
function reasonFaults(given: unknown, allowed?: readonly string[]): readonly Fault[] {
  const { success, data } = reasonSketch.safeParse(given);
  if (!success) return [];
  if (allowed !== undefined && !allowed.includes(data.code)) return [fault("/reason/code", "needs-reason")];
  if (data.code === "other") return data.text === undefined ? [fault("/reason/text", "needs-text")] : [];
  return data.text === undefined ? [] : [fault("/reason/text", "text-not-asked-for")];
}

/** A status read from the wire or the store. */
export const assignmentStatus = z.enum(assignmentStatuses);
