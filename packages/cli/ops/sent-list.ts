import { isIdentityNumber, parsedJson } from "@hemvist/contracts";
import { municipality, type Sent } from "@hemvist/operations/asking";

import { partiesOf } from "@hemvist/rules";
import * as z from "zod";
import { Refusal } from "../voice/refusal.ts";

const { administrations } = partiesOf(municipality);

const line = z
  .object({
    administration: z.string().refine((code) => administrations.includes(code)),
    sentAt: z.iso.datetime(),
    decisionId: z
      .string()
      .refine((text) => !isIdentityNumber(text))
      .exactOptional(),
    revision: z.int().min(1).exactOptional(),
    contentHash: z.string().exactOptional(),
    messageId: z.string().exactOptional(),
  })
  .refine(({ decisionId, revision, messageId }) =>
    decisionId === undefined ? messageId !== undefined : revision !== undefined,
  );

/**
 * Reads a senders' list, one JSON object a line: `administration`, `sentAt`, and either `decisionId` with `revision`
 * (and `contentHash`, if the sender keeps it), or the `messageId` that SQS gave.
 * @throws Refusal that names the first line it cannot read
 */
export function sentIn(file: string): readonly Sent[] {
  return file
    .split("\n")
    .map((text, index) => ({ text: text.trim(), number: index + 1 }))
    .filter(({ text }) => text !== "")
    .map(({ text, number }) => {
      const read = line.safeParse(parsedJson(text));
      if (!read.success)
        throw new Refusal({
          sv: `Rad ${number} i --sent går inte att läsa: den ska ha administration, sentAt, och decisionId med revision, eller messageId.`,
          en: `Line ${number} of --sent cannot be read: it needs administration, sentAt, and decisionId with revision, or messageId.`,
        });
      const { administration, sentAt, messageId, ...content } = read.data;
      return {
        administration,
        sentAt,
        ...(messageId === undefined ? {} : { messageId }),
        ...decisionIn(content),
      };
    });
}

function decisionIn({
  decisionId,
  revision,
  contentHash,
}: {
  readonly decisionId?: string;
  readonly revision?: number;
  readonly contentHash?: string;
}): Pick<Sent, "decision"> {
  if (decisionId === undefined || revision === undefined) return {};
  return { decision: { decisionId, revision, ...(contentHash === undefined ? {} : { contentHash }) } };
}
