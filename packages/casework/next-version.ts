import { civilDateAt, isOf } from "@hemvist/rules";
import { correlationIdOf } from "./addresses.ts";
import type { CaseRecord, Fact, FollowUp, HistoryEntry } from "./case-record.ts";
import type { Change } from "./change.ts";
import { erasedFrom } from "./erasure.ts";
import { addressed, type Cause, type Draft } from "./message.ts";
import { stoodAfter } from "./stood.ts";
import type { Watch } from "./watch.ts";
import { nextCheck, watchesOf } from "./watches.ts";
import { without } from "./without.ts";

interface Occasion {
  readonly cause: Cause;
  /** Who brought it about: a party's code, or `hemvist`. */
  readonly by: string;
}

/**
 * Builds the record to store: it appends to history, sets the outbox to this change's messages, closes follow-ups that
 * no longer apply, and sets `dueAt`, or the day of erasure in a municipality that erases. It is one value, so one write
 * stores it. No other function gives a version a number.
 */
export function nextVersion({ record: changed, facts, drafts }: Change, { cause, by }: Occasion): CaseRecord {
  const { municipality } = cause;
  const version = changed.version + 1;
  const correlationId = correlationIdOf(changed);
  const entry = (fact: Fact, who: string): HistoryEntry => ({ ...fact, version, at: cause.at, by: who });
  const happened = {
    ...without(without(changed, "dueAt"), "eraseAt"),
    version,
    history: [...changed.history, ...facts.map((fact) => entry(fact, by))],
    stood: stoodAfter(changed, cause.at),
  };
  const numbered = inSequence(drafts, { version, inboxVersions: changed.inboxVersions });
  const messages = numbered.drafts.map((draft, index) =>
    addressed(draft, { correlationId, version, index, cause }),
  );
  const watches = watchesOf(happened, { today: civilDateAt(cause.at), municipality });
  const { open, ended } = sorted(changed.followUps, watches);
  const record: CaseRecord = {
    ...happened,
    followUps: open,
    history: [...happened.history, ...ended.map((fact) => entry(fact, "hemvist"))],
    inboxVersions: numbered.inboxVersions,
    outbox: messages,
  };
  const dueAt = nextCheck(record, { watches, now: cause.at, municipality });
  if (dueAt !== undefined) return { ...record, dueAt };
  const eraseAt = erasedFrom(record, municipality.retention);
  return eraseAt === undefined ? record : { ...record, eraseAt };
}

/**
 * Gives each message to an inbox its version, and that of the message before it to the same inbox. A message to a
 * provider has a version only if its draft asks for one.
 */
function inSequence(
  drafts: readonly Draft[],
  { version, inboxVersions }: Pick<CaseRecord, "version" | "inboxVersions">,
): { readonly drafts: readonly Draft[]; readonly inboxVersions: CaseRecord["inboxVersions"] } {
  const newest = new Map(Object.entries(inboxVersions));
  const numbered = drafts.map((draft) => {
    if (!isOf("inbox", draft.queue))
      return draft.isNumbered ? { ...draft, data: { ...draft.data, version } } : draft;
    const previousVersion = newest.get(draft.queue);
    newest.set(draft.queue, version);
    return { ...draft, data: { ...draft.data, version, ...(previousVersion ? { previousVersion } : {}) } };
  });
  return { drafts: numbered, inboxVersions: Object.fromEntries(newest) };
}

/** A follow-up stays open as long as hemvist awaits the same thing. Its end changes nothing else. */
function sorted(
  followUps: readonly FollowUp[],
  watches: readonly Watch[],
): { open: readonly FollowUp[]; ended: readonly Fact[] } {
  const isAwaited = (followUp: FollowUp): boolean =>
    watches.some(({ kind, about }) => kind === followUp.kind && about === followUp.about);
  return {
    open: followUps.filter(isAwaited),
    ended: followUps
      .filter((followUp) => !isAwaited(followUp))
      .map(({ kind, about, occurrence }) => ({ what: "follow-up-ended", kind, about, occurrence })),
  };
}
