import type { Message } from "@hemvist/casework";
import { parsedJson } from "@hemvist/contracts";
import * as z from "zod/mini";
import { openedBody } from "./case-item.ts";
import { isDecision } from "./dynamo-heartbeat.ts";
import { inForm } from "./in-form.ts";
import type { Seal } from "./seal.ts";
import { storedOutbox } from "./stored-case.ts";

/** A record of a table's stream, as far as the hand-off is concerned. */
export interface StreamImage {
  /** In DynamoDB's JSON, as Lambda hands it over. */
  readonly NewImage?: Readonly<Record<string, unknown>> | undefined;
  /** What stood before. A record that was sent back by hand has none. */
  readonly OldImage?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The messages that a version of a record causes. None where the record was removed, and none for an item that is no decision. None
 * where the version is the same as before: its body was sealed anew, and the version's own change has its messages.
 * @throws UnknownForm where it has no readable outbox. BodyDoesNotOpen where its body is not its own.
 */
export async function outboxOf({ NewImage, OldImage }: StreamImage, seal: Seal): Promise<readonly Message[]> {
  if (NewImage === undefined || isOther(NewImage)) return [];
  const before = OldImage === undefined ? undefined : versionIn(OldImage);
  if (before !== undefined && before === versionIn(NewImage)) return [];
  return inForm(withOutbox, parsedJson(await openedBody(NewImage, seal))).outbox;
}

/** Whether it is an item of the table that is no decision. One without a key is a decision that cannot be read. */
function isOther(image: Readonly<Record<string, unknown>>): boolean {
  const read = keyed.safeParse(image);
  return read.success && !isDecision(read.data.pk.S);
}

const keyed = z.object({ pk: z.object({ S: z.string() }) });

/** Undefined where the image has no version. Then it is no record, and reading it says so. */
function versionIn(image: Readonly<Record<string, unknown>>): string | undefined {
  const read = versioned.safeParse(image);
  return read.success ? read.data.version.N : undefined;
}

const versioned = z.object({ version: z.object({ N: z.string() }) });

const withOutbox = z.object({ outbox: storedOutbox });
