import type { Pseudonyms } from "@hemvist/casework";
import type { Person } from "@hemvist/rules";

/** A pseudonym that tells people apart as a real one does; nobody in a simulated world exists. */
export const pseudonymOf = (person: Person, administration: string): string =>
  person.protectedIdentity
    ? `reference:${administration}:${person.reference}`
    : `number:${person.identityNumber}`;

export const plainPseudonyms: Pseudonyms = {
  of: (person, administration) => Promise.resolve(pseudonymOf(person, administration)),
  ofNumber: (identityNumber) => Promise.resolve(`number:${identityNumber}`),
};
