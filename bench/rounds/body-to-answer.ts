import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoCases, dynamoHeard, kmsPseudonyms, type Seal } from "@hemvist/adapters";
import { readDecision } from "@hemvist/contracts";
import { messageSignatures } from "@hemvist/runtime";
import { receiveDecision } from "../../functions/receive-decision/receive-decision.ts";
import { receiving } from "../../functions/receive-decision/two-ways.ts";
import { trustedTokens } from "../../test/support/a-caller.ts";
import { aRequest, context } from "../../test/support/a-request.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { hashedPseudonyms } from "../../test/support/hashed-pseudonyms.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { recordingDeadLetters } from "../../test/support/recording-dead-letters.ts";
import { recordingOutlet } from "../../test/support/recording-outlet.ts";
import { figureLine } from "../processes.ts";
import { processorTime } from "../processor-time.ts";
import { inTurn } from "../statistics.ts";

/**
 * Processor time from a body to its answer: the handler of receive-decision with a client that answers at once, a
 * seal that costs nothing, and a token that is believed. The record's JSON, its item, pseudonyms and log lines are in
 * it. Nothing is written out.
 */
const rounds = 32;
const warmUp = 12;
const many = 100;

const folder = join(import.meta.dirname, "../../events/decisions");
const body = readFileSync(join(folder, "01-traineeship-with-diet-and-exercise.json"), "utf8");

let written = 0;
const sealed = new Uint8Array(1800);
const seal: Seal = {
  close: (text) => {
    written += text.length;
    return Promise.resolve(sealed);
  },
  open: () => Promise.reject(new Error("nothing is read")),
};
const answersAtOnce = (answer: object) => ({ send: () => Promise.resolve(answer) });
const handler = receiving({
  municipality: goteborg,
  cases: dynamoCases("decisions", seal, { client: answersAtOnce({}) as unknown as DynamoDBClient }),
  pseudonyms: kmsPseudonyms("key", answersAtOnce({ Mac: new Uint8Array(32) }) as unknown as DynamoDBClient),
  deadLetters: recordingDeadLetters(),
  outlet: recordingOutlet(),
  tokens: trustedTokens,
  signatures: messageSignatures({}),
  heard: dynamoHeard("decisions", answersAtOnce({}) as unknown as DynamoDBClient),
  keys: { published: () => Promise.resolve([]) },
});

const when = { receivedOn: "2026-11-02", municipality: goteborg };
const act = receiveDecision({
  municipality: goteborg,
  cases: { ...memoryCases(), save: () => Promise.resolve({ saved: true }) },
  pseudonyms: hashedPseudonyms(),
});
const arrived = { receivedAt: "2026-11-02T09:00:00Z", causationId: "request-1", sender: "sf-centrum" };
const event = aRequest({ body });

process.stdout.write = () => true;
let parsed = 0;

/** `once` may give a promise. */
const contenders: readonly { name: string; once: () => unknown; times?: number }[] = [
  {
    name: "hemvist",
    // Middy normalises the headers of an event in place.
    once: async () => {
      const answer = await handler({ ...event, headers: { ...event.headers } }, context);
      if (!isAccepted(answer)) throw new Error(`answered ${JSON.stringify(answer)}`);
    },
  },
  { name: "act", once: () => act({ ...arrived, message: JSON.parse(body) }) },
  {
    name: "reading",
    once: () => {
      if (!readDecision(JSON.parse(body), when).ok) throw new Error("not read");
    },
  },
  {
    name: "JSON.parse",
    once: () => {
      parsed += Object.keys(JSON.parse(body)).length;
    },
    times: 20,
  },
];

function isAccepted(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "statusCode" in answer && answer.statusCode === 202;
}

for (let round = 0; round < rounds; round += 1) {
  for (const { name, once, times = 1 } of inTurn(contenders, round)) {
    const started = processorTime();
    for (let index = 0; index < many * times; index += 1) {
      const answer = once();
      if (answer instanceof Promise) await answer;
    }
    const microseconds = (processorTime() - started) / (many * times);
    if (round >= warmUp) writeSync(1, figureLine(name, microseconds));
  }
}
if (written === 0 || parsed === 0) throw new Error("nothing was answered");
process.exit();
