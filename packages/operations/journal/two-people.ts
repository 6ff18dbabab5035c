import type { Instant } from "@hemvist/casework";
import { parsedJson } from "@hemvist/contracts";
import * as z from "zod/mini";
import { CannotRun } from "../cannot-run.ts";
import { type Caller, type Entry, EntryStands, type On, storedCaller } from "./journal.ts";
import { reasonIn } from "./reason.ts";

/** Ours: an act that waits for a second person is forgotten after a day. */
const patience = 86_400_000;

/** An act that a first person has asked for, and a second one has not approved yet. */
export interface Waiting {
  readonly pending: string;
  readonly expiresAt: string;
  /** How many messages it is about. */
  readonly count: number;
}

/** The commands that ask for a second person. */
const forTwo = ["discard", "redrive", "replay"] as const;
type ForTwo = (typeof forTwo)[number];

/** What a first person asks for. */
export interface Asked {
  readonly command: ForTwo;
  readonly reason: string;
  /** What was asked for, to be done again as it was. */
  readonly asked: unknown;
  /** The ids that it is about. No other is sent. */
  readonly items: readonly string[];
}

/** What a second person has approved. */
export interface Approval {
  readonly act: string;
  readonly askedBy: Caller;
  readonly items: ReadonlySet<string>;
}

/** Where entries lie of what waits for a second person. */
export const pendingUnder = "pending/";

const keyOf = (act: string, phase: Entry["phase"]): string => `${pendingUnder}${act}-${phase}.json`;

/** Puts an act on record that another person must approve. */
export async function askForSecond(
  { journal, who, now }: On,
  { command, reason, asked, items }: Asked,
): Promise<Waiting> {
  const act = idAt(now);
  const expiresAt = new Date(Date.parse(now) + patience).toISOString();
  const what = { asked, items, expiresAt };
  await journal.add(keyOf(act, "asked"), { act, phase: "asked", at: now, who, command, reason, what });
  return { pending: act, expiresAt, count: items.length };
}

const waiting = z.object({
  act: z.string(),
  who: storedCaller,
  command: z.enum(forTwo),
  what: z.object({ asked: z.unknown(), items: z.array(z.string()), expiresAt: z.string() }),
});

export interface Approved {
  readonly command: ForTwo;
  readonly asked: unknown;
  readonly approval: Approval;
}

/**
 * Approves an act that another person asked for, once.
 * @throws CannotRun where there is none, where it has expired or is approved, and where the same person asked for it
 */
export async function approve(
  { journal, who, now }: On,
  { pending, reason }: { readonly pending: string; readonly reason?: string },
): Promise<Approved> {
  const why = reasonIn(reason);
  const found = isId(pending) ? await journal.find(keyOf(pending, "asked")) : undefined;
  if (found === undefined) throw notWaiting(pending);
  const { act, who: askedBy, command, what } = waiting.parse(parsedJson(found));
  if (what.expiresAt <= now) throw notWaiting(pending);
  if (isSamePerson(who, askedBy))
    throw new CannotRun({
      sv: "Du har själv begärt det: en annan person måste godkänna.",
      en: "You asked for it yourself: another person must approve it.",
    });
  const entry = { act, phase: "approved", at: now, who, command: "approve", reason: why } as const;
  try {
    await journal.add(keyOf(act, "approved"), { ...entry, what: { command, askedBy: askedBy.userId } });
  } catch (error) {
    throw error instanceof EntryStands ? notWaiting(pending) : error;
  }
  return { command, asked: what.asked, approval: { act, askedBy, items: new Set(what.items) } };
}

/**
 * A UUID that begins with its time (RFC 9562, version 7). So S3 lists them in their order, and `operate` reads the
 * entries of a day without the others.
 */
export function idAt(now: Instant): string {
  const time = Date.parse(now).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

const notWaiting = (pending: string): CannotRun =>
  new CannotRun({
    sv: `Inget väntar på godkännande som ${pending}: det är fel id, redan godkänt, eller äldre än ett dygn.`,
    en: `Nothing waits for approval as ${pending}: the id is wrong, it is approved already, or it is older than a day.`,
  });

/**
 * The same identity, or the same session name under another role. Names of sessions are a person's own where the trust
 * policy of the role demands it: docs/runbooks/operator-access.md.
 */
function isSamePerson(one: Caller, other: Caller): boolean {
  return one.userId === other.userId || one.arn === other.arn || nameIn(one) === nameIn(other);
}

const nameIn = ({ arn }: Caller): string | undefined => arn.split("/").at(-1);
