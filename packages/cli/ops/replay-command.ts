import { sentIsKeptFor } from "@hemvist/adapters";
import type { Instant, SentMessage } from "@hemvist/casework";
import {
  onRecord,
  outgoingQueues,
  type Replayed,
  reasonIn,
  replay,
  replayPlan,
  type System,
} from "@hemvist/operations";
import { partyOf } from "@hemvist/rules";
import { flags } from "../flags.ts";
import type { Given } from "../voice/command-line.ts";
import { Refusal } from "../voice/refusal.ts";
import type { Command } from "./command.ts";
import { replayDone } from "./replay-text.ts";

interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/** Sends a party the messages of a window again: same ids, same order. */
export const replayCommand: Command = {
  name: "replay",
  usage: "--party PARTY --from INSTANT --to INSTANT (--dry-run | --reason WHY) [--json]",
  summary: {
    sv: "Skickar igen vad en part fått under en tid: samma id, samma ordning.",
    en: "Sends a party again what it was sent in a window: same ids, same order.",
  },
  runbook: "replay",
  flags: [flags.party, flags.fromInstant, flags.toInstant, flags.dryRun, flags.reason],
  async run(given, { system, terminal }) {
    const party = given.value(flags.party);
    if (party === undefined)
      throw new Refusal({
        sv: "Ange vem med --party, som sf-centrum.",
        en: "Say whom with --party, such as sf-centrum.",
      });
    const window = windowIn(given, system.now());
    const reason = given.has(flags.dryRun) ? undefined : reasonIn(given.value(flags.reason));
    const queues = outgoingQueues.filter((queue) => partyOf(queue) === party);
    const unread: string[] = [];
    const memory = system.sentMessages((place) => unread.push(place));
    const plan = (await Promise.all(queues.map((queue) => replayPlan(memory.between(queue, window))))).flat();
    if (reason === undefined) return replayDone({ plan, unread }, terminal);
    const replayed = await replayOnRecord(plan, { party, window, reason, system });
    return replayDone({ plan, unread, replayed }, terminal);
  },
};

interface Asked {
  readonly party: string;
  readonly window: Window;
  readonly reason: string;
  readonly system: System;
}

async function replayOnRecord(
  plan: readonly SentMessage[],
  { party, window, reason, system }: Asked,
): Promise<Replayed> {
  if (plan.length === 0) return { sent: [], notSent: [], untold: [] };
  const ports = { outlet: await system.outlet(), cases: system.cases() };
  return onRecord(system.journal, {
    command: "replay",
    reason,
    what: { party, ...window, events: plan.map(({ event }) => event.id) },
    now: system.now,
    run: () => replay(plan, ports),
    outcomeOf: ({ sent, notSent, untold }) => ({ sent: sent.length, notSent, untold }),
  });
}

function windowIn(given: Given, now: Instant): Window {
  const [from, to] = [given.value(flags.fromInstant), given.value(flags.toInstant)];
  if (from === undefined || to === undefined)
    throw new Refusal({
      sv: "Ange vilken tid med --from och --to, som 2026-11-02T09:00:00Z.",
      en: "Which window? Give --from and --to, as 2026-11-02T09:00:00Z.",
    });
  if (from > to) throw new Refusal({ sv: `${from} är efter ${to}.`, en: `${from} is after ${to}.` });
  const isForgotten = Date.parse(now) - Date.parse(from) > sentIsKeptFor * 86_400_000;
  if (isForgotten)
    throw new Refusal({
      sv: `Det som skickats sparas i ${sentIsKeptFor} dagar: låt parten läsa vad som gäller i stället, se docs/runbooks/replay.md.`,
      en: `What was sent is remembered for ${sentIsKeptFor} days: let the party read what stands instead, see docs/runbooks/replay.md.`,
    });
  return { from, to };
}
