import { contentHash, isIdentityNumber, parsedJson } from "@hemvist/contracts";
import * as z from "zod";

/** The ids that show which decision a message belongs to. The command needs no more of it. */
export interface Named {
  readonly administration?: string;
  readonly decisionId?: string;
  readonly revision?: number;
  readonly assignmentId?: string;
  /** SHA-256 of the content without its envelope, as its receiver computes it. */
  readonly contentHash?: string;
}

// A command prints these ids, so a text that may be an identity number does not count as an id.
const isShown = (text: string): boolean => !text.split(".").some(isIdentityNumber);
const shown = (form: RegExp) => z.string().regex(form).refine(isShown).optional().catch(undefined);
const id = shown(/^[A-Za-z0-9-]{1,64}$/);
const names = z.object({
  administration: id,
  decisionId: id,
  revision: z.int().min(1).optional().catch(undefined),
  assignmentId: shown(/^[A-Za-z0-9.-]{1,200}$/),
});
const enveloped = z.object({ specversion: z.literal("1.0"), data: z.unknown() });

/** The ids in a message, also in one that hemvist cannot read otherwise. */
export function namedIn(body: string): Named {
  const message = parsedJson(body);
  const envelope = enveloped.safeParse(message);
  const content = envelope.success ? envelope.data.data : message;
  const read = names.safeParse(content);
  if (!read.success) return {};
  const { administration, decisionId, revision, assignmentId } = read.data;
  return {
    ...(administration === undefined ? {} : { administration }),
    ...(decisionId === undefined ? {} : { decisionId }),
    ...(revision === undefined ? {} : { revision }),
    ...(assignmentId === undefined ? {} : { assignmentId }),
    contentHash: contentHash(content),
  };
}
