import { agreementInForce } from "../engine/agreement.ts";
import type { Agreement } from "../engine/model.ts";
import { subAreaInText, subAreasInText } from "../engine/name-in-text.ts";
import type { Breach, Facts, PlacedIntervention, Rule } from "../engine/rule.ts";

/**
 * An intervention outside the legal basis's own lane runs in parallel, and only if SoB has decided so. A named
 * agreement must exist, also if nothing runs in parallel, because readers of the decision trust it.
 *
 * > Tillsammans med socialförvaltningarna utföra parallella insatser som sträcker sig över flera
 * > ansvarsområden. Avser endast insatser som är beslutade på strategisk nivå i samverkan mellan
 * > Socialförvaltningarna och Arbvux
 * > Anvisning styrmodell, Ansvar för styrning
 *
 * Without an agreement in force there is one finding, at `/parallelAgreement`. With one, there is a finding for each
 * sub-area that it does not list.
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
    const agreement = agreementInForce(facts);
    if (agreement !== undefined)
      return parallel
        .filter(({ subArea }) => !agreement.subAreas.includes(subArea))
        .map((intervention) => notListed(intervention, { agreement, facts }));
    if (parallel.length > 0) return [noAgreement(facts, parallel)];
    return facts.parallelAgreement === undefined ? [] : [notInForce(facts)];
  },
};

function noAgreement(
  { model, decidedOn, parallelAgreement }: Facts,
  parallel: readonly PlacedIntervention[],
): Breach {
  const { sv, en } = subAreasInText(
    model,
    parallel.map(({ subArea }) => subArea),
  );
  return {
    pointer: "/parallelAgreement",
    message:
      parallelAgreement === undefined
        ? {
            sv: `Insatser utförs parallellt (${sv}), men ingen överenskommelse i SoB är angiven.`,
            en: `Interventions run in parallel (${en}), but no agreement of SoB is named.`,
          }
        : {
            sv: `Insatser utförs parallellt (${sv}), men den angivna överenskommelsen finns inte eller gällde inte ${decidedOn}.`,
            en: `Interventions run in parallel (${en}), but the agreement named does not exist or was not in force on ${decidedOn}.`,
          },
    wouldHoldIf: {
      sv: `Det skulle räcka att en överenskommelse angavs som gällde ${decidedOn} och omfattade ${sv}.`,
      en: `It would be enough to name an agreement that was in force on ${decidedOn} and covered ${en}.`,
    },
  };
}

function notInForce({ decidedOn }: Facts): Breach {
  return {
    pointer: "/parallelAgreement",
    message: {
      sv: `Den angivna överenskommelsen finns inte eller gällde inte ${decidedOn}.`,
      en: `The agreement named does not exist or was not in force on ${decidedOn}.`,
    },
    wouldHoldIf: {
      sv: `Det skulle räcka att en överenskommelse angavs som gällde ${decidedOn}, eller att ingen angavs, eftersom ingen insats behöver den.`,
      en: `It would be enough to name an agreement that was in force on ${decidedOn}, or none, since no intervention needs one.`,
    },
  };
}

function notListed(
  { pointer, subArea }: PlacedIntervention,
  { agreement: { id, subAreas }, facts: { model } }: { agreement: Agreement; facts: Facts },
): Breach {
  const wanted = subAreaInText(model, subArea);
  const listed = subAreasInText(model, subAreas);
  return {
    pointer: `${pointer}/subArea`,
    message: {
      sv: `Insatsen utförs parallellt, men ${id} omfattar inte ${wanted.sv}.`,
      en: `The intervention runs in parallel, but ${id} does not cover ${wanted.en}.`,
    },
    wouldHoldIf: {
      sv: `Det skulle räcka att en överenskommelse angavs som omfattar ${wanted.sv}. ${id} omfattar ${listed.sv}.`,
      en: `It would be enough to name an agreement that covers ${wanted.en}. ${id} covers ${listed.en}.`,
    },
  };
}
