import { createHmac } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Pseudonyms } from "@hemvist/casework";
import { hasNumber } from "@hemvist/rules";
import { kmsDerivedKeys } from "./derived-keys.ts";
import { noKey } from "./self-check-reads.ts";

/** Pseudonyms have one generation for good: with another key, no stored one would be found again. */
const onlyGeneration = 1;

/**
 * HMAC-SHA-256 pseudonyms with a key that KMS derives. The same person always gets the same one, and no reader can
 * reverse it.
 */
export function kmsPseudonyms(
  keyId: string,
  client?: DynamoDBClient,
): Pseudonyms & {
  /** Whether the key may be derived. */
  readonly check: () => Promise<unknown>;
} {
  const keyOf = kmsDerivedKeys(keyId, "pseudonyms", client);
  const pseudonymOf = async (name: string): Promise<string> =>
    createHmac("sha256", await keyOf(onlyGeneration))
      .update(name)
      .digest("base64url");

  const ofNumber = (identityNumber: string): Promise<string> => pseudonymOf(`number:${identityNumber}`);

  // Only the administration that gives a reference out knows whom it means.
  const ofReference = (reference: string, administration: string): Promise<string> =>
    pseudonymOf(`reference:${administration}:${reference}`);

  return {
    ofNumber,
    ofReference,
    check: () => ofNumber(noKey),
    ofCase: (caseNumber, administration) => pseudonymOf(`case:${administration}:${caseNumber}`),
    of: (person, administration) =>
      hasNumber(person) ? ofNumber(person.identityNumber) : ofReference(person.reference, administration),
  };
}
