import { createSecretKey } from "node:crypto";
import { sealedWith } from "../../packages/adapters/seal.ts";

/** Closes and opens with a key that is made up, where KMS is not what a test is about. */
export const aSeal = sealedWith(() => Promise.resolve(aKey));

const aKey = createSecretKey(new Uint8Array(32).fill(7));
