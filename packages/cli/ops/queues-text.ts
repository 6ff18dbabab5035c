import type { Bilingual } from "@hemvist/rules";
import { inWords, named, type Voice } from "../voice/in-words.ts";
import { tableOf } from "../voice/table-text.ts";
import { ageOf } from "./age.ts";
import { isOfParty, type Standing } from "./standing-still.ts";

/** What stands still first, and in the end what to do, in a sentence for each. */
export function queuesText(queues: readonly Standing[], voice: Voice = {}): string {
  return [
    tableOf(
      [
        { sv: "kö", en: "queue" },
        { sv: "väntar", en: "waiting" },
        { sv: "hos läsare", en: "in flight" },
        { sv: "äldsta", en: "oldest" },
        { sv: "% av tiden", en: "% of kept" },
        { sv: "läses av", en: "read by" },
        { sv: "ring", en: "call" },
      ],
      queues.map((one) => [
        one.queue,
        one.waiting,
        one.inFlight,
        one.waiting + one.inFlight === 0 || one.oldest === undefined ? "-" : ageOf(one.oldest),
        one.percentOfKept,
        one.readBy,
        named(callOf(one), voice),
      ]),
      voice,
    ),
    ...sentencesOn(queues).map((sentence) => inWords(sentence, voice)),
  ].join("\n");
}

const noContact: Bilingual = { sv: "ingen kontakt angiven", en: "no contact given" };

/** hemvist's own people act on what its functions read. */
const callOf = (one: Standing): Bilingual =>
  isOfParty(one) ? (both(one.contact) ?? noContact) : { sv: "hemvist ops doctor", en: "hemvist ops doctor" };

const both = (text: string | undefined): Bilingual | undefined =>
  text === undefined ? undefined : { sv: text, en: text };

function sentencesOn(queues: readonly Standing[]): readonly Bilingual[] {
  const still = queues.filter(({ state }) => state === "stands-still");
  const dead = queues.filter(({ state }) => state === "dead-letters");
  return [
    ...still.map(stillOf),
    ...(still.length === 0 ? [{ sv: "Inget står still.", en: "Nothing stands still." }] : []),
    ...(dead.length === 0 ? [] : [deadIn(dead)]),
  ];
}

function stillOf(one: Standing): Bilingual {
  const { queue, oldest = 0, keptFor, readBy } = one;
  const [age, kept] = [ageOf(oldest), ageOf(keptFor)];
  const call = callOf(one);
  return isOfParty(one)
    ? {
        sv: `! ${queue} står still: ${readBy} har inte läst på ${age}. SQS raderar efter ${kept}. Ring: ${call.sv}.`,
        en: `! ${queue} stands still: ${readBy} has not read for ${age}. SQS erases after ${kept}. Call: ${call.en}.`,
      }
    : {
        sv: `! ${queue} står still: hemvists funktion ${readBy} har inte läst på ${age}. SQS raderar efter ${kept}. Kör: ${call.sv}.`,
        en: `! ${queue} stands still: hemvist's function ${readBy} has not read for ${age}. SQS erases after ${kept}. Run: ${call.en}.`,
      };
}

function deadIn(dead: readonly Standing[]): Bilingual {
  const many = dead.reduce((sum, { waiting, inFlight }) => sum + waiting + inFlight, 0);
  return {
    sv: `! ${many} dödbrev i ${dead.length} köer: hemvist ops dead-letters`,
    en: `! ${many} dead letters in ${dead.length} queues: hemvist ops dead-letters`,
  };
}
