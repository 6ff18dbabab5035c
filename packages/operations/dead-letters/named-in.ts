import { contentHash, isIdentityNumber, leftOutIn, parsedJson } from "@hemvist/contracts";
import { partiesOf } from "@hemvist/rules";
import * as z from "zod/mini";
import { municipality } from "../municipality.ts";

/** The ids that show which decision a message belongs to. The command needs no more of it. */
export interface Named {
  readonly administration?: string;
  readonly decisionId?: string;
  readonly revision?: number;
  readonly assignmentId?: string;
  /** SHA-256 of the content without its envelope, as its receiver computes it. */
  readonly contentHash?: string;
}

/**
 * Whether a text may stand for an id. A command prints ids, and the journal keeps them for good, so a text that may be an
 * identity number does not.
 */
export const isShown = (text: string): boolean => !text.split(".").some(isIdentityNumber);
const shown = (form: RegExp) => z.string().check(z.regex(form), z.refine(isShown));
const id = shown(/^[A-Za-z0-9-]{1,64}$/);
const { administrations } = partiesOf(municipality);
/** A sender may write anything there, and a command prints it. */
const administration = id.check(z.refine((code) => administrations.includes(code)));
const names = {
  administration,
  decisionId: id,
  revision: z.int().check(z.gte(1)),
  assignmentId: shown(/^[A-Za-z0-9.-]{1,200}$/).check(
    z.refine((text) => administrations.includes(text.split(".")[0] ?? "")),
  ),
};
const object = z.record(z.string(), z.unknown());
const enveloped = z.object({ specversion: z.literal("1.0"), data: z.unknown() });

/** The ids in a message, also in one that hemvist cannot read otherwise. */
export function namedIn(body: string): Named {
  const message = parsedJson(body);
  const envelope = enveloped.safeParse(message);
  const content = envelope.success ? envelope.data.data : message;
  const read = object.safeParse(content);
  if (!read.success) return {};
  const fields = read.data;
  const [administration, decisionId, revision, assignmentId] = [
    names.administration.safeParse(fields["administration"]),
    names.decisionId.safeParse(fields["decisionId"]),
    names.revision.safeParse(fields["revision"]),
    names.assignmentId.safeParse(fields["assignmentId"]),
  ];
  return {
    ...(administration.success ? { administration: administration.data } : {}),
    ...(decisionId.success ? { decisionId: decisionId.data } : {}),
    ...(revision.success ? { revision: revision.data } : {}),
    ...(assignmentId.success ? { assignmentId: assignmentId.data } : {}),
    contentHash: leftOutIn(body)?.contentHash ?? contentHash(content),
  };
}
