import { decisionOf } from "@hemvist/casework";
import { assignmentsOf, decisionsFrom, inboxOf, partiesOf, physicalName } from "@hemvist/rules";
import {
  type Party,
  partyOf,
  type ReceivedEvent,
  type WayIn,
} from "../../packages/sandbox/parties/parties.ts";
import { readSamples } from "../../packages/sandbox/samples/samples.ts";
import { report } from "../journeys/sample.ts";
import { goteborg } from "../support/goteborg.ts";
import { type Mailboxes, mailboxesOf } from "./mailboxes.ts";
import type { System } from "./system.ts";

const { administrations, executors, listeners } = partiesOf(goteborg);

/** Every queue that a party reads. */
export const partiesQueues: readonly string[] = [
  ...[...administrations, ...listeners].map((party) => physicalName(inboxOf(party))),
  ...executors.map((party) => physicalName(assignmentsOf(party))),
];

export interface Played {
  /** What HTTP answered, one line per message. */
  readonly answers: readonly string[];
  readonly mailboxes: Mailboxes;
}

/**
 * Calls once without a token. Sends every sample, one over HTTP and the next on its queue, and waits for the answer to
 * each. Then Kompetenscenter acknowledges two assignments, one each way.
 */
export async function play(system: WayIn & Partial<Pick<System, "oauthClientOf">>): Promise<Played> {
  const mailboxes = mailboxesOf(system);
  const answers: string[] = [`no token ${await withoutToken(system)}`];
  const party = (name: string): Party => partyOf(system, name, system.oauthClientOf?.(name));

  for (const [index, { name, administration, body }] of readSamples().entries()) {
    const sender = party(administration);
    if (index % 2 === 0) {
      const { status } = await sender.post("/v1/decisions", body);
      answers.push(`${name} ${status}`);
    } else {
      const messageId = await sender.send(decisionsFrom(administration), body);
      await mailboxes.until(physicalName(inboxOf(administration)), (events) =>
        events.some(causedBy(messageId)),
      );
    }
  }

  const [first = "", second = ""] = await twoOpen(mailboxes);
  const provider = party("kompetenscenter");
  const { status } = await provider.post(`/v1/assignments/${first}/progress`, received(first));
  answers.push(`${first} received ${status}`);
  await provider.send("progress-kompetenscenter.fifo", received(second), second);
  await mailboxes.until(inboxFor(second), (events) => events.some(hasChanged(second)));
  return { answers, mailboxes };
}

const withoutToken = async ({ apiUrl }: WayIn): Promise<number> =>
  (await fetch(`${apiUrl}/v1/decisions`, { method: "POST", body: "{}" })).status;

/** Two assignments that have come to Kompetenscenter and have not been cancelled. */
async function twoOpen(mailboxes: Mailboxes): Promise<readonly string[]> {
  const open = (events: readonly ReceivedEvent[]): readonly string[] => {
    const cancelled = new Set(events.filter(isCancellation).map(subjectOf));
    return events
      .filter(isRequest)
      .map(subjectOf)
      .filter((id) => !cancelled.has(id));
  };
  const queue = "assignments-kompetenscenter.fifo";
  await mailboxes.until(queue, (events) => events.some(isCancellation) && open(events).length > 1);
  return open(await mailboxes.opened(queue));
}

const received = (assignmentId: string): string =>
  report(assignmentId, "received", { occurredAt: new Date().toISOString() });

const causedBy =
  (messageId: string) =>
  ({ causationid }: ReceivedEvent): boolean =>
    causationid === messageId;

const isRequest = ({ type }: ReceivedEvent): boolean => type.endsWith("assignment.requested.v1");

const isCancellation = ({ type }: ReceivedEvent): boolean => type.endsWith("assignment.cancelled.v1");

const subjectOf = ({ subject }: ReceivedEvent): string => subject;

const hasChanged =
  (assignmentId: string) =>
  ({ type, subject }: ReceivedEvent): boolean =>
    type.endsWith("assignment.status-changed.v1") && subject === assignmentId;

const inboxFor = (assignmentId: string): string =>
  physicalName(inboxOf(decisionOf(assignmentId)?.administration ?? ""));

/**
 * What came, without what differs from run to run: instants, ids that SQS gives, and what the hourly follow-up brings
 * in case the hour strikes. In order for each subject, as FIFO queues keep it.
 */
export function comparable(events: readonly ReceivedEvent[]): readonly string[] {
  const bySubject = new Map<string, string>();
  for (const { type, subject, data } of events) {
    if (/\.(follow-up\.due|assignment\.reminder)\.v1$/.test(type)) continue;
    const line = `${type} ${subject.replace(uuid, "…")} ${stable(data)}`;
    bySubject.set(subject, `${bySubject.get(subject) ?? ""}${line}\n`);
  }
  return [...bySubject.values()].sort();
}

const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/;
const ofTheRun: ReadonlySet<string> = new Set(["at", "messageId", "occurredAt", "answerBy", "receivedAt"]);

const stable = (data: unknown): string =>
  JSON.stringify(data, (name, value: unknown) => (ofTheRun.has(name) ? undefined : value));
