import { type Municipality, partyOf } from "@hemvist/rules";
import { partnersHere, signingOf } from "../../../infra/partners.ts";
import type { PartnerKeys } from "../../../packages/runtime/settings.ts";
import { aSignature } from "../../support/a-signature.ts";
import { arnOf } from "../platform/party-queues.ts";
import type { Seeded } from "../world/seeded.ts";

interface Signature {
  readonly signature?: string;
}

export interface PartySignatures {
  /** What a party signs with its own key, if it signs. */
  readonly signature: (queue: string, body: string) => Signature;
  /** What a stranger sends on that queue in the party's name, now and then. */
  readonly forgeries: (queue: string, body: string) => readonly Signature[];
}

/** Which parties sign: the administration that does so in the local run. Here it must sign each message. */
export const partnersIn = (municipality: Municipality): PartnerKeys =>
  Object.fromEntries(
    Object.entries(signingOf(partnersHere(municipality))).map(([party, { keys }]) => [
      party,
      { required: true, keys: [...keys] },
    ]),
  );

/** Signs by Node's own cryptography. hemvist verifies with `jose`. */
export function partySignatures(partners: PartnerKeys, chance: Seeded): PartySignatures {
  const signs = (queue: string): boolean => partners[partyOf(queue)] !== undefined;
  const kidOf = (queue: string): string => partners[partyOf(queue)]?.keys[0]?.kid ?? "";
  const signed = (body: string, aud: string, kid: string): Signature => ({
    signature: aSignature(body, { alg: "ES256", kid, aud, b64: false, crit: ["b64"] }),
  });

  return {
    signature: (queue, body) => (signs(queue) ? signed(body, arnOf(queue), kidOf(queue)) : {}),
    forgeries(queue, body) {
      if (!signs(queue) || !chance.chance(0.05)) return [];
      const address = arnOf(queue);
      return [
        chance.pick<Signature>([
          {},
          signed(body, `${address}-test`, kidOf(queue)),
          signed(`${body} `, address, kidOf(queue)),
        ]),
      ];
    },
  };
}
