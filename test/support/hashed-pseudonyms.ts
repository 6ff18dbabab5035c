import { createHmac } from "node:crypto";
import type { Pseudonyms } from "@hemvist/casework";
import { hasNumber } from "@hemvist/rules";

/** Pseudonyms by a key in memory. */
export function hashedPseudonyms(): Pseudonyms {
  const pseudonymOf = (name: string): Promise<string> =>
    Promise.resolve(createHmac("sha256", "a key for tests").update(name).digest("base64url"));

  const ofNumber = (identityNumber: string) => pseudonymOf(`number ${identityNumber}`);
  const ofReference = (reference: string, administration: string) =>
    pseudonymOf(`reference ${administration} ${reference}`);
  return {
    ofNumber,
    ofReference,
    ofCase: (caseNumber, administration) => pseudonymOf(`case ${administration} ${caseNumber}`),
    of: (person, administration) =>
      hasNumber(person) ? ofNumber(person.identityNumber) : ofReference(person.reference, administration),
  };
}
