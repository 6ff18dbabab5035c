import type { AssignmentStatus } from "@hemvist/casework";
import { addDays, instantOf, progressFrom } from "@hemvist/rules";
import type { Seeded } from "../world/seeded.ts";
import { day, hour, minute, second, type VirtualTime } from "../world/virtual-time.ts";
import type { Posted } from "./case-system.ts";
import type { Heard } from "./parties.ts";

interface Options {
  readonly party: string;
  readonly time: VirtualTime;
  readonly chance: Seeded;
  /** How likely it is to answer when it is first asked. */
  readonly answers: number;
  readonly nextUuid: () => string;
  readonly post: (posted: Posted & { readonly group: string; readonly deduplicationId: string }) => unknown;
}

type Said = Readonly<Record<string, unknown>> & { readonly assignmentId: string };

/**
 * The system of one who carries out assignments: answers, falls silent, repeats itself and says things in the wrong
 * order. What it has to say goes out every third hour, as such systems' exports do, so that batches are full and mixed.
 */
export function provider({ party, time, chance, answers, nextUuid, post }: Options) {
  /** How often it has been asked for each assignment. */
  const asked = new Map<string, number>();
  /** The days of each, as the assignment says. */
  const planned = new Map<string, { readonly from: string; readonly to: string }>();
  const toExport: Parameters<typeof post>[0][] = [];
  const { tellsLate, insists, ...clock } = mannersOf(chance.fork("manners"));
  let { clockOff } = clock;

  function exportSoon(message: (typeof toExport)[number]): void {
    if (toExport.length === 0)
      time.at(nextExport(time.now()), () => {
        for (const one of toExport.splice(0)) post(one);
      });
    toExport.push(message);
  }

  function send(happening: string, message: Said, id: string): void {
    const isBare = happening === "progress.reported" && chance.chance(0.3);
    const envelope = { specversion: "1.0", type: `se.goteborg.hemvist.${happening}.v1`, data: message };
    exportSoon({
      queue: progressFrom(party),
      body: JSON.stringify(isBare ? message : envelope),
      group: message.assignmentId.split(".").slice(0, 2).join("."),
      deduplicationId: id,
    });
  }

  function report(assignmentId: string, status: AssignmentStatus): void {
    // Some tell on a Monday what happened in the week before.
    const ago = tellsLate && chance.chance(0.3) ? chance.below(7 * day) : 0;
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
    /** Something has come to its queue. */
    hear({ type, subject, data }: Heard): void {
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

/** What a provider's system is like, in one world. */
function mannersOf(chance: Seeded) {
  return {
    // Minutes ahead are let pass, hours are not; behind it may be as far as it likes.
    clockOff: chance.pick([0, 0, 0, 4 * minute, 2 * hour, -2 * hour] as const),
    tellsLate: chance.chance(0.3),
    insists: chance.chance(0.1),
  };
}

/** A text that went through the wrong encoding, or days that no calendar of ours has. */
const spoilt = (message: Said): Said => ({
  ...message,
  status: "accepted",
  expectedStartOn: "2062-11-09",
  reason: { code: "other", whose: "person", text: "f\uFFFDr sent" },
});

const betweenExports = 3 * hour;

const nextExport = (now: number): number => (Math.floor(now / betweenExports) + 1) * betweenExports;

function courseOf(chance: Seeded): readonly AssignmentStatus[] {
  const lot = chance.below(100);
  if (lot < 45) return ["received"];
  if (lot < 60) return ["received", "accepted"];
  if (lot < 70) return ["rejected"];
  if (lot < 80) return ["accepted", "in-progress"];
  if (lot < 88) return ["received", "accepted", "in-progress", "completed"];
  if (lot < 94) return ["received", "accepted", "in-progress", "on-hold", "in-progress", "completed"];
  return ["accepted", "failed"];
}

function shuffledNowAndThen(
  course: readonly AssignmentStatus[],
  chance: Seeded,
): readonly AssignmentStatus[] {
  if (course.length < 2 || !chance.chance(0.06)) return course;
  const [first, second, ...rest] = course;
  return first && second ? [second, first, ...rest] : course;
}

function needsOf(status: AssignmentStatus, startsOn: string): Readonly<Record<string, unknown>> {
  switch (status) {
    case "accepted":
      return { expectedStartOn: startsOn };
    case "rejected":
      return { reason: { code: "no-capacity", whose: "provider" } };
    case "on-hold":
      return { reason: { code: "illness", whose: "person" } };
    case "failed":
      return { reason: { code: "person-absent", whose: "person" } };
    case "completed":
      return { result: "work" };
    default:
      return {};
  }
}
