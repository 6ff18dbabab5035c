import { inboxOf, physicalName } from "@hemvist/rules";
import type { Company } from "../parties/company.ts";
import type { ReceivedEvent } from "../parties/parties.ts";
import { detail, faint, inStockholm, warn } from "../voice/printed.ts";

/** A message that came, and on which queue. */
interface Entry {
  readonly queue: string;
  readonly event: ReceivedEvent;
}

/** Everything that has come to the administrations, and to the provider who never looks. */
export interface Diary {
  readonly entries: readonly Entry[];
  /** Takes what has come since last time, and shows each reminder. */
  readonly bringUpToDate: () => Promise<void>;
  readonly keep: (queue: string, events: readonly ReceivedEvent[]) => void;
}

/** @param verbose whether each reminder is shown as it comes */
export function diaryOf({ administrations }: Company, { verbose }: { readonly verbose: boolean }): Diary {
  const entries: Entry[] = [];
  const keep = (queue: string, events: readonly ReceivedEvent[]): void => {
    entries.push(...events.map((event) => ({ queue, event })));
  };
  return {
    entries,
    keep,
    async bringUpToDate() {
      const from = entries.length;
      for (const code of administrations.codes)
        keep(physicalName(inboxOf(code)), await administrations.takeInbox(code));
      if (!verbose) return;
      const fresh = entries.slice(from).sort((a, b) => (a.event.time < b.event.time ? -1 : 1));
      for (const entry of fresh) showReminder(entry);
    },
  };
}

export const isReminder = ({ event }: Entry): boolean => event.type.endsWith("follow-up.due.v1");

function showReminder({ queue, event }: Entry): void {
  if (!event.type.endsWith("follow-up.due.v1")) return;
  const { kind, level, dueOn } = event.data;
  detail(
    `${faint(inStockholm(event.time))}  ${warn(String(kind))} (due ${String(dueOn)}), for ${String(level)}: ${event.subject} → ${queue}`,
  );
}
