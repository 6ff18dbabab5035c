import type { FaultCode } from "@hemvist/contracts";
import { partyOf } from "@hemvist/rules";
import { decodeProtectedHeader, errors, flattenedVerify, importJWK } from "jose";
import * as z from "zod/mini";
import { log } from "./log.ts";
import { count } from "./measure.ts";
import type { QueueMessage } from "./queue-batch.ts";
import type { PartnerKey, PartnerKeys } from "./settings.ts";

export interface MessageSignatures {
  /** What is wrong with the signature of a party's message. Undefined if nothing is. */
  readonly faultIn: (message: QueueMessage) => Promise<SignatureFault | undefined>;
  /** Reads every key, and so shows that each can be used. */
  readonly check: () => Promise<unknown>;
}

type SignatureFault = Extract<FaultCode, "not-signed" | "signature-not-valid" | "signature-key-unknown">;

/**
 * A JWS over the message's body as it was sent, without the body in it (RFC 7515, appendix F), and with the body as it
 * is (RFC 7797).
 */
const detached = /^([\w-]+)\.\.([\w-]+)$/;

/** What its header says beside the algorithm: which key, for which queue, and that the body is no base64. */
const header = z.object({ kid: z.string(), aud: z.string(), b64: z.literal(false) });

/**
 * Checks the signatures of the parties that sign, by the keys in the settings. A signature is made for one queue, by its
 * ARN: so what a party signed for the test system is no message in production.
 */
export function messageSignatures(partners: PartnerKeys): MessageSignatures {
  const imported = new Map<PartnerKey, ReturnType<typeof importJWK>>();

  const read = (key: PartnerKey): ReturnType<typeof importJWK> => {
    const its = imported.get(key) ?? importJWK(key, key.alg);
    imported.set(key, its);
    return its;
  };

  return {
    async faultIn({ queue, address, body, signature }): Promise<SignatureFault | undefined> {
      const partner = partners[partyOf(queue)];
      if (partner === undefined) return undefined;
      if (signature === undefined) return partner.required ? "not-signed" : undefined;
      const [, protectedHeader = "", sealed = ""] = detached.exec(signature) ?? [];
      const named = headerIn(signature);
      if (named?.aud !== address || !isCanonical(sealed)) return "signature-not-valid";
      const key = partner.keys.find(({ kid }) => kid === named.kid);
      if (key === undefined) return "signature-key-unknown";
      const jws = { protected: protectedHeader, payload: Buffer.from(body), signature: sealed };
      try {
        await flattenedVerify(jws, await read(key), { algorithms: [key.alg] });
        return undefined;
      } catch (error) {
        if (error instanceof errors.JOSEError) return "signature-not-valid";
        throw error;
      }
    },
    check: () => Promise.all(Object.values(partners).flatMap(({ keys }) => keys.map(read))),
  };
}

function headerIn(signature: string): z.infer<typeof header> | undefined {
  try {
    return header.safeParse(decodeProtectedHeader(signature)).data;
  } catch {
    return undefined;
  }
}

/** The last letter has bits that decode to nothing: one signature has one form here. */
const isCanonical = (text: string): boolean => Buffer.from(text, "base64url").toString("base64url") === text;

/** Hands a message on with what is wrong with its signature, so that its sender gets the refusal. */
export const signatureChecked =
  <Ended>(signatures: Pick<MessageSignatures, "faultIn">, take: (message: QueueMessage) => Promise<Ended>) =>
  async (message: QueueMessage): Promise<Ended> => {
    const refusedAs = await signatures.faultIn(message);
    if (refusedAs === undefined) return take(message);
    log.warn("signature refused", { queue: message.queue, messageId: message.messageId, why: refusedAs });
    count("SignaturesRefused", { party: partyOf(message.queue) });
    return take({ ...message, refusedAs });
  };
