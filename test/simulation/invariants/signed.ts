import { partyOf } from "@hemvist/rules";
import { createLocalJWKSet, decodeProtectedHeader } from "jose";
import { signedBy, type Taken } from "../../../packages/sandbox/parties/signed-by-hemvist.ts";
import { type Accepted, arnOf } from "../platform/party-queues.ts";
import type { SigningKeys } from "../platform/signing.ts";
import { hour, type VirtualTime } from "../world/virtual-time.ts";
import type { Violations } from "./violations.ts";

interface Options {
  /** The parties that check signatures. */
  readonly verifying: readonly string[];
  readonly keys: Pick<SigningKeys, "published">;
  readonly time: VirtualTime;
  readonly violations: Violations;
}

export interface CheckedSignatures {
  /** A queue that a party reads has taken a message. */
  readonly note: (message: Accepted) => void;
  /**
   * Verifies each message as its party does, once the world is at rest.
   * @returns how many were verified, by the name of the key
   */
  readonly check: () => Promise<ReadonlyMap<string, number>>;
}

type Verify = (taken: Taken) => Promise<void>;

/** hemvist lets a party keep the keys for so long (`cache-control` of `/v1/jwks.json`). */
const keptFor = hour;

/**
 * Each message to a party that checks signatures verifies, for the queue it is on, with the keys that the party has when
 * the message comes. Those may be an hour old. A message to any other party has no signature.
 *
 * `jose` verifies outside this thread, and a world's clock waits for nothing outside. So the messages wait here.
 */
export function checkedSignatures({ verifying, keys, time, violations }: Options): CheckedSignatures {
  const waiting: { readonly message: Accepted; readonly verify: Promise<Verify> }[] = [];
  const fetched = new Map<string, { readonly at: number; readonly verify: Promise<Verify> }>();

  function keysOf(party: string): Promise<Verify> {
    const known = fetched.get(party);
    if (known !== undefined && time.now() - known.at < keptFor) return known.verify;
    const verify = keys
      .published()
      .then((published) => signedBy(createLocalJWKSet({ keys: [...published] })));
    fetched.set(party, { at: time.now(), verify });
    return verify;
  }

  return {
    note(message) {
      const party = partyOf(message.queue);
      if (verifying.includes(party)) waiting.push({ message, verify: keysOf(party) });
      else
        violations.check(
          message.signature === undefined,
          "a party that checks no signature gets none",
          () => message.deduplicationId,
        );
    },
    async check() {
      const verified = new Map<string, number>();
      for (const { message, verify } of waiting) {
        const { queue, body, signature = "", deduplicationId: id } = message;
        try {
          await (await verify)({ body, signature, address: arnOf(queue) });
          const { kid = "" } = decodeProtectedHeader(signature);
          verified.set(kid, (verified.get(kid) ?? 0) + 1);
        } catch (error) {
          violations.add(
            verifies,
            `${id} on ${queue}: ${error instanceof Error ? error.name : typeof error}`,
          );
        }
      }
      return verified;
    },
  };
}

const verifies = "a message to a party that checks signatures verifies";
