import { createRemoteJWKSet, errors, type FlattenedVerifyGetKey, flattenedVerify } from "jose";

/** A message as a party takes it off its queue. */
export interface Taken {
  readonly body: string;
  readonly signature: string;
  /** The queue's ARN, as SQS gives it. */
  readonly address: string;
}

/** The signature is for another queue, or it is no detached one. */
export class NotForThisQueue extends Error {
  override readonly name = "NotForThisQueue";
}

/** Checks a message as a party's own system does: with the keys that hemvist publishes now. */
export const signedByHemvist = (apiUrl: string): ((taken: Taken) => Promise<void>) =>
  signedBy(createRemoteJWKSet(new URL(`${apiUrl}/v1/jwks.json`)));

/**
 * Checks a message by the keys that a party has, and for the queue that the message lay on.
 * @throws NotForThisQueue, or jose's own error
 */
export function signedBy(keys: FlattenedVerifyGetKey): (taken: Taken) => Promise<void> {
  return async ({ body, signature, address }) => {
    const [header = "", between, sealed = "", ...more] = signature.split(".");
    if (between !== "" || more.length > 0) throw new errors.JWSInvalid("not detached");
    const jws = { protected: header, payload: Buffer.from(body), signature: sealed };
    const { protectedHeader } = await flattenedVerify(jws, keys, { algorithms: ["ES256"] });
    if (protectedHeader?.b64 !== false || protectedHeader["aud"] !== address) throw new NotForThisQueue();
  };
}
