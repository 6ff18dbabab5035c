import { GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { LocalOptions, RunningSystem } from "@hemvist/local";
import type { Municipality } from "@hemvist/rules";
import { defaultMunicipality } from "@hemvist/rules/municipalities";
import { afterAll, inject } from "vitest";
import { startHemvist } from "../../packages/sandbox/hemvist.ts";
import { type Party, partyOf } from "../../packages/sandbox/parties/parties.ts";
import { keepGrantsUsed } from "./grants-used.ts";
import { judgeLogs } from "./judge-logs.ts";

/** A Monday morning in Stockholm. */
export const monday = "2026-11-02T09:00:00Z";

export interface System extends RunningSystem {
  readonly party: (name: string) => Party;
  /** Reads as the administration whose decision the path names, or else as SF Centrum. */
  readonly get: (
    path: string,
    as?: string,
  ) => Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  /** What lies on a queue that no system reads, without taking it off. */
  readonly peek: (queue: string) => Promise<
    readonly {
      readonly body: string;
      readonly reason: string | undefined;
      readonly signature: string | undefined;
    }[]
  >;
  /** How many messages a queue holds, in flight or not. */
  readonly depth: (queue: string) => Promise<number>;
}

/**
 * The whole system, from the templates it is deployed by. When the file's tests are done, its log is judged, and it is
 * stopped.
 */
export async function aSystem({
  municipality = defaultMunicipality,
  ...options
}: Partial<LocalOptions> & { readonly municipality?: Municipality } = {}): Promise<System> {
  const system = await startHemvist({ startsAt: monday, templates: inject("templates"), ...options });
  afterAll(async () => {
    keepGrantsUsed(system);
    judgeLogs(system.logs, municipality);
    await system.stop();
  });
  const sqs = new SQSClient(system.clientFor("a-tester"));
  return {
    ...system,
    party: (name) => partyOf(system, name),
    async get(path, as = administrationIn(path)) {
      const response = await partyOf(system, as).call(path);
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    async peek(queue) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: system.queueUrl(queue),
          MaxNumberOfMessages: 10,
          MessageAttributeNames: ["All"],
          VisibilityTimeout: 0,
        }),
      );
      return Messages.map(({ Body = "", MessageAttributes }) => ({
        body: Body,
        reason: MessageAttributes?.["reason"]?.StringValue,
        signature: MessageAttributes?.["signature"]?.StringValue,
      }));
    },
    async depth(queue) {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: system.queueUrl(queue), AttributeNames: ["All"] }),
      );
      return (
        Number(Attributes["ApproximateNumberOfMessages"]) +
        Number(Attributes["ApproximateNumberOfMessagesNotVisible"])
      );
    },
  };
}

const administrationIn = (path: string): string =>
  /\/v1\/(?:decisions|assignments)\/([a-z-]+)/.exec(path)?.[1] ?? "sf-centrum";
