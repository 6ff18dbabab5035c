import type { CaseRecord } from "@hemvist/casework";
import { canonicalJson } from "@hemvist/contracts";
import { isOf } from "@hemvist/rules";
import type { Seeded } from "../world/seeded.ts";
import type { Command } from "./ledger.ts";

/**
 * A log in another order that the platform could have delivered, to the same end.
 *
 * Reports of different providers come on queues of their own, so between two other commands they may come in any order
 * that keeps each provider's. Legal, but to another end, are: a report on the other side of a revision, of a proposal or
 * of a run of follow-up (which reminds of what has not been reported yet), and revisions out of their order (which wait).
 */
export function anotherLegalOrder(commands: readonly Command[], chance: Seeded): readonly Command[] {
  const ordered: Command[] = [];
  let reports: Command[] = [];
  const flush = (): void => {
    ordered.push(...merged(Object.values(Object.groupBy(reports, queueOf)), chance));
    reports = [];
  };
  for (const command of commands) {
    if (isReport(command)) reports.push(command);
    else {
      flush();
      ordered.push(command);
    }
  }
  flush();
  return ordered;
}

const queueOf = (command: Command): string => (command.on === "queue" ? command.message.queue : "");

const isReport = (command: Command): boolean =>
  isOf("progress", queueOf(command)) &&
  command.on === "queue" &&
  command.message.body.includes('"progressId"');

function merged(lines: readonly (readonly Command[] | undefined)[], chance: Seeded): readonly Command[] {
  const left = lines.map((line) => [...(line ?? [])]);
  const order: Command[] = [];
  for (;;) {
    const waiting = left.filter(({ length }) => length > 0);
    const next = waiting[chance.below(waiting.length)]?.shift();
    if (next === undefined) return order;
    order.push(next);
  }
}

/** What must be the same in every legal order: all but which version it was, and what the newest one sent. */
export function essenceOf({
  version: _version,
  outbox: _outbox,
  dueAt: _dueAt,
  ...record
}: CaseRecord): string {
  const history = record.history.map(({ version: _number, ...entry }) => canonicalJson(entry)).sort();
  const followUps = record.followUps.map((followUp) => canonicalJson(followUp)).sort();
  return canonicalJson({ ...record, history, followUps });
}
