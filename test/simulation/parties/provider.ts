import type { AssignmentStatus } from "@hemvist/casework";
import { addDays, instantOf, type Municipality, progressFrom } from "@hemvist/rules";
import type { Seeded } from "../world/seeded.ts";
import { day, hour, minute, second, type VirtualTime } from "../world/virtual-time.ts";
import type { Posted } from "./case-system.ts";
import { envelopesOf } from "./envelope.ts";
import type { Delivery } from "./parties.ts";
import {
  courseOf,
  mannersOf,
  needsOf,
  nextExport,
  type Reported,
  shuffledNowAndThen,
  spoilt,
} from "./provider-manners.ts";

interface Options {
  readonly municipality: Municipality;
  readonly party: string;
  readonly time: VirtualTime;
  readonly chance: Seeded;
  /** How likely it is to answer when it is first asked. */
  readonly answers: number;
  readonly nextUuid: () => string;
  readonly post: (posted: Posted & { readonly group: string; readonly deduplicationId: string }) => unknown;
}

/**
 * A provider's system: it answers, falls silent, repeats itself and reports in the wrong order. Its messages go out every
 * third hour, as such systems' exports do, so that batches are full and mixed.
 */
export function provider({ municipality, party, time, chance, answers, nextUuid, post }: Options) {
  const enveloped = envelopesOf(municipality);
  /** How often it has been asked for each assignment. */
  const asked = new Map<string, number>();
  /** The days of each, as the assignment says. */
  const planned = new Map<string, { readonly from: string; readonly to: string }>();
  const toExport: Parameters<typeof post>[0][] = [];
  const { reportsLate, insists, ...clock } = mannersOf(chance.fork("manners"));
  let { clockOff } = clock;

  function exportSoon(message: (typeof toExport)[number]): void {
    if (toExport.length === 0)
      time.at(nextExport(time.now()), () => {
        for (const one of toExport.splice(0)) post(one);
      });
    toExport.push(message);
  }

  function send(happening: string, message: Reported, id: string): void {
    const isBare = happening === "progress.reported" && chance.chance(0.3);
    exportSoon({
      queue: progressFrom(party),
      body: JSON.stringify(isBare ? message : enveloped(happening, message)),
      group: message.assignmentId.split(".").slice(0, 2).join("."),
      deduplicationId: id,
    });
  }

  function report(assignmentId: string, status: AssignmentStatus): void {
    // Some report on a Monday what happened in the week before.
    const ago = reportsLate && chance.chance(0.3) ? chance.below(7 * day) : 0;
    const occurredAt = instantOf(time.now() + clockOff - ago - chance.below(20) * second);
    const progressId = nextUuid();
    const ids = { progressId, assignmentId, occurredAt };
    const startsOn = planned.get(assignmentId)?.from ?? occurredAt.slice(0, 10);
    const message = { ...ids, status, ...needsOf(status, startsOn) };
    send("progress.reported", message, progressId);
    const lot = chance.below(100);
    if (lot < 5) time.after(chance.below(20 * minute), () => send("progress.reported", message, progressId));
    // The same id with other content, and a status that there is not.
    const other = { ...ids, status: "failed", ...needsOf("failed", startsOn) };
    if (lot >= 5 && lot < 8) send("progress.reported", other, `${progressId} other`);
    if (lot >= 8 && lot < 10)
      send("progress.reported", { ...message, status: "forgotten" }, `${progressId} odd`);
    if (lot >= 10 && lot < 12) send("progress.reported", spoilt(message), `${progressId} spoilt`);
    // A retry that makes a new id each time.
    if (insists && lot >= 12 && lot < 20) {
      for (let again = 0; again < 40; again += 1) {
        const fresh = nextUuid();
        send("progress.reported", { ...message, progressId: fresh }, fresh);
      }
    }
  }

  function propose(assignmentId: string): void {
    const proposalId = nextUuid();
    const ids = { proposalId, assignmentId };
    const to = planned.get(assignmentId)?.to;
    const wish = { kind: "extend", to: to && chance.chance(0.9) ? addDays(to, 90) : "2062-11-09" };
    send("proposal.made", { ...ids, wish, madeAt: instantOf(time.now()) }, proposalId);
    for (let again = 0; insists && again < 40; again += 1) {
      const fresh = nextUuid();
      send("proposal.made", { ...ids, proposalId: fresh, wish, madeAt: instantOf(time.now()) }, fresh);
    }
    if (chance.chance(0.2)) {
      const withdrawn = { ...ids, withdrawnAt: instantOf(time.now() + hour) };
      time.after(hour, () => send("proposal.withdrawn", withdrawn, `${proposalId} back`));
    }
  }

  /** What it does about one assignment, one thing some hours after the other. */
  function carryOut(assignmentId: string): void {
    let wait = chance.below(2 * hour);
    for (const status of shuffledNowAndThen(courseOf(chance), chance)) {
      time.after(wait, () => report(assignmentId, status));
      wait += chance.below(14 * hour);
    }
    if (chance.chance(0.06)) time.after(wait, () => propose(assignmentId));
  }

  function isAsked(assignmentId: string): void {
    const times = (asked.get(assignmentId) ?? 0) + 1;
    asked.set(assignmentId, times);
    if (chance.chance(times === 1 ? answers : 0.6)) carryOut(assignmentId);
  }

  return {
    /** A message has come to its queue. */
    receive({ type, subject, data }: Delivery): void {
      if (type.endsWith(".assignment.requested.v1")) {
        planned.set(subject, { from: String(data()["from"]), to: String(data()["to"]) });
        isAsked(subject);
      }
      if (type.endsWith(".assignment.reminder.v1") && chance.chance(0.5)) report(subject, "received");
      if (type.endsWith(".progress.refused.v1") && data()["why"] === "in-the-future") {
        // The provider sets its clock and reports anew.
        clockOff = 0;
        time.after(minute, () => report(subject, "received"));
      }
    },
  };
}
