import { SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import type { AssignmentStatus } from "@hemvist/casework";
import type { RunningSystem } from "@hemvist/local";
import { physicalName, progressFrom } from "@hemvist/rules";
import { type Seeded, seeded } from "../simulation/world/seeded.ts";
import { clientOf } from "./case-systems.ts";
import type { Message } from "./seen.ts";

/** A report as its provider has it in its books. */
export interface SentReport {
  readonly provider: string;
  readonly progressId: string;
  readonly assignmentId: string;
}

interface Task {
  readonly assignmentId: string;
  /** What it will still report, one thing a day. */
  readonly course: Report[];
}

interface Report {
  readonly status: AssignmentStatus;
  readonly [need: string]: unknown;
}

const atOnce = 10;

/** The providers' systems: each takes what it is asked for onto its desk, and reports on it in bulk. */
export function providers(system: RunningSystem, seed: number) {
  const chance = seeded(`providers ${seed}`);
  const desks = new Map<string, Map<string, Task>>();
  const sent: SentReport[] = [];

  async function send(provider: string, reports: readonly (SentReport & { readonly body: string })[]) {
    const { Successful = [] } = await clientOf(system, provider).send(
      new SendMessageBatchCommand({
        QueueUrl: system.queueUrl(physicalName(progressFrom(provider))),
        Entries: reports.map(({ progressId, assignmentId, body }, index) => ({
          Id: String(index),
          MessageBody: body,
          MessageGroupId: assignmentId,
          MessageDeduplicationId: progressId,
        })),
      }),
    );
    if (Successful.length !== reports.length) throw new Error(`${progressFrom(provider)} took not all`);
    sent.push(...reports.map(({ body: _body, ...report }) => report));
  }

  async function reportOf(provider: string, tasks: Iterable<Task>): Promise<void> {
    const occurredAt = system.now();
    const reports = [...tasks].flatMap(({ assignmentId, course }) => {
      const next = course.shift();
      if (next === undefined) return [];
      const progressId = uuidFrom(chance);
      const body = JSON.stringify({ progressId, assignmentId, occurredAt, ...next });
      return [{ provider, progressId, assignmentId, body }];
    });
    for (let start = 0; start < reports.length; start += atOnce)
      await send(provider, reports.slice(start, start + atOnce));
  }

  return {
    sent,
    /** A message has come to a provider's queue. */
    hear(provider: string, { type, subject, data }: Pick<Message, "type" | "subject" | "data">): void {
      const desk = desks.get(provider) ?? new Map<string, Task>();
      desks.set(provider, desk);
      if (type.endsWith(".assignment.cancelled.v1")) desk.delete(subject);
      if (type.endsWith(".assignment.requested.v1") && !desk.has(subject))
        desk.set(subject, {
          assignmentId: subject,
          course: [...courseOf(chance, data.from ?? system.now().slice(0, 10))],
        });
    },
    /** Each provider says the next thing of everything on its desk. */
    async report(): Promise<void> {
      await Promise.all([...desks].map(([provider, desk]) => reportOf(provider, desk.values())));
    },
  };
}

/** What a provider will report of an assignment; a few it forgets until it is reminded. */
function courseOf(chance: Seeded, startsOn: string): readonly Report[] {
  const received: Report = { status: "received" };
  const accepted: Report = { status: "accepted", expectedStartOn: startsOn };
  const begun: Report = { status: "in-progress" };
  const lot = chance.below(100);
  if (lot < 6) return [];
  if (lot < 80) return [received];
  if (lot < 88) return [received, accepted];
  if (lot < 94) return [{ status: "rejected", reason: { code: "no-capacity", whose: "provider" } }];
  // It begins without having accepted, which is refused.
  if (lot < 96) return [received, begun];
  return [accepted, begun, { status: "completed", result: "work" }];
}

function uuidFrom(chance: Seeded): string {
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => chance.below(16).toString(16)).join("");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}
