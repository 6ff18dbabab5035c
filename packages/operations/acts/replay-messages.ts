import { sentIsKeptFor } from "@hemvist/adapters";
import type { Instant, SentMessage } from "@hemvist/casework";
import { partyOf } from "@hemvist/rules";
import { outgoingQueues } from "../addresses.ts";
import { CannotRun } from "../cannot-run.ts";
import { shownType } from "../dead-letters/shown-type.ts";
import { onRecord } from "../journal/journal.ts";
import { reasonIn } from "../journal/reason.ts";
import { type Replayed, replay, replayPlan } from "../replay/replay.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import { approvedIn, awaitsSecond, mayDo, type On, recordOf } from "./act.ts";
import { refusedIn } from "./trouble.ts";

/** Ours: a call sends no more messages, so it ends within a minute or two. */
const mostAtOnce = 2000;

/** Sends a party the messages of a window again: same ids, same order. */
export async function replayMessages(asked: AskedFor<"replay">, on: On): Promise<AnswerOf<"replay">> {
  const { system } = on;
  const { party, from, to } = asked;
  const reason = asked.reason === undefined ? undefined : reasonIn(asked.reason);
  refuseForgotten(from, system.now);
  const queues = outgoingQueues.filter((queue) => partyOf(queue) === party);
  const unread: string[] = [];
  const memory = system.sentMessages((place) => unread.push(place));
  const found = (
    await Promise.all(queues.map((queue) => replayPlan(memory.between(queue, { from, to }))))
  ).flat();
  const plan = found.filter(({ event }) => on.approval?.items.has(system.shown(event.id)) ?? true);
  if (plan.length > mostAtOnce)
    throw new CannotRun({
      sv: `Det är ${plan.length} meddelanden, fler än de ${mostAtOnce} som skickas på en gång: ange en kortare tid, och nästa därefter.`,
      en: `These are ${plan.length} messages, more than the ${mostAtOnce} that are sent at once: give a shorter window, then the next one.`,
    });
  const done = reason === undefined ? {} : await replayOrWait(plan, { ...asked, reason }, on);
  return {
    events: plan.map(({ queue, sentAt, event: { id, type } }) => ({
      id,
      type: shownType(queue, type),
      queue,
      sentAt,
    })),
    unread,
    ...done,
    refused: refusedIn(system.refused()),
  };
}

/** Sends the messages, or has them wait for a second person if they are many. */
async function replayOrWait(
  plan: readonly SentMessage[],
  asked: AskedFor<"replay"> & { readonly reason: string },
  on: On,
): Promise<Pick<AnswerOf<"replay">, "replayed" | "awaits">> {
  const items = plan.map(({ event }) => event.id);
  const { reason } = asked;
  const act = { command: "replay", reason, asked, items } as const;
  if (await mayDo(on, act)) return { replayed: await replayOnRecord(plan, asked, on) };
  return { awaits: await awaitsSecond(on, act) };
}

async function replayOnRecord(
  plan: readonly SentMessage[],
  { party, from, to, reason }: AskedFor<"replay">,
  on: On,
): Promise<Replayed> {
  if (plan.length === 0) return { sent: [], notSent: [], untold: [] };
  const ports = { outlet: await on.system.outlet(), cases: on.system.cases() };
  return onRecord(recordOf(on), {
    command: "replay",
    reason,
    what: { ...approvedIn(on), party, from, to, events: plan.map(({ event }) => event.id) },
    run: () => replay(plan, ports),
    outcomeOf: ({ sent, notSent, untold }) => ({ sent: sent.length, notSent, untold }),
  });
}

/** @throws CannotRun where the window begins before what hemvist remembers */
export function refuseForgotten(from: Instant, now: Instant): void {
  if (Date.parse(now) - Date.parse(from) <= sentIsKeptFor * 86_400_000) return;
  throw new CannotRun({
    sv: `Det som skickats sparas i ${sentIsKeptFor} dagar: låt parten läsa vad som gäller i stället, se docs/runbooks/replay.md.`,
    en: `What was sent is remembered for ${sentIsKeptFor} days: let the party read what stands instead, see docs/runbooks/replay.md.`,
  });
}
