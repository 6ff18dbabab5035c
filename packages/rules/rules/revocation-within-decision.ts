import type { CivilDate } from "../engine/decision.ts";
import type { Breach, Facts, Rule } from "../engine/rule.ts";

/**
 * A revocation's day lies within the decision, from the day it was made to its last day. A decision cannot end before
 * it was made, and needs no end after its last day. A revocation does not prolong a decision, so a later last day in
 * the same message does not count.
 *
 * The rule is ours. It serves:
 *
 * > Socialförvaltningarna ansvarar för helheten i ärenden
 * > Anvisning styrmodell, Ansvar för styrning
 */
export const revocationWithinDecision: Rule = {
  id: "revocation-within-decision",
  severity: "must",
  source: {
    document: "hemvist",
    quote: "Ett beslut återkallas tidigast den dag då det fattades och senast sin sista dag.",
  },
  concerns: "/revocation/on",
  appliesTo: ({ revocation }) => revocation !== undefined,
  breaches: (facts) => {
    const on = facts.revocation?.on;
    const first = decidedFirst(facts);
    const last = lastDay(facts);
    if (on !== undefined && first !== undefined && on < first) return [tooEarly(on, first)];
    if (on !== undefined && last !== undefined && on > last) return [tooLate(on, last)];
    return [];
  },
};

/** Unknown for a later revision that is checked without what stands, because its own day may have moved. */
function decidedFirst({ revision, decidedOn, background }: Facts): CivilDate | undefined {
  return background.standing?.firstDecidedOn ?? (revision === 1 ? decidedOn : undefined);
}

function lastDay({ validTo, background }: Facts): CivilDate | undefined {
  return [validTo, background.standing?.decision.validTo].filter((day) => day !== undefined).toSorted()[0];
}

function tooEarly(on: CivilDate, first: CivilDate): Breach {
  return {
    pointer: "/revocation/on",
    message: {
      sv: `Återkallelsen avser ${on}, men beslutet fattades först ${first}.`,
      en: `The revocation is for ${on}, but the decision was not made until ${first}.`,
    },
    wouldHoldIf: {
      sv: `Det skulle räcka att återkallelsen avsåg ${first} eller senare.`,
      en: `It would be enough for the revocation to be for ${first} or later.`,
    },
  };
}

function tooLate(on: CivilDate, last: CivilDate): Breach {
  return {
    pointer: "/revocation/on",
    message: {
      sv: `Återkallelsen avser ${on}, men beslutet gäller bara till och med ${last}.`,
      en: `The revocation is for ${on}, but the decision's last day is ${last}.`,
    },
    wouldHoldIf: {
      sv: `Det skulle räcka att återkallelsen avsåg ${last} eller tidigare.`,
      en: `It would be enough for the revocation to be for ${last} or earlier.`,
    },
  };
}
