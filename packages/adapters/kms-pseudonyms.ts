import { GenerateMacCommand, KMSClient } from "@aws-sdk/client-kms";
import type { Pseudonyms } from "@hemvist/casework";

/** HMAC-SHA-256 pseudonyms by a key that never leaves KMS: the same person always gets the same, and nobody can go back. */
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

  return {
    ofNumber,
    // A person with protected identity is known by SF's own reference, which only that administration gives out.
    of: (person, administration) =>
      person.protectedIdentity
        ? pseudonymOf(`reference:${administration}:${person.reference}`)
        : ofNumber(person.identityNumber),
  };
}
