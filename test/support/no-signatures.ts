import type { MessageSigner } from "@hemvist/adapters";

/** Where no party checks signatures. */
export const noSignatures: MessageSigner = {
  signsFor: () => false,
  signatureOf: () => Promise.reject(new Error("no party checks signatures")),
};
