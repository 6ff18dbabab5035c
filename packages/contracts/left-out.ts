import * as z from "zod/mini";
import { contentHash } from "./canonical-json.ts";
import { parsedJson } from "./json-text.ts";
import type { Named } from "./named-in.ts";
import { protectedPerson } from "./person.ts";

/**
 * What is set aside of a decision that cannot be read. It is the whole message if it says plainly that the person is not
 * protected, or that it is and names it by SF's reference alone: a newer version may be able to read it. Otherwise the
 * message may hold a protected person's identity, so it is the decision's id and the hash of what was sent.
 */
export function setAsideOf(
  body: string,
  { data, named }: { readonly data?: unknown; readonly named: Named },
): string {
  const whole = data ?? parsedJson(body);
  if (holdsNoProtectedIdentity.safeParse(whole).success) return body;
  const hash = data === undefined ? {} : { contentHash: contentHash(data) };
  return JSON.stringify({ ...named, ...hash, leftOut: true });
}

const holdsNoProtectedIdentity = z.object({
  person: z.union([z.object({ protectedIdentity: z.literal(false) }), protectedPerson]),
});

const leftOut = z.object({ leftOut: z.literal(true), contentHash: z.exactOptional(z.string()) });

/** The hash of what was sent, if a letter has no more than that. Undefined for a letter that is whole. */
export const leftOutIn = (body: string): { readonly contentHash?: string } | undefined =>
  leftOut.safeParse(parsedJson(body)).data;
