import { type CaseRecord, caseKeyOf, correlationIdOf } from "@hemvist/casework";
import { CannotRun } from "../cannot-run.ts";
import { type Part, recordsAtOnce } from "../records-at-once.ts";
import { type PersonsShown, personsShown } from "../view/persons-shown.ts";
import { isAbout, ofParty, ofPerson, showsTo, type View } from "../view/views.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";
import { inParts } from "./in-parts.ts";
import { logShown } from "./log-shown.ts";

/** A party's or a person's view, made anew from a part of the stored decisions. */
export async function viewNext(asked: AskedFor<"view">, on: On): Promise<AnswerOf<"view">> {
  const { party, personOf, reason } = asked;
  if ((party === undefined) === (personOf === undefined))
    throw new CannotRun({
      sv: "Ange vems: --party eller --person-of, en av dem.",
      en: "Whose view? Give --party or --person-of, one of them.",
    });
  const { answer, goOn } = await inParts(on, asked, {
    command: "view",
    reason,
    what: { ...(party === undefined ? {} : { party }), ...(personOf === undefined ? {} : { personOf }) },
    nothing: { decisions: [], assignments: [], byIndex: [] },
    async part(after) {
      const records = recordsAtOnce(on.system, after);
      const shown = personsShown();
      const answer = await (party === undefined
        ? seenOfPerson(personOf ?? "", { records, shown, isFirst: after === undefined, on })
        : seenByParty(party, { records, shown }));
      const many = answer.decisions.length + answer.assignments.length;
      await logShown(
        { act: "view", asked: party ?? personOf ?? "", purpose: reason, ...shown.all(), shown: many },
        on,
      );
      return {
        answer,
        sums: { decisions: answer.decisions.length, assignments: answer.assignments.length },
        next: records.next(),
      };
    },
  });
  return { ...answer, ...(goOn === undefined ? {} : { goOn }) };
}

interface Seen extends View {
  readonly byIndex: readonly string[];
}

interface Reading {
  readonly records: Part;
  readonly shown: PersonsShown;
}

async function seenByParty(party: string, { records, shown }: Reading): Promise<Seen> {
  const noted = shown.noting(readable(records), (record) => showsTo(record, party));
  return { ...(await ofParty(noted, party)), byIndex: [] };
}

async function seenOfPerson(
  decision: string,
  { records, shown, isFirst, on }: Reading & { readonly isFirst: boolean; readonly on: On },
): Promise<Seen> {
  const cases = on.system.cases();
  const record = await cases.find(caseKeyOf(decision));
  if (record === undefined)
    throw new CannotRun({
      sv: `Det finns inget beslut ${decision}.`,
      en: `There is no decision ${decision}.`,
    });
  const { personKey } = record;
  const byIndex = isFirst ? (await cases.ofPerson(personKey)).map(correlationIdOf) : [];
  const noted = shown.noting(readable(records), (one) => isAbout(one, personKey));
  return { ...(await ofPerson(noted, personKey)), byIndex };
}

/** @throws CannotRun where an item cannot be read: a view that leaves it out would be wrong */
async function* readable({ records }: Part): AsyncIterable<CaseRecord> {
  for await (const stored of records) {
    if ("unreadable" in stored)
      throw new CannotRun({
        sv: `${stored.unreadable} går inte att läsa, och utan det vore vyn fel: se docs/runbooks/view.md.`,
        en: `${stored.unreadable} cannot be read, and a view without it would be wrong: see docs/runbooks/view.md.`,
      });
    yield stored;
  }
}
