import { createHmac } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { addresseesAmong, type Municipality, partiesOf } from "@hemvist/rules";
import { partnersHere, verifyingAmong } from "../../../infra/partners.ts";
import { kmsMessageSigner, type MessageSigner } from "../../../packages/adapters/message-signer.ts";
import type { PublishedKey } from "../../../packages/adapters/signing-key.ts";
import type { Seeded } from "../world/seeded.ts";
import { day, type VirtualTime } from "../world/virtual-time.ts";

interface Options {
  /** The KMS key: one of each municipality's own. */
  readonly keyId: string;
  /** The parties that check signatures. */
  readonly parties: readonly string[];
  /** How long after its publication a new key signs. */
  readonly newKeySignsAfter: number;
  readonly time: VirtualTime;
  readonly chance: Seeded;
}

export interface SigningKeys {
  /** Signs with the key of the deployment that runs now. */
  readonly signer: MessageSigner;
  /** What `GET /v1/jwks.json` answers now. */
  readonly published: () => Promise<readonly PublishedKey[]>;
}

/** The steps of a new generation, each a deployment: docs/security/keys.md. */
const steps = [
  { signs: 1, published: [1] },
  { signs: 1, published: [1, 2] },
  { signs: 2, published: [1, 2] },
] as const;

/** The parties that check signatures in the local run: an administration, and a provider that is none. */
export const verifyingIn = (municipality: Municipality): readonly string[] =>
  verifyingAmong(partnersHere(municipality), addresseesAmong(partiesOf(municipality)));

/** The keys with which hemvist signs. In each world hemvist moves to a new key on the first day. */
export function signing({ keyId, parties, newKeySignsAfter, time, chance }: Options): SigningKeys {
  const publishedAt = time.now() + chance.below(day);
  const signsAt = publishedAt + newKeySignsAfter;
  const [before, beside, after] = steps.map((generations) =>
    kmsMessageSigner({ keyId, parties }, { client: kms, generations }),
  );
  const deployed = () => {
    const its = time.now() < publishedAt ? before : time.now() < signsAt ? beside : after;
    if (its === undefined) throw new Error("each step has a signer");
    return its;
  };
  return {
    signer: {
      signsFor: (queue) => deployed().signsFor(queue),
      signatureOf: (body, address) => deployed().signatureOf(body, address),
    },
    published: () => deployed().published(),
  };
}

/** KMS as the signer calls it: an HMAC over a label, by the key of that id. */
const kms = {
  send: ({ input }: { readonly input: { readonly KeyId: string; readonly Message: Uint8Array } }) =>
    Promise.resolve({
      Mac: new Uint8Array(createHmac("sha256", input.KeyId).update(input.Message).digest()),
    }),
} as unknown as DynamoDBClient;
