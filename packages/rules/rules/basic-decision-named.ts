import type { BasicDecision } from "../decision.ts";
import { actInForceOn, isBasic } from "../legal-basis.ts";
import type { Breach, Rule } from "../rule.ts";

/**
 * Under a 12:4 decision there is always a basic one.
 *
 * > Observera att det alltid finns ett grundläggande beslut enligt 4 kap. 1 § Socialtjänstlagen för att
 * > erhålla försörjningsstöd.
 * > Slutrapport 2024-01-12, 2.1.3
 */
export const basicDecisionNamed: Rule = {
  id: "basic-decision-named",
  severity: "must",
  source: {
    document: "Slutrapport 2024-01-12, 2.1.3",
    quote:
      "Observera att det alltid finns ett grundläggande beslut enligt 4 kap. 1 § Socialtjänstlagen för att erhålla försörjningsstöd.",
  },
  concerns: "/basicDecision",
  appliesTo: ({ citation }) => !isBasic(citation),
  breaches: ({ basicDecision, decidedOn }) =>
    basicDecision === undefined
      ? [notNamed]
      : [...notBasic(basicDecision), ...notInForce(basicDecision), ...decidedLater(basicDecision, decidedOn)],
};

const notNamed: Breach = {
  pointer: "/basicDecision",
  message: {
    sv: "Det grundläggande beslutet om försörjningsstöd är inte angivet.",
    en: "The basic decision on income support is not named.",
  },
  wouldHoldIf: {
    sv: "Skulle hålla om det grundläggande beslutet angavs.",
    en: "Would hold if the basic decision were named.",
  },
};

function notBasic({ citation }: BasicDecision): readonly Breach[] {
  if (isBasic(citation)) return [];

  return [
    {
      pointer: "/basicDecision/legalBasis",
      message: {
        sv: "Det beslut som anges som grundläggande är inte det.",
        en: "The decision named as the basic one is not a basic decision.",
      },
      wouldHoldIf: {
        sv: "Skulle hålla om det hade fattats enligt 12 kap. 1 § eller 11 kap. 1 § (tidigare 4 kap. 1 §) SoL.",
        en: "Would hold if it had been made under 12 kap. 1 § or 11 kap. 1 § (before, 4 kap. 1 §) SoL.",
      },
    },
  ];
}

function notInForce({ citation, decidedOn }: BasicDecision): readonly Breach[] {
  const act = actInForceOn(decidedOn);
  if (citation.act === act) return [];

  return [
    {
      pointer: "/basicDecision/legalBasis",
      message: {
        sv: `Det grundläggande beslutet hänvisar till ${citation.act}, men den ${decidedOn} gällde ${act}.`,
        en: `The basic decision cites ${citation.act}, but on ${decidedOn} the Act in force was ${act}.`,
      },
      wouldHoldIf: {
        sv: `Skulle hålla om det hänvisade till motsvarande paragraf i ${act}.`,
        en: `Would hold if it cited the corresponding section of ${act}.`,
      },
    },
  ];
}

function decidedLater(basic: BasicDecision, decidedOn: string): readonly Breach[] {
  if (basic.decidedOn <= decidedOn) return [];

  return [
    {
      pointer: "/basicDecision/decidedOn",
      message: {
        sv: `Det grundläggande beslutet är fattat ${basic.decidedOn}, efter detta, ${decidedOn}.`,
        en: `The basic decision was made on ${basic.decidedOn}, after this one, ${decidedOn}.`,
      },
      wouldHoldIf: {
        sv: `Skulle hålla om det grundläggande beslutet hade fattats senast ${decidedOn}.`,
        en: `Would hold if the basic decision had been made by ${decidedOn}.`,
      },
    },
  ];
}
