import type { CivilDate } from "../engine/decision.ts";
import type { Model } from "../engine/model.ts";
import type { Breach, Rule } from "../engine/rule.ts";

/**
 * A decision is judged by the model in force on the day it was made.
 *
 * That is ours, and follows from that the model is revised and its revisions hold from a date:
 *
 * > SoB beslutar om eventuella revidering av styrmodell.
 * > Anvisning styrmodell, Uppföljning och revidering av styrmodellen
 */
export const modelInForce: Rule = {
  id: "model-in-force",
  severity: "must",
  source: {
    document: "hemvist",
    quote: "Ett beslut bedöms efter den styrmodell som gällde den dag då beslutet fattades.",
  },
  concerns: "/decidedOn",
  appliesTo: () => true,
  breaches: (facts) =>
    facts.model.validFrom <= facts.decidedOn ? [] : [noModelInForce(facts, [facts.model])],
};

/** Said where there is no model at all, hence no facts to try any rule on. */
export function noModelInForce(
  { decidedOn }: { readonly decidedOn: CivilDate },
  models: readonly Model[],
): Breach {
  const first = models.map(({ validFrom }) => validFrom).toSorted()[0];
  return {
    pointer: "/decidedOn",
    message: {
      sv: `Ingen styrmodell gällde ${decidedOn}.`,
      en: `No governance model was in force on ${decidedOn}.`,
    },
    wouldHoldIf:
      first === undefined
        ? { sv: "Det skulle behöva finnas en styrmodell.", en: "A model would have to exist." }
        : {
            sv: `Beslutet skulle kunna bedömas om det hade fattats ${first} eller senare.`,
            en: `The decision could be judged if it had been made on ${first} or later.`,
          },
  };
}
