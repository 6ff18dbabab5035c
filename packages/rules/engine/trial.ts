import { type Decision, hasNumber } from "./decision.ts";

/**
 * hemvist's own party, in each municipality and each stage. It makes the trial decision of a deployment, carries it out
 * itself, and ends it. No model names it, so it is none of the city's parties.
 */
export const trialParty = "hemvist-prov";

/** The one person of its decisions: a number that Skatteverket has published for tests, and that no person has. */
export const trialPerson = "191212121212";

/**
 * Whether a decision, an assignment or a caller is of hemvist's own trials. Figures, metrics and person searches leave
 * those out.
 */
export const isTrial = (party: string): boolean => party === trialParty;

/** Whether a decision may be: hemvist's own party may name its one person and no other. */
export const namesWhomItMay = ({ administration, person }: Decision): boolean =>
  !isTrial(administration) ||
  (hasNumber(person) && person.identityNumber === trialPerson && person.replaces === undefined);
