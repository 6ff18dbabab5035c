import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { GenerateMac, kmsClient } from "./kms-client.ts";

/**
 * A purpose's key, by its generation. Node makes a `KeyObject` once. Given bytes, it makes one for each HMAC and each
 * cipher, and that takes six times as long as the HMAC itself.
 */
export type KeyOfGeneration = (generation: number) => Promise<KeyObject>;

/** What a derived key is for. Each purpose has a KMS key of its own, so that a role can have one without the other. */
export type KeyPurpose = "pseudonyms" | "records" | "signatures";

/** As HMAC-SHA-256 and AES-256 take it, and for a private key of P-256 with 128 bits to spare (`signing-key.ts`). */
const bytesOf: Readonly<Record<KeyPurpose, number>> = { pseudonyms: 32, records: 32, signatures: 48 };

/**
 * Derives a purpose's keys in memory from a KMS key that never leaves KMS: KMS computes an HMAC over a fixed label, the
 * key derivation of NIST SP 800-108 in one step, and HKDF (RFC 5869) binds the result to the label here. One call for
 * each generation in a process's life. A call that fails is not remembered.
 */
export function kmsDerivedKeys(
  keyId: string,
  purpose: KeyPurpose,
  client: DynamoDBClient = kmsClient(),
): KeyOfGeneration {
  const keys = new Map<number, Promise<KeyObject>>();

  async function derived(generation: number): Promise<KeyObject> {
    const label = labelOf(purpose, generation);
    const answer = await client.send(
      new GenerateMac({
        KeyId: keyId,
        MacAlgorithm: "HMAC_SHA_256",
        Message: new TextEncoder().encode(label),
      }),
    );
    const { data } = withMac.safeParse(answer);
    if (data === undefined) throw new Error("KMS gave no MAC");
    return keyFrom(data.Mac, label, bytesOf[purpose]);
  }

  return async (generation) => {
    const known = keys.get(generation) ?? derived(generation);
    keys.set(generation, known);
    try {
      return await known;
    } catch (error) {
      keys.delete(generation);
      throw error;
    }
  };
}

const withMac = z.object({ Mac: z.instanceof(Uint8Array) });

/** Every stored body, pseudonym and published key depends on it, so it never changes. */
export const labelOf = (purpose: KeyPurpose, generation: number): string =>
  `hemvist/${purpose}/${generation}`;

export const keyFrom = (secret: Uint8Array | KeyObject, label: string, bytes = 32): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync("sha256", secret, new Uint8Array(), label, bytes)));
