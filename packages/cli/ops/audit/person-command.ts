import { isIdentityNumber } from "@hemvist/contracts";
import { type AnswerOf, answers, reasonIn } from "@hemvist/operations/asking";
import { flags } from "../../flags.ts";
import { textOf } from "../../voice/files.ts";
import { inWords, type Voice } from "../../voice/in-words.ts";
import { Refusal } from "../../voice/refusal.ts";
import { tableOf } from "../../voice/table-text.ts";
import type { Command } from "../command.ts";
import { inParts, type Next } from "../in-parts.ts";

type Found = Pick<AnswerOf<"audit-person">, "accesses" | "entries" | "faulty">;

/** Answers a person who asks who has looked at their data. The journal and the access log have each run. */
export const personCommand: Command = {
  name: "person",
  usage: "(--number-from FILE | --person-of DECISION) --reason WHY [--json]",
  summary: {
    sv: "Alla åtkomster till en persons uppgifter: vem, vad, när och varför.",
    en: "Every access to one person's data: who, what, when and why.",
  },
  runbook: "access-log",
  flags: [flags.numberFrom, flags.personOf, flags.reason],
  async run(given, { operate, terminal }) {
    const [numberFrom, personOf] = [given.value(flags.numberFrom), given.value(flags.personOf)];
    if ((numberFrom === undefined) === (personOf === undefined))
      throw new Refusal({
        sv: "Ange vem: --number-from eller --person-of, en av dem.",
        en: "Who? Give --number-from or --person-of, one of them.",
      });
    const reason = reasonIn(given.value(flags.reason));
    const whose =
      personOf === undefined ? { identityNumber: await numberIn(numberFrom ?? "") } : { personOf };
    const ask = (next: Next) =>
      operate.ask("audit-person", { ...whose, reason, ...next }, answers["audit-person"]);
    let found: Found = { accesses: [], entries: 0, faulty: 0 };
    for await (const part of inParts(operate, ask)) {
      found = {
        accesses: [...found.accesses, ...part.accesses],
        entries: found.entries + part.entries,
        faulty: found.faulty + part.faulty,
      };
      terminal.progress({ sv: `${found.entries} poster lästa …`, en: `${found.entries} entries read …` });
    }
    // hemvist reads each chain from its newest entry back.
    const accesses = found.accesses.toReversed().toSorted((a, b) => a.at.localeCompare(b.at));
    const all = { ...found, accesses };
    return { text: foundText(all, terminal), json: all, allWell: all.faulty === 0 };
  },
};

/** @throws Refusal that does not repeat what the file has */
async function numberIn(file: string): Promise<string> {
  const text = (await textOf(file)).trim();
  if (isIdentityNumber(text)) return text;
  throw new Refusal({
    sv: "--number-from kräver en fil med ett personnummer eller samordningsnummer, och inget annat.",
    en: "--number-from needs a file with an identity number, and nothing else.",
  });
}

function foundText({ accesses, entries, faulty }: Found, voice: Voice): string {
  const table = tableOf(
    [
      { sv: "när", en: "when" },
      { sv: "vem", en: "who" },
      { sv: "vad", en: "what" },
      { sv: "varför", en: "why" },
      { sv: "visade", en: "shown" },
      { sv: "post", en: "entry" },
    ],
    accesses.map(({ at, party, operator, act, purpose = "-", shown, entry }) => [
      at,
      operator === undefined ? party : `${party}: ${operator}`,
      act,
      purpose,
      shown,
      entry,
    ]),
    voice,
  );
  const sum = inWords(
    {
      sv: `${accesses.length} åtkomster till personens uppgifter, av ${entries} poster i loggen.`,
      en: `${accesses.length} accesses to the person's data, among ${entries} entries of the log.`,
    },
    voice,
  );
  const untouched = inWords(
    faulty === 0
      ? { sv: "Allt är som det skrevs.", en: "Everything is as it was written." }
      : {
          sv: `Loggen är inte orörd, så listan kan sakna något: ${faulty} fel. Kör audit verify.`,
          en: `The log is not untouched, so the list may lack something: ${faulty} faults. Run audit verify.`,
        },
    voice,
  );
  return [...(accesses.length === 0 ? [] : [table, ""]), sum, untouched].join("\n");
}
