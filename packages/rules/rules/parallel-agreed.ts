import type { Agreement } from "../model.ts";
import { isWithin } from "../period.ts";
import type { Breach, Facts, PlacedIntervention, Rule } from "../rule.ts";

/**
 * What lies outside the legal basis's own lane runs in parallel, and only as SoB has decided.
 *
 * > Tillsammans med socialförvaltningarna utföra parallella insatser som sträcker sig över flera
 * > ansvarsområden. Avser endast insatser som är beslutade på strategisk nivå i samverkan mellan
 * > Socialförvaltningarna och Arbvux
 * > Anvisning styrmodell, Ansvar för styrning
 *
 * Without an agreement in force there is one thing to mend, `/parallelAgreement`. With one, each sub-area
 * that it does not list is pointed at.
 */
export const parallelAgreed: Rule = {
  id: "parallel-agreed",
  severity: "must",
  source: {
    document: "Anvisning styrmodell, Ansvar för styrning",
    quote:
      "Tillsammans med socialförvaltningarna utföra parallella insatser som sträcker sig över flera ansvarsområden. Avser endast insatser som är beslutade på strategisk nivå i samverkan mellan Socialförvaltningarna och Arbvux",
  },
  concerns: "/interventions/*/subArea",
  appliesTo: () => true,
  breaches: (facts) => {
    const parallel = facts.interventions.filter(({ placement }) => placement.parallel);
    if (parallel.length === 0) return [];

    const agreement = agreementInForce(facts);
    if (agreement === undefined) return [noAgreement(facts, parallel)];
    return parallel
      .filter(({ subArea }) => !agreement.subAreas.includes(subArea))
      .map((intervention) => notListed(intervention, agreement));
  },
};

function agreementInForce({ model, parallelAgreement, decidedOn }: Facts): Agreement | undefined {
  return model.agreements.find(
    ({ id, ...period }) => id === parallelAgreement && isWithin(decidedOn, period),
  );
}

function noAgreement(
  { decidedOn, parallelAgreement }: Facts,
  parallel: readonly PlacedIntervention[],
): Breach {
  const subAreas = [...new Set(parallel.map(({ subArea }) => subArea))].join(", ");
  return {
    pointer: "/parallelAgreement",
    message:
      parallelAgreement === undefined
        ? {
            sv: `Insatser löper parallellt (${subAreas}), men ingen överenskommelse från SoB är angiven.`,
            en: `Interventions run in parallel (${subAreas}), but no agreement of SoB is named.`,
          }
        : {
            sv: `Insatser löper parallellt (${subAreas}), men den angivna överenskommelsen gällde inte den ${decidedOn}.`,
            en: `Interventions run in parallel (${subAreas}), but the agreement named was not in force on ${decidedOn}.`,
          },
    wouldHoldIf: {
      sv: `Skulle hålla om en överenskommelse angavs som gällde den ${decidedOn} och omfattade ${subAreas}.`,
      en: `Would hold if an agreement were named that was in force on ${decidedOn} and covered ${subAreas}.`,
    },
  };
}

function notListed({ pointer, subArea }: PlacedIntervention, { id, subAreas }: Agreement): Breach {
  return {
    pointer: `${pointer}/subArea`,
    message: {
      sv: `Insatsen löper parallellt, men ${id} omfattar inte ${subArea}.`,
      en: `The intervention runs in parallel, but ${id} does not cover ${subArea}.`,
    },
    wouldHoldIf: {
      sv: `Skulle hålla om ${id} omfattade ${subArea}; den omfattar ${subAreas.join(", ")}.`,
      en: `Would hold if ${id} covered ${subArea}; it covers ${subAreas.join(", ")}.`,
    },
  };
}
