import { type CaseRecord, followUp } from "@hemvist/casework";
import { happeningOf, type Municipality } from "@hemvist/rules";
import { afterDecision, afterProgress } from "./sample-record.ts";

/** The sample decisions and reports that the sample assignments come of. */
export interface Samples {
  readonly decision: unknown;
  readonly nextRevision: unknown;
  readonly protectedPerson: unknown;
  readonly received: unknown;
}

/** What providers receive, by the name of its file: made by the casework itself. */
export function sampleAssignments(municipality: Municipality, samples: Samples): ReadonlyMap<string, object> {
  const first = afterDecision(samples.decision, { at: "2026-11-02T09:00:00Z", municipality });
  const revised = afterDecision(samples.nextRevision, {
    at: "2026-11-06T09:00:00Z",
    municipality,
    before: first,
  });
  const secret = afterDecision(samples.protectedPerson, { at: "2026-11-02T09:05:00Z", municipality });
  const { record: received } = afterProgress(first, samples.received, municipality);
  return new Map([
    ["01-requested.json", eventIn(first, "requested")],
    ["02-requested-for-a-protected-person.json", eventIn(secret, "requested")],
    ["03-reminder.json", eventIn(remindedOf(received, municipality), "reminder")],
    ["04-amended.json", eventIn(revised, "amended")],
    ["05-cancelled.json", eventIn(revised, "cancelled")],
  ]);
}

function eventIn({ outbox }: CaseRecord, happening: string): object {
  const message = outbox.find(({ event }) => happeningOf(event.type) === `assignment.${happening}`);
  if (message === undefined) throw new Error(`no assignment is ${happening}`);
  return message.event;
}

/** The provider has not answered in time; what else is due by then comes to the same turn. */
function remindedOf(record: CaseRecord, municipality: Municipality): CaseRecord {
  const reminded = followUp(record, { at: "2026-11-10T07:00:00Z", municipality });
  if (reminded === undefined) throw new Error("nothing is due");
  return reminded;
}
