import type { Instant } from "@hemvist/casework";
import * as z from "zod/mini";
import { CannotRun } from "../cannot-run.ts";
import { reasonIn } from "./reason.ts";

/** Who calls, by what Lambda says of the signature. An argument never says it. */
export interface Caller {
  readonly account: string;
  /** AWS's own id of them: for an assumed role `<role id>:<session name>`. */
  readonly userId: string;
  readonly arn: string;
}

/** A caller, as hemvist reads it back from an entry or a continuation. */
export const storedCaller = z.object({ account: z.string(), userId: z.string(), arn: z.string() });

/** What an operator is about to do, or has done. Ids and counts, nothing about a person. */
export interface Entry {
  readonly act: string;
  readonly phase: "intended" | "done" | "asked" | "approved";
  readonly at: string;
  readonly who: Caller;
  readonly command: string;
  readonly reason: string;
  /** What it concerns: ids of letters, decisions, messages. */
  readonly what: Readonly<Record<string, unknown>>;
  readonly outcome?: Readonly<Record<string, unknown>>;
}

/** An entry stands at the key already. It is never written over. */
export class EntryStands extends Error {
  override readonly name = "EntryStands";
}

/** Stores entries once, and never changes them. */
export interface Journal {
  /** Writes a new entry. @throws EntryStands, or why the journal cannot be written */
  readonly add: (key: string, entry: Entry) => Promise<void>;
  /** The text of the entry at a key, if there is one. */
  readonly find: (key: string) => Promise<string | undefined>;
  /** The keys of the entries under a name, in order, from the first after `after` on. */
  readonly keys: (which: { readonly under: string; readonly after: string }) => AsyncIterable<string>;
  /** The names that entries lie under: an id for each person who has acted, and `pending/`. */
  readonly names: () => Promise<readonly string[]>;
}

/** An act whose intention is on record. */
export type Begun = Omit<Entry, "phase" | "outcome">;

export interface Intention {
  readonly command: string;
  readonly reason: string | undefined;
  readonly what: Readonly<Record<string, unknown>>;
}

export interface On {
  readonly journal: Journal;
  readonly who: Caller;
  /** When the call came: the time of its entries. */
  readonly now: Instant;
}

/**
 * Writes what an operator is about to do.
 * @throws CannotRun if it cannot be written. Then nothing may be done
 */
export async function begin({ journal, who, now }: On, { command, reason, what }: Intention): Promise<Begun> {
  const begun = { act: crypto.randomUUID(), at: now, who, command, reason: reasonIn(reason), what };
  try {
    await journal.add(keyOf(begun, "intended"), { ...begun, phase: "intended" });
    return begun;
  } catch (error) {
    throw new CannotRun(
      {
        sv: "Inget är gjort, eftersom det först inte kunde skrivas i journalen",
        en: "Nothing was done, since it could not be put on record first",
      },
      { cause: error },
    );
  }
}

/** Writes what came of it. */
export async function end(
  { journal, now }: Omit<On, "who">,
  begun: Begun,
  outcome: Readonly<Record<string, unknown>>,
): Promise<void> {
  try {
    await journal.add(keyOf(begun, "done"), { ...begun, phase: "done", at: now, outcome });
  } catch (error) {
    throw new CannotRun(
      {
        sv: `Se vad som blev gjort med hemvist ops dead-letters och reconcile, och meddela den som granskar, eftersom avsikten ${begun.act} står i journalen men utfallet inte kunde skrivas där`,
        en: `See what was done with hemvist ops dead-letters and reconcile, and notify the auditor, since the intention ${begun.act} is on record but its outcome could not be put on record`,
      },
      { cause: error },
    );
  }
}

/**
 * Runs an act that must be on record. It writes the intention first, and the result after. If it cannot write the
 * intention, it does nothing. An intention without a result is an act that was cut off.
 */
export async function onRecord<T>(
  on: On,
  {
    run,
    outcomeOf,
    ...intention
  }: Intention & {
    readonly run: () => Promise<T>;
    /** The result, for the second entry. */
    readonly outcomeOf: (done: T) => Readonly<Record<string, unknown>>;
  },
): Promise<T> {
  const begun = await begin(on, intention);
  const done = await endedIfFailed(on, begun, run);
  await end(on, begun, outcomeOf(done));
  return done;
}

/** Runs a part of an act. If it fails, that is the act's result. */
export async function endedIfFailed<T>(on: On, begun: Begun, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    await end(on, begun, { failed: error instanceof Error ? error.name : typeof error });
    throw error;
  }
}

/** The caller's own id comes first, so an auditor finds all that a person did. */
const keyOf = ({ who, at, act }: Pick<Begun, "who" | "at" | "act">, phase: Entry["phase"]): string =>
  `${who.userId}/${at}-${act}-${phase}.json`;
