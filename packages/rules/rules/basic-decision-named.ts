import { actInForceOn, isBasic, isBeforeTheActs } from "../engine/citations/legal-basis.ts";
import { citationText } from "../engine/citations/read-citation.ts";
import type { BasicDecision, CivilDate } from "../engine/decision.ts";
import { actInText } from "../engine/name-in-text.ts";
import type { Breach, Rule } from "../engine/rule.ts";

/**
 * A 12:4 decision always rests on a basic one, on income support: another decision, made on or before the same day. 12
 * kap. 4 § SoL presupposes it ("En enskild som får försörjningsstöd"). So a decision on interventions for personal
 * needs (11 kap. 1 §) is not enough.
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
  breaches: ({ basicDecision, decisionId, decidedOn }) =>
    basicDecision === undefined
      ? [notNamed]
      : [
          ...itself(basicDecision, decisionId),
          ...notIncomeSupport(basicDecision),
          ...notInForce(basicDecision),
          ...beforeTheActs(basicDecision),
          ...decidedLater(basicDecision, decidedOn),
        ],
};

const notNamed: Breach = {
  pointer: "/basicDecision",
  message: {
    sv: "Det grundläggande beslutet om försörjningsstöd är inte angivet.",
    en: "The basic decision on income support is not named.",
  },
  wouldHoldIf: {
    sv: "Det skulle räcka att det grundläggande beslutet angavs.",
    en: "It would be enough to name the basic decision.",
  },
};

/** Ids are the administration's own, so the same id is the same decision. */
function itself(basic: BasicDecision, decisionId: string): readonly Breach[] {
  if (basic.decisionId !== decisionId) return [];

  return [
    {
      pointer: "/basicDecision/decisionId",
      message: {
        sv: "Beslutet anger sig självt som grundläggande beslut.",
        en: "The decision names itself as the basic one.",
      },
      wouldHoldIf: {
        sv: "Det skulle räcka att beslutet om försörjningsstöd angavs med sitt eget `decisionId`.",
        en: "It would be enough to name the decision on income support by its own `decisionId`.",
      },
    },
  ];
}

function notIncomeSupport({ citation, decidedOn }: BasicDecision): readonly Breach[] {
  if (citation.legalBasis === "sol-12-1") return [];

  const section = incomeSupportOn(decidedOn);
  return [
    {
      pointer: "/basicDecision/legalBasis",
      message: {
        sv: "Det beslut som anges som grundläggande är inte ett beslut om försörjningsstöd.",
        en: "The decision named as the basic one is not a decision on income support.",
      },
      wouldHoldIf: {
        sv: `Det skulle räcka att ett beslut enligt ${section} angavs.`,
        en: `It would be enough to name a decision under ${section}.`,
      },
    },
  ];
}

function notInForce({ citation, decidedOn }: BasicDecision): readonly Breach[] {
  const act = actInForceOn(decidedOn);
  if (citation.act === act || isBeforeTheActs(decidedOn)) return [];

  const [cited, inForce] = [actInText(citation.act), actInText(act)];
  return [
    {
      pointer: "/basicDecision/legalBasis",
      message: {
        sv: `Det grundläggande beslutet hänvisar till ${cited.sv}, men ${decidedOn} gällde ${inForce.sv}.`,
        en: `The basic decision cites ${cited.en}, but on ${decidedOn} ${inForce.en} was in force.`,
      },
      wouldHoldIf: {
        sv: `Det skulle räcka att det hänvisade till ${incomeSupportOn(decidedOn)}.`,
        en: `It would be enough for it to cite ${incomeSupportOn(decidedOn)}.`,
      },
    },
  ];
}

function beforeTheActs({ decidedOn }: BasicDecision): readonly Breach[] {
  if (!isBeforeTheActs(decidedOn)) return [];

  return [
    {
      pointer: "/basicDecision/decidedOn",
      message: {
        sv: `Det grundläggande beslutet kan inte ha fattats ${decidedOn}.`,
        en: `The basic decision cannot have been made on ${decidedOn}.`,
      },
      wouldHoldIf: {
        sv: "Det skulle räcka att den dag då det fattades angavs.",
        en: "It would be enough to give the day on which it was made.",
      },
    },
  ];
}

/** What a decision on income support of that day cites. */
const incomeSupportOn = (day: CivilDate): string =>
  citationText({ legalBasis: "sol-12-1", act: actInForceOn(day) });

function decidedLater(basic: BasicDecision, decidedOn: CivilDate): readonly Breach[] {
  if (basic.decidedOn <= decidedOn) return [];

  return [
    {
      pointer: "/basicDecision/decidedOn",
      message: {
        sv: `Det grundläggande beslutet fattades ${basic.decidedOn}, alltså efter det här beslutet (${decidedOn}).`,
        en: `The basic decision was made on ${basic.decidedOn}, which is after this one (${decidedOn}).`,
      },
      wouldHoldIf: {
        sv: `Det skulle räcka att det grundläggande beslutet hade fattats senast ${decidedOn}.`,
        en: `It would be enough for the basic decision to have been made by ${decidedOn}.`,
      },
    },
  ];
}
