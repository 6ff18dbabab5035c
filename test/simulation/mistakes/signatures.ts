import type { MessageSigner } from "@hemvist/adapters";
import type { QueueMessage } from "@hemvist/runtime";
import { decodeProtectedHeader } from "jose";
import type { Parts } from "../platform/wiring.ts";
import type { Mistake } from "./mistakes.ts";

const verifies = "a message to a party that checks signatures verifies";

/** Mistakes that a party sees that checks hemvist's signatures, or one that checks none. */
export const signatureMistakes: Readonly<Record<string, Mistake>> = {
  "a message that leaves without its signature": {
    foundBy: verifies,
    hasSignatures: true,
    parts: signing((signer) => ({ ...signer, signsFor: unlessEach(20, signer.signsFor) })),
  },
  "a signature for the first queue that was signed for": {
    foundBy: verifies,
    hasSignatures: true,
    parts: signing(forTheFirstQueue),
  },
  "a signature over a body that changes after it": {
    foundBy: verifies,
    hasSignatures: true,
    parts: signing(({ signsFor, signatureOf }) => ({
      signsFor,
      signatureOf: (body, address) => signatureOf(body.replace('"data"', ' "data"'), address),
    })),
  },
  "a new key that signs as soon as it is published": {
    foundBy: verifies,
    hasSignatures: true,
    parts: { newKeySignsAfter: 0 },
  },
  "a party's signature that is not looked at": {
    foundBy: "what its party has not signed changes nothing",
    hasSignatures: true,
    parts: { signatures: () => ({ faultIn: () => Promise.resolve(undefined) }) },
  },
  "a party's signature for any queue": {
    foundBy: "what its party has not signed changes nothing",
    hasSignatures: true,
    parts: {
      signatures: ({ faultIn }) => ({
        faultIn: async (message) => faultIn({ ...message, address: audienceOf(message) }),
      }),
    },
  },
  "a signature for a party that checks none": {
    foundBy: "a party that checks no signature gets none",
    hasSignatures: true,
    parts: signing((signer) => ({ ...signer, signsFor: () => true })),
  },
};

function signing(signer: (signer: MessageSigner) => MessageSigner): Pick<Parts, "signer"> {
  return { signer };
}

/** As where an address is remembered that belongs to one queue. */
function forTheFirstQueue({ signsFor, signatureOf }: MessageSigner): MessageSigner {
  let first: string | undefined;
  return {
    signsFor,
    signatureOf(body, address) {
      first ??= address;
      return signatureOf(body, first);
    },
  };
}

const audienceOf = ({ signature = "", address }: QueueMessage): string =>
  signature === "" ? address : String(decodeProtectedHeader(signature)["aud"]);

/** Now and then, one is left out. */
function unlessEach<T>(often: number, holds: (of: T) => boolean): (of: T) => boolean {
  let asked = 0;
  return (of) => {
    asked += 1;
    return holds(of) && asked % often !== 0;
  };
}
