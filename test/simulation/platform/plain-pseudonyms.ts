import type { Pseudonyms } from "@hemvist/casework";
import { hasNumber, type Person } from "@hemvist/rules";
import type { Run } from "./run.ts";

/** Different people have different pseudonyms, as in production. The people of a simulated world are made up. */
const pseudonymOf = (person: Person, administration: string): string =>
  hasNumber(person) ? `number:${person.identityNumber}` : ofReference(person.reference, administration);
const ofNumber = (identityNumber: string): string => `number:${identityNumber}`;
const ofCase = (caseNumber: string, administration: string): string => `case:${administration}:${caseNumber}`;
const ofReference = (reference: string, administration: string): string =>
  `reference:${administration}:${reference}`;

/** Pseudonyms that a run asks for, each by a call that may fail. */
export const pseudonymsIn = ({ call }: Pick<Run, "call">): Pseudonyms => ({
  of: (person, administration) => call("pseudonyms.of", () => pseudonymOf(person, administration)),
  ofNumber: (number) => call("pseudonyms.ofNumber", () => ofNumber(number)),
  ofCase: (caseNumber, administration) => call("pseudonyms.ofCase", () => ofCase(caseNumber, administration)),
  ofReference: (reference, administration) =>
    call("pseudonyms.ofReference", () => ofReference(reference, administration)),
});

/** The same with no run: none fails. */
export const plainPseudonyms: Pseudonyms = pseudonymsIn({ call: (_port, act) => Promise.resolve(act()) });
