import type { Municipality } from "@hemvist/rules";
import * as z from "zod/mini";
import { answer } from "../answer.ts";
import { assignmentEvents } from "../assignment-messages.ts";
import { decisionMessage } from "../decision-message.ts";
import { cloudEvent } from "../envelope.ts";
import { inboxEvents } from "../inbox-messages.ts";
import { inWordsOf } from "../of-municipality.ts";
import { personSearch } from "../person-search.ts";
import { problemSchema } from "../problem-schema.ts";
import { progressMessage } from "../progress-message.ts";
import { proposalAnswerMessage, proposalMessage, withdrawalMessage } from "../proposal-message.ts";
import { admitNulls, type JsonSchema } from "./admit-nulls.ts";

/** What partners send, by the name of its schema file. */
const received: Readonly<Record<string, z.ZodMiniType>> = {
  decision: decisionMessage,
  progress: progressMessage,
  proposal: proposalMessage,
  "proposal-withdrawal": withdrawalMessage,
  "proposal-answer": proposalAnswerMessage,
  "person-search": personSearch,
};

/** What hemvist sends. It holds no `null`. */
const sent: Readonly<Record<string, z.ZodMiniType>> = {
  answer,
  problem: problemSchema,
  "cloud-event": cloudEvent,
  ...assignmentEvents,
  ...inboxEvents,
};

/**
 * Every message as JSON Schema 2020-12, for those who do not write TypeScript. What a schema cannot say (check
 * digits, days that exist, unique ids, what a status needs) is in the contract's own words only.
 */
export const jsonSchemas = (municipality: Municipality): ReadonlyMap<string, object> =>
  new Map([
    ...Object.entries(received).map(([name, schema]) => file(name, admitNulls(inJson(schema, municipality)))),
    ...Object.entries(sent).map(([name, schema]) => file(name, inJson(schema, municipality))),
  ]);

const inJson = (schema: z.ZodMiniType, municipality: Municipality): JsonSchema => ({
  ...z.toJSONSchema(schema, { io: "input", override: inWordsOf(municipality) }),
});

const file = (name: string, schema: JsonSchema): readonly [string, object] => [
  name,
  { $id: `urn:hemvist:schema:${name}:v1`, ...schema },
];
