import { parsedJson } from "@hemvist/contracts";
import { type CivilDate, civilDateAt, instantOf } from "@hemvist/rules";
import * as z from "zod/mini";
import { type Journal, storedCaller } from "./journal.ts";
import { idAt, pendingUnder } from "./two-people.ts";

/** An entry, as it is read back. */
export const storedEntry = z.object({
  act: z.string(),
  phase: z.enum(["intended", "done", "asked", "approved"]),
  at: z.string(),
  who: storedCaller,
  command: z.string(),
  reason: z.string(),
  what: z.record(z.string(), z.unknown()),
  outcome: z.exactOptional(z.record(z.string(), z.unknown())),
});

type StoredEntry = z.infer<typeof storedEntry>;

export interface WhichEntries {
  /** Days in Stockholm, both included. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** A name of a session, or AWS's id of a person. */
  readonly operator?: string;
  readonly command?: string;
}

/** Ours: a part ends within some seconds, and its answer holds six megabytes at most. */
const most = { entries: 500, characters: 2_000_000 };

const day = 86_400_000;

/**
 * The entries of some days, a part at a time, person by person.
 * @param after the key to go on after, as the part before gave it
 */
export async function readJournal(
  journal: Pick<Journal, "find" | "keys" | "names">,
  {
    after,
    isMeant = () => true,
    ...which
  }: WhichEntries & {
    readonly after: string | undefined;
    readonly isMeant?: (entry: StoredEntry) => boolean;
  },
): Promise<{ readonly entries: readonly StoredEntry[]; readonly next: string | undefined }> {
  const entries: StoredEntry[] = [];
  const read = { entries: 0, characters: 0 };
  for (const name of await journal.names()) {
    if (after !== undefined && !after.startsWith(name) && name < after) continue;
    const begins = beginningOf(name, which.from);
    const from = after !== undefined && after > begins ? after : begins;
    for await (const key of journal.keys({ under: name, after: from })) {
      if (key >= endOf(name, which.to)) break;
      const text = (await journal.find(key)) ?? "";
      const entry = storedEntry.parse(parsedJson(text));
      if (isWanted(entry, which) && isMeant(entry)) entries.push(entry);
      read.entries += 1;
      read.characters += text.length;
      if (read.entries >= most.entries || read.characters >= most.characters) return { entries, next: key };
    }
  }
  return { entries, next: undefined };
}

function isWanted(
  { at, who, command }: StoredEntry,
  { from, to, operator, command: asked }: WhichEntries,
): boolean {
  const on = civilDateAt(at);
  return (
    from <= on &&
    on <= to &&
    (asked === undefined || command === asked) &&
    (operator === undefined || who.userId === operator || who.arn.split("/").at(-1) === operator)
  );
}

/** Keys hold instants in UTC, so the window of keys is a day wider than the days in Stockholm. */
const startOf = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) - day;
const afterEnd = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) + 2 * day;

/** What is approved lies beside what was asked for, by the time of the asking: a day before, at most. */
const beginningOf = (name: string, from: CivilDate): string =>
  name === pendingUnder
    ? `${name}${idAt(instantOf(startOf(from) - day)).slice(0, 13)}`
    : `${name}${instantOf(startOf(from))}`;
const endOf = (name: string, to: CivilDate): string =>
  name === pendingUnder
    ? `${name}${idAt(instantOf(afterEnd(to))).slice(0, 13)}`
    : `${name}${instantOf(afterEnd(to))}`;
