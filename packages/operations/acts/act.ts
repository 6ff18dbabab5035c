import { mayAlone } from "../journal/alone.ts";
import type { Caller } from "../journal/journal.ts";
import { type Approval, type Asked, askForSecond, type Waiting } from "../journal/two-people.ts";
import type { System } from "../system.ts";

/** What every act gets: the system, and who asks. */
export interface On {
  readonly system: System;
  /** By what AWS says of the caller, never by an argument. */
  readonly who: Caller;
  /** Set where a second person has approved what a first one asked for. */
  readonly approval?: Approval;
}

/** For the journal: what was approved, and who had asked for it. */
export const approvedIn = ({ approval }: On): Readonly<Record<string, string>> =>
  approval === undefined ? {} : { approves: approval.act, askedBy: approval.askedBy.userId };

/** Where an act writes what it is about to do. */
export const recordOf = ({ system, who }: On) => ({ journal: system.journal, who, now: system.now });

/**
 * Whether the act needs no further person: a second one has approved it, or one may do so much alone.
 * @param most how much one person may do alone; 0 for what always takes two
 */
export const mayDo = (
  on: On,
  { command, items }: Pick<Asked, "command" | "items">,
  most = on.system.mostAlone,
): Promise<boolean> =>
  on.approval === undefined
    ? mayAlone(recordOf(on), { command, items: items.length, most })
    : Promise.resolve(true);

/** Has an act wait for a second person, and says how much one person may do alone. */
export const awaitsSecond = async (
  on: On,
  asked: Asked,
  most = on.system.mostAlone,
): Promise<Waiting & { readonly most: number }> => ({ ...(await askForSecond(recordOf(on), asked)), most });
