import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Message } from "@hemvist/casework";
import { storedOutbox } from "./stored-case.ts";

/** A record of a table's stream, as far as the hand-off is concerned. */
export interface StreamImage {
  /** In DynamoDB's JSON, as Lambda hands it over. */
  readonly NewImage?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The messages that a version of a record causes; none where the record was removed.
 * @throws ZodError where it has no readable outbox: its issues name fields, never values
 */
export function outboxOf({ NewImage }: StreamImage): readonly Message[] {
  if (NewImage === undefined) return [];
  const { outbox } = NewImage;
  return storedOutbox.parse(isAttribute(outbox) ? unmarshall({ outbox })["outbox"] : undefined);
}

const isAttribute = (value: unknown): value is AttributeValue => typeof value === "object" && value !== null;
