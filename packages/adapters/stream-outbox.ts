import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Message } from "@hemvist/casework";
import { storedOutbox } from "./stored-case.ts";

/** A record of a table's stream, as far as the hand-off is concerned. */
export interface StreamImage {
  /** In DynamoDB's JSON, as Lambda hands it over. */
  readonly NewImage?: Readonly<Record<string, unknown>> | undefined;
}

/** The messages that a version of a record causes; none where the record was removed. */
export function outboxOf({ NewImage }: StreamImage): readonly Message[] {
  const outbox = NewImage?.["outbox"];
  if (!isAttribute(outbox)) return [];
  const { messages } = unmarshall({ messages: outbox });
  return storedOutbox.parse(messages);
}

const isAttribute = (value: unknown): value is AttributeValue => typeof value === "object" && value !== null;
