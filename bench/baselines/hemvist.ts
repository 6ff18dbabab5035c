import { createRequire } from "node:module";
import type { DynamoDBBatchResponse } from "aws-lambda";
import { aRequest, context } from "../../test/support/a-request.ts";
import type { Contender, Place } from "./contender.ts";

/** A deployed function: its bundle and its environment. */
export interface Bundle {
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What is deployed, and a token of the SF that sends. */
export interface Hemvist {
  readonly receiveDecision: Bundle;
  readonly handOff: Bundle;
  readonly token: string;
}

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

/**
 * hemvist itself: the bundles of receive-decision and hand-off as they are deployed, called as Lambda calls them. The
 * changes of the table come from the engine, as Lambda gets them from the stream, ten at a time.
 */
export function hemvist({ receiveDecision, handOff, token }: Hemvist, { queuesUrl, ask }: Place): Contender {
  const [receive, deliver] = [loaded(receiveDecision, queuesUrl), loaded(handOff, queuesUrl)];
  const headers = { ...aRequest().headers, Authorization: `Bearer ${token}` };
  let read = 0;

  return {
    async takeIn(body) {
      const answer = (await receive(aRequest({ body, headers: { ...headers } }), context)) as {
        readonly statusCode: number;
      };
      if (answer.statusCode !== 202) throw new Error(`answered ${answer.statusCode}`);
    },
    async handOn() {
      const changes = (await ask(`/changes?from=${read}`)) as readonly unknown[];
      for (let start = 0; start < changes.length; start += 10) {
        const Records = changes.slice(start, start + 10);
        const { batchItemFailures } = (await deliver({ Records }, context)) as DynamoDBBatchResponse;
        if (batchItemFailures.length > 0) throw new Error("hand-off could not send everything");
      }
      read += changes.length;
    },
  };
}

/** A bundle reads its settings when it is loaded. Only its queues are the contenders' own: the issuer of tokens stays. */
function loaded({ bundle, environment }: Bundle, queuesUrl: string): Handler {
  for (const [name, value] of Object.entries(environment))
    process.env[name] =
      name === "QUEUE_URLS" ? value.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, queuesUrl) : value;
  const { handler } = createRequire(import.meta.url)(bundle) as { readonly handler: Handler };
  return handler;
}
