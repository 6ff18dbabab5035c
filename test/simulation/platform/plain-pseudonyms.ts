import type { Pseudonyms } from "@hemvist/casework";
import { hasNumber, type Person } from "@hemvist/rules";

/** A pseudonym that tells people apart as a real one does; nobody in a simulated world exists. */
export const pseudonymOf = (person: Person, administration: string): string =>
  hasNumber(person) ? `number:${person.identityNumber}` : `reference:${administration}:${person.reference}`;

export const plainPseudonyms: Pseudonyms = {
  of: (person, administration) => Promise.resolve(pseudonymOf(person, administration)),
  ofNumber: (identityNumber) => Promise.resolve(`number:${identityNumber}`),
  ofCase: (caseNumber, administration) => Promise.resolve(`case:${administration}:${caseNumber}`),
  ofReference: (reference, administration) => Promise.resolve(`reference:${administration}:${reference}`),
};
