import type { Message } from "@hemvist/casework";
import { parsedJson } from "@hemvist/contracts";
import * as z from "zod";
import { openedBody } from "./case-item.ts";
import { heartbeat } from "./dynamo-heartbeat.ts";
import type { Seal } from "./seal.ts";
import { storedOutbox } from "./stored-case.ts";

/** A record of a table's stream, as far as the hand-off is concerned. */
export interface StreamImage {
  /** In DynamoDB's JSON, as Lambda hands it over. */
  readonly NewImage?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The messages that a version of a record causes. None where the record was removed, and none for the heartbeat.
 * @throws ZodError where it has no readable outbox: its issues name fields, never values. BodyDoesNotOpen where its
 * body is not its own.
 */
export async function outboxOf({ NewImage }: StreamImage, seal: Seal): Promise<readonly Message[]> {
  if (NewImage === undefined || beat.safeParse(NewImage).success) return [];
  return withOutbox.parse(parsedJson(await openedBody(NewImage, seal))).outbox;
}

const beat = z.object({ pk: z.object({ S: z.literal(heartbeat) }) });

const withOutbox = z.object({ outbox: storedOutbox });
