import type { Message } from "@hemvist/casework";
import { parsedJson } from "@hemvist/contracts";
import * as z from "zod/mini";
import { openedBody } from "./case-item.ts";
import { heartbeat } from "./dynamo-heartbeat.ts";
import { inForm } from "./in-form.ts";
import type { Seal } from "./seal.ts";
import { storedOutbox } from "./stored-case.ts";

/** A record of a table's stream, as far as the hand-off is concerned. */
export interface StreamImage {
  /** In DynamoDB's JSON, as Lambda hands it over. */
  readonly NewImage?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The messages that a version of a record causes. None where the record was removed, and none for the heartbeat.
 * @throws UnknownForm where it has no readable outbox. BodyDoesNotOpen where its body is not its own.
 */
export async function outboxOf({ NewImage }: StreamImage, seal: Seal): Promise<readonly Message[]> {
  if (NewImage === undefined || beat.safeParse(NewImage).success) return [];
  return inForm(withOutbox, parsedJson(await openedBody(NewImage, seal))).outbox;
}

const beat = z.object({ pk: z.object({ S: z.literal(heartbeat) }) });

const withOutbox = z.object({ outbox: storedOutbox });
