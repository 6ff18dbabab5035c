import { hasNumber, type Person } from "../engine/decision.ts";
import type { Rule } from "../engine/rule.ts";

/**
 * A decision concerns one person. A revision with another number or reference names the one that it replaces, or sets
 * the mark of protected identity. With the mark, SF's own reference replaces the number.
 *
 * The rule is ours. Without it a mistyped number would hand a stranger to the first person's provider. It serves:
 *
 * > Socialförvaltningarna ansvarar för helheten i ärenden
 * > Anvisning styrmodell, Ansvar för styrning
 */
export const samePerson: Rule = {
  id: "same-person",
  severity: "must",
  source: {
    document: "hemvist",
    quote: "Ett beslut gäller en och samma person i alla sina revideringar.",
  },
  concerns: "/person",
  appliesTo: ({ background }) => background.standing !== undefined,
  breaches: ({ person, background: { standing } }) =>
    standing === undefined || isSame(person, standing.decision.person)
      ? []
      : [
          {
            pointer: "/person",
            message: {
              sv: "Revideringen gäller en annan person än den som beslutet gäller.",
              en: "The revision is about another person than the decision is.",
            },
            wouldHoldIf: {
              sv: "Det skulle räcka att `person.replaces` angav det nummer eller den referens som stod tidigare, om det är samma person. Ett beslut om en annan person ska ha ett eget `decisionId`.",
              en: "It would be enough for `person.replaces` to give the number or reference that stood before, if it is the same person. A decision about another person needs a `decisionId` of its own.",
            },
          },
        ],
};

function isSame(now: Person, before: Person): boolean {
  if (keyOf(now) === keyOf(before)) return true;
  return now.protectedIdentity ? !before.protectedIdentity : now.replaces === keyOf(before);
}

const keyOf = (person: Person): string => (hasNumber(person) ? person.identityNumber : person.reference);
