import { GenerateMacCommand, KMSClient } from "@aws-sdk/client-kms";
import type { Pseudonyms } from "@hemvist/casework";
import { hasNumber } from "@hemvist/rules";

/**
 * HMAC-SHA-256 pseudonyms with a key that never leaves KMS. The same person always gets the same one, and no reader can
 * reverse it.
 */
export function kmsPseudonyms(keyId: string, client = new KMSClient({})): Pseudonyms {
  async function pseudonymOf(name: string): Promise<string> {
    const Message = new TextEncoder().encode(name);
    const { Mac } = await client.send(
      new GenerateMacCommand({ KeyId: keyId, MacAlgorithm: "HMAC_SHA_256", Message }),
    );
    if (Mac === undefined) throw new Error("KMS gave no MAC");
    return Buffer.from(Mac).toString("base64url");
  }

  const ofNumber = (identityNumber: string): Promise<string> => pseudonymOf(`number:${identityNumber}`);

  // Only the administration that gives a reference out knows whom it means.
  const ofReference = (reference: string, administration: string): Promise<string> =>
    pseudonymOf(`reference:${administration}:${reference}`);

  return {
    ofNumber,
    ofReference,
    ofCase: (caseNumber, administration) => pseudonymOf(`case:${administration}:${caseNumber}`),
    of: (person, administration) =>
      hasNumber(person) ? ofNumber(person.identityNumber) : ofReference(person.reference, administration),
  };
}
