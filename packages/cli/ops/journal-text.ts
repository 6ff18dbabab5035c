import type { JournalEntry } from "@hemvist/operations/asking";
import { inWords, named, type Voice } from "../voice/in-words.ts";
import { tableOf } from "../voice/table-text.ts";

/** One act of an operator: what was intended or asked for, and what came of it. */
export interface Act {
  readonly act: string;
  readonly at: string;
  /** The name of the session, which is the person's own. */
  readonly who: string;
  readonly command: string;
  readonly reason: string;
  readonly what: JournalEntry["what"];
  readonly outcome?: JournalEntry["outcome"];
  /** Set where another person approved what was asked for. */
  readonly approvedBy?: string;
  readonly isAsked: boolean;
}

/** The entries by act, oldest first. */
export function actsIn(entries: readonly JournalEntry[]): readonly Act[] {
  const byAct = Map.groupBy(entries, ({ act }) => act);
  return [...byAct.values()].flatMap(actOf).toSorted((a, b) => a.at.localeCompare(b.at));
}

function actOf(entries: readonly JournalEntry[]): readonly Act[] {
  const first = entries.find(({ phase }) => phase === "intended" || phase === "asked") ?? entries[0];
  if (first === undefined) return [];
  const { act, at, who, command, reason, what, phase } = first;
  const outcome = entries.find((entry) => entry.phase === "done")?.outcome;
  const approved = entries.find((entry) => entry.phase === "approved");
  return [
    {
      act,
      at,
      who: nameOf(who),
      command,
      reason,
      what,
      isAsked: phase !== "intended" && phase !== "done",
      ...(outcome === undefined ? {} : { outcome }),
      ...(approved === undefined ? {} : { approvedBy: nameOf(approved.who) }),
    },
  ];
}

const nameOf = ({ arn, userId }: JournalEntry["who"]): string => arn.split("/").at(-1) ?? userId;

/** The journal has the intention and no result: the act was cut off, or goes on. */
export const isCutOff = ({ isAsked, outcome }: Act): boolean => !isAsked && outcome === undefined;

export function journalText(
  acts: readonly Act[],
  { now, ...voice }: Voice & { readonly now?: string | undefined },
): string {
  if (acts.length === 0) return inWords({ sv: "Inget i journalen.", en: "Nothing in the journal." }, voice);
  const cutOff = acts.filter(isCutOff).length;
  return [
    tableOf(
      [
        { sv: "när", en: "when" },
        { sv: "vem", en: "who" },
        { sv: "vad", en: "what" },
        { sv: "om", en: "about" },
        { sv: "varför", en: "why" },
        { sv: "resultat", en: "result" },
      ],
      acts.map((act) => [
        act.at,
        act.who,
        act.command,
        briefly(aboutOf(act)),
        act.reason,
        resultOf(act, { ...voice, now }),
      ]),
      voice,
    ),
    inWords({ sv: `${acts.length} gånger.`, en: `${acts.length} acts.` }, voice),
    ...(cutOff === 0
      ? []
      : [
          inWords(
            {
              sv: `! ${cutOff} utan resultat: det avbröts, eller pågår. Se med dead-letters och reconcile vad som blev gjort.`,
              en: `! ${cutOff} without a result: it was cut off, or goes on. See with dead-letters and reconcile what was done.`,
            },
            voice,
          ),
        ]),
  ].join("\n");
}

/** What waits for a second person holds what was asked for, in the form of the question. */
const aboutOf = ({ what, isAsked }: Act): JournalEntry["what"] => (isAsked ? { items: what["items"] } : what);

function resultOf(act: Act, { now, ...voice }: Voice & { readonly now: string | undefined }): string {
  if (act.approvedBy !== undefined)
    return `${named({ sv: "godkänt av", en: "approved by" }, voice)} ${act.approvedBy}`;
  if (!act.isAsked)
    return act.outcome === undefined
      ? named({ sv: "INGET RESULTAT", en: "NO RESULT" }, voice)
      : briefly(act.outcome);
  const isOver = now !== undefined && String(act.what["expiresAt"]) <= now;
  return isOver
    ? named({ sv: "inte godkänt i tid", en: "not approved in time" }, voice)
    : named({ sv: "väntar på en andra person", en: "waits for a second person" }, voice);
}

/** Texts as they are, of lists how many. What is nothing is left out. */
const briefly = (fields: Readonly<Record<string, unknown>>): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => {
      const many = Array.isArray(value) ? value.length : value;
      if (many === 0 || many === undefined) return [];
      return [typeof many === "object" ? name : `${name} ${String(many)}`];
    })
    .join(", ");
