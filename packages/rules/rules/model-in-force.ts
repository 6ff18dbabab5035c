import type { CivilDate } from "../engine/decision.ts";
import type { Model } from "../engine/model.ts";
import type { Breach, Rule } from "../engine/rule.ts";

/**
 * The model in force on the day of the decision judges it.
 *
 * The rule is ours. It follows because SoB revises the model, and each revision holds from a date:
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

/** The finding if there is no model at all, and so no facts to try a rule on. */
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
