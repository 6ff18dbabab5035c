import { sign } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { partyOf } from "@hemvist/rules";
import { kmsDerivedKeys } from "./derived-keys.ts";
import { type PublishedKey, type SigningKey, signingKey } from "./signing-key.ts";

/** Signs what goes out to the parties that check it. */
export interface MessageSigner {
  /** Whether the party of the queue checks signatures. */
  readonly signsFor: (queue: string) => boolean;
  /**
   * A JWS over the body as it is sent, without the body in it: the form in which parties sign what they send (ADR 51).
   * @param address the queue's ARN. The signature counts on no other queue.
   */
  readonly signatureOf: (body: string, address: string) => Promise<string>;
}

/** The keys with which parties check what hemvist signs. */
export interface PublishedKeys {
  readonly published: () => Promise<readonly PublishedKey[]>;
}

export interface Signing {
  /** The KMS key that the signing keys are derived from. */
  readonly keyId: string;
  /** The parties that check signatures, by their codes. */
  readonly parties: readonly string[];
}

interface Generations {
  readonly signs: number;
  /**
   * Those that parties can fetch. The next one is among them before it signs, and a former one while its messages may
   * lie on a queue: docs/security/keys.md has the steps.
   */
  readonly published: readonly number[];
}

export const generations: Generations = { signs: 1, published: [1] };

interface Options {
  readonly client?: DynamoDBClient;
  readonly generations?: Generations;
}

/** By a key of its own in KMS, so that only a function that sends to parties can sign. */
export function kmsMessageSigner(
  { keyId, parties }: Signing,
  { client, generations: { signs, published } = generations }: Options = {},
): MessageSigner &
  PublishedKeys & {
    /** Whether the key may be derived. */
    readonly check: () => Promise<unknown>;
  } {
  const secretOf = kmsDerivedKeys(keyId, "signatures", client);
  const made = new Map<number, SigningKey>();

  const keyOf = async (generation: number): Promise<SigningKey> => {
    const its =
      made.get(generation) ?? signingKey((await secretOf(generation)).export(), `hemvist-${generation}`);
    made.set(generation, its);
    return its;
  };

  return {
    signsFor: (queue) => parties.includes(partyOf(queue)),
    async signatureOf(body, address) {
      const { privateKey, published: own } = await keyOf(signs);
      const header = { alg: own.alg, kid: own.kid, aud: address, b64: false, crit: ["b64"] };
      const encoded = Buffer.from(JSON.stringify(header)).toString("base64url");
      const key = { key: privateKey, dsaEncoding: "ieee-p1363" } as const;
      return `${encoded}..${sign("sha256", Buffer.from(`${encoded}.${body}`), key).toString("base64url")}`;
    },
    published: async () =>
      Promise.all(published.map(async (generation) => (await keyOf(generation)).published)),
    check: () => keyOf(signs),
  };
}
