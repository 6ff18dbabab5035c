import { sentIsKeptFor } from "@hemvist/adapters";
import type { Instant, SentMessage } from "@hemvist/casework";
import {
  CannotRun,
  onRecord,
  outgoingQueues,
  type Replayed,
  replay,
  replayPlan,
  type System,
} from "@hemvist/operations";
import { partyOf } from "@hemvist/rules";
import type { Command, Done, Given } from "./command.ts";
import { partyIn } from "./party-in.ts";

interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/** Sends a party again what it was sent in a window, with the same ids, in the same order. */
export const replayCommand: Command = {
  name: "replay",
  usage: "--party PARTY --from INSTANT --to INSTANT (--dry-run | --reason WHY) [--json]",
  summary: "sends a party again what it was sent in a window: same ids, same order",
  runbook: "replay",
  options: {
    "--party": "whom: such as sf-centrum or kompetenscenter",
    "--from, --to": "the window in UTC, as 2026-11-02T09:00:00Z, both ends included",
    "--dry-run": "says what would be sent, and does nothing",
    "--reason": "why, for the journal: an incident's number, nothing about a person",
  },
  parse: {
    party: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    reason: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  async run(given, system) {
    const { party } = partyIn(given);
    if (party === undefined) throw new CannotRun("Whom? Give --party sf-centrum, or whoever it is.");
    const window = windowIn(given, system.now());
    const queues = outgoingQueues.filter((queue) => partyOf(queue) === party);
    const unread: string[] = [];
    const memory = system.sentMessages((place) => unread.push(place));
    const plan = (await Promise.all(queues.map((queue) => replayPlan(memory.between(queue, window))))).flat();
    if (given.flag("dry-run")) return told({ plan, unread });
    return told({ plan, unread, replayed: await replayOnRecord(plan, { party, window, given, system }) });
  },
};

interface Asked {
  readonly party: string;
  readonly window: Window;
  readonly given: Given;
  readonly system: System;
}

async function replayOnRecord(
  plan: readonly SentMessage[],
  { party, window, given, system }: Asked,
): Promise<Replayed> {
  if (plan.length === 0) return { sent: [], notSent: [], untold: [] };
  const ports = { outlet: await system.outlet(), cases: system.cases() };
  return onRecord(system.journal, {
    command: "replay",
    reason: given.text("reason"),
    what: { party, ...window, events: plan.map(({ event }) => event.id) },
    now: system.now,
    run: () => replay(plan, ports),
    outcomeOf: ({ sent, notSent, untold }) => ({ sent: sent.length, notSent, untold }),
  });
}

function windowIn(given: Given, now: Instant): Window {
  const [from, to] = [given.text("from"), given.text("to")];
  if (from === undefined || to === undefined)
    throw new CannotRun("Which window? Give --from and --to, as 2026-11-02T09:00:00Z.");
  for (const instant of [from, to])
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(instant) || Number.isNaN(Date.parse(instant)))
      throw new CannotRun(`${instant} is no instant: write it in UTC, as 2026-11-02T09:00:00Z.`);
  if (from > to) throw new CannotRun(`${from} is after ${to}.`);
  const isForgotten = Date.parse(now) - Date.parse(from) > sentIsKeptFor * 86_400_000;
  if (isForgotten)
    throw new CannotRun(
      `What was sent is remembered for ${sentIsKeptFor} days: let the party read what stands instead, see docs/runbooks/replay.md.`,
    );
  return { from, to };
}

interface Told {
  readonly plan: readonly SentMessage[];
  /** Places of what was remembered and cannot be read: the party is not sent it. */
  readonly unread: readonly string[];
  readonly replayed?: Replayed;
}

function told({ plan, unread, replayed }: Told): Done {
  const events = plan.map(({ queue, sentAt, event: { id, type } }) => ({ id, type, queue, sentAt }));
  const left = replayed === undefined ? [] : [...replayed.notSent, ...replayed.untold];
  const lines = events.map(({ id, type, queue, sentAt }) => `${sentAt}  ${queue}  ${type}  ${id}`);
  return {
    text: [
      ...lines,
      ...left.map((id) => `! ${id} inte skickat / not sent`),
      ...unread.map((place) => `! ${place} går inte att läsa / cannot be read`),
      replayed === undefined
        ? `${events.length} skulle skickas; inget är gjort (--dry-run). / would be sent; nothing was done (--dry-run).`
        : `${replayed.sent.length} skickade / sent.`,
    ].join("\n"),
    json: { dryRun: replayed === undefined, events, unread, ...replayed },
    allWell: left.length + unread.length === 0,
  };
}
