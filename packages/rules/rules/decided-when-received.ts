import type { Rule } from "../rule.ts";

/**
 * Only a decision that has been made is carried out, never one dated ahead.
 *
 * The rule is ours; it serves:
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
              sv: `Beslutet är daterat ${decidedOn}, efter den ${receivedOn} då det togs emot.`,
              en: `The decision is dated ${decidedOn}, after ${receivedOn}, when it was received.`,
            },
            wouldHoldIf: {
              sv: `Skulle hålla om beslutet vore fattat senast ${receivedOn}, eller skickades den ${decidedOn}.`,
              en: `Would hold if it had been decided by ${receivedOn}, or were sent on ${decidedOn}.`,
            },
          },
        ],
};
