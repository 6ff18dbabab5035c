import type { PublishedKeys } from "@hemvist/adapters";
import type { HttpAnswer } from "@hemvist/runtime";

/** Seconds. A new key is published at least this long before it signs (docs/security/keys.md). */
const keptFor = 3600;

/**
 * GET /v1/jwks.json: the keys with which parties check hemvist's signatures. A function that derives a public key
 * derives the private one first. So the answer comes from a function that signs anyway.
 */
export const readKeys = (keys: PublishedKeys) => async (): Promise<HttpAnswer> => ({
  status: 200,
  body: { keys: await keys.published() },
  headers: { "Cache-Control": `public, max-age=${keptFor}` },
});
