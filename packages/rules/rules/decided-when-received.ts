import type { Rule } from "../engine/rule.ts";

/**
 * hemvist carries out only decisions that are already made. The date is not after the day of receipt.
 *
 * The rule is ours. It serves:
 *
 * > Besluta om och skicka uppdrag inom ramen för 12 kap. 4 § SoL till Arbvux
 * > Anvisning styrmodell, Ansvar för styrning
 */
export const decidedWhenReceived: Rule = {
  id: "decided-when-received",
  severity: "must",
  source: {
    document: "hemvist",
    quote: "Ett beslut är fattat senast den dag då det tas emot.",
  },
  concerns: "/decidedOn",
  appliesTo: () => true,
  breaches: ({ decidedOn, receivedOn }) =>
    decidedOn <= receivedOn
      ? []
      : [
          {
            pointer: "/decidedOn",
            message: {
              sv: `Beslutet är daterat ${decidedOn} men togs emot redan ${receivedOn}.`,
              en: `The decision is dated ${decidedOn} but was received on ${receivedOn}.`,
            },
            wouldHoldIf: {
              sv: `Det skulle räcka att samma beslut skickades igen ${decidedOn} eller senare, eller att det hade fattats senast ${receivedOn}.`,
              en: `It would be enough to send the same decision again on ${decidedOn} or later, or for it to have been made by ${receivedOn}.`,
            },
          },
        ],
};
