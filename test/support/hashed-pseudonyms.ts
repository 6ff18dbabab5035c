import { createHmac } from "node:crypto";
import type { Pseudonyms } from "@hemvist/casework";

/** Pseudonyms by a key in memory. */
export function hashedPseudonyms(): Pseudonyms {
  const pseudonymOf = (name: string): Promise<string> =>
    Promise.resolve(createHmac("sha256", "a key for tests").update(name).digest("base64url"));

  return {
    ofNumber: (identityNumber) => pseudonymOf(`number ${identityNumber}`),
    of: (person, administration) =>
      pseudonymOf(
        person.protectedIdentity
          ? `reference ${administration} ${person.reference}`
          : `number ${person.identityNumber}`,
      ),
  };
}
