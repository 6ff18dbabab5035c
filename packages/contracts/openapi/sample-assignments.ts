import { type CaseRecord, followUp } from "@hemvist/casework";
import { afterDecision, afterProgress } from "./sample-record.ts";

/** The sample decisions and reports that the sample assignments come of. */
export interface Samples {
  readonly decision: unknown;
  readonly nextRevision: unknown;
  readonly protectedPerson: unknown;
  readonly received: unknown;
}

/** What providers receive, by the name of its file: made by the casework itself. */
export function sampleAssignments(samples: Samples): ReadonlyMap<string, object> {
  const first = afterDecision(samples.decision, { at: "2026-11-02T09:00:00Z" });
  const revised = afterDecision(samples.nextRevision, { at: "2026-11-06T09:00:00Z", before: first });
  const secret = afterDecision(samples.protectedPerson, { at: "2026-11-02T09:05:00Z" });
  const { record: received } = afterProgress(first, samples.received);
  return new Map([
    ["01-requested.json", eventIn(first, "requested")],
    ["02-requested-for-a-protected-person.json", eventIn(secret, "requested")],
    ["03-reminder.json", eventIn(remindedOf(received), "reminder")],
    ["04-amended.json", eventIn(revised, "amended")],
    ["05-cancelled.json", eventIn(revised, "cancelled")],
  ]);
}

function eventIn({ outbox }: CaseRecord, happening: string): object {
  const message = outbox.find(({ event }) => event.type === `se.goteborg.hemvist.assignment.${happening}.v1`);
  if (message === undefined) throw new Error(`no assignment is ${happening}`);
  return message.event;
}

/** The provider has not answered in time; what else is due by then comes to the same turn. */
function remindedOf(record: CaseRecord): CaseRecord {
  const reminded = followUp(record, "2026-11-10T07:00:00Z");
  if (reminded === undefined) throw new Error("nothing is due");
  return reminded;
}
