import type { CaseRecord } from "@hemvist/casework";
import type { Ledger } from "../invariants/ledger.ts";
import type { SimulatedStream } from "../platform/stream.ts";
import type { SimulatedStore } from "../platform/table.ts";
import type { Ending } from "../platform/wiring.ts";

/** The table as it was at one moment, and what had ended by then. */
export interface Moment {
  readonly records: ReadonlyMap<string, CaseRecord>;
  readonly endings: ReadonlyMap<string, readonly Ending[]>;
}

interface Restored {
  readonly store: SimulatedStore;
  readonly stream: SimulatedStream;
  readonly ledger: Ledger;
}

export const momentOf = ({ store, ledger }: Restored): Moment => ({
  records: new Map(store.records),
  endings: new Map(ledger.endings),
});

/**
 * Puts the table back as it was, with a stream that begins anew: what of the stream before was unread is gone. What
 * ended since then has not ended, and no command since then brought anything about.
 */
export function restoreTo({ records, endings }: Moment, { store, stream, ledger }: Restored): void {
  store.restore(records);
  stream.restart();
  for (const id of ledger.unsent.keys()) {
    ledger.forgotten.add(id);
    // Sent after all by a run from before, it belongs to a past in which other versions came before it.
    ledger.replayed.add(id);
  }
  ledger.setAside.splice(0);
  ledger.newest.clear();
  for (const origin of ledger.endings.keys()) {
    const before = endings.get(origin);
    if (before) ledger.endings.set(origin, before);
    else ledger.endings.delete(origin);
  }
  for (const [pk, commands] of ledger.commands) commands.length = records.get(pk)?.version ?? 0;
}
