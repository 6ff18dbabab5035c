import type { Usage } from "./dollars.ts";
import type { SentBytes } from "./sent-bytes.ts";

/** Another way to do the same, and what it uses for one decision that comes alone over HTTP. */
export interface Design {
  readonly name: string;
  /** Each call that is counted, in a sentence. */
  readonly counts: string;
  /** What it follows. */
  readonly source: string;
  readonly usage: Usage;
}

/** What each design has in common: a request over HTTP, a batch to either queue, the same messages. */
const inCommon: Usage = { gatewayRequest: 1, orderedQueueRequest: 2 };

const units = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

/**
 * Counted from the calls that each design's documentation prescribes. The sizes of its items are those of the
 * messages that hemvist sends, and of the decision as it came. None runs here: a design that bench runs is measured there.
 */
export function otherDesigns({ assignments, answer }: SentBytes, decisionBytes: number): readonly Design[] {
  const messages = [...assignments, answer];
  const decision = units(decisionBytes);
  const outbox = messages.map(units).reduce((sum, each) => sum + each, 0);
  return [
    {
      name: "outbox and sweeper",
      counts:
        "TransactWriteItems of the decision and an item for each of three messages (a transaction costs two units for each kilobyte). The sweeper's Query of them, and a deletion of each.",
      source:
        "https://docs.aws.amazon.com/prescriptive-guidance/latest/cloud-design-patterns/transactional-outbox.html",
      usage: {
        ...inCommon,
        writeUnit: 2 * (decision + outbox) + outbox,
        readUnit: Math.ceil(messages.reduce((sum, each) => sum + each, 0) / 4096) / 2,
        invocation: 2,
      },
    },
    {
      name: "idempotency, put, send, schedule",
      counts:
        "Powertools' conditional PutItem and UpdateItem with the answer, the PutItem of the decision, and one run of an EventBridge schedule with its function.",
      source: "https://docs.aws.amazon.com/powertools/typescript/latest/features/idempotency/",
      usage: {
        ...inCommon,
        writeUnit: 1 + units(answer) + decision,
        scheduleRun: 1,
        invocation: 2,
        readUnit: 1,
      },
    },
    {
      name: "durable execution",
      counts:
        "Four operations: the start, a step that stores, a step that sends, a wait for the provider. One PutItem. No year after the first: an execution ends after 366 days.",
      source: "https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html",
      usage: { ...inCommon, writeUnit: decision, durableOperation: 4, invocation: 2 },
    },
    {
      name: "Step Functions, standard",
      counts:
        "Six transitions: judge, store, send each of three messages, wait for the provider. One PutItem. An execution ends after a year.",
      source: "https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html",
      usage: {
        ...inCommon,
        orderedQueueRequest: 3,
        writeUnit: decision,
        stateTransition: 6,
        invocation: 1,
      },
    },
  ];
}
