import type { Message } from "@hemvist/casework";
import type { SQSRecord } from "aws-lambda";
import { onlyFault } from "../faults/one-fault.ts";
import { realParts } from "../platform/wiring.ts";
import type { WorldOptions } from "../world/world.ts";
import { letterMistakes } from "./letters-and-settings.ts";
import { nextCheckMistakes } from "./next-checks.ts";
import { signatureMistakes } from "./signatures.ts";
import { versionMistakes } from "./versions.ts";

export interface Mistake extends Pick<WorldOptions, "parts" | "isConditional" | "faults"> {
  /** The invariant that must find it, whether or not others do. */
  readonly foundBy: string;
  /** Only where parties check signatures. */
  readonly hasSignatures?: true;
}

/** Mistakes that a programmer might make. An invariant must find each, or the simulation proves nothing. */
export const mistakes: Readonly<Record<string, Mistake>> = {
  "a write without its condition": {
    foundBy: "each version is written on the one before it",
    isConditional: false,
  },
  "a batch that goes on after a failure in its group": {
    foundBy: "a group is handled in order",
    parts: {
      queueBatch:
        (handle) =>
        async ({ Records }) => {
          const failed: SQSRecord[] = [];
          for (const record of Records) {
            const { batchItemFailures } = await realParts.queueBatch(handle)({ Records: [record] });
            if (batchItemFailures.length > 0) failed.push(record);
          }
          return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
        },
    },
  },
  "a batch in which one failure holds up every group": {
    foundBy: "what fails delays only its own group",
    parts: {
      queueBatch: (handle) => async (event) => {
        const { batchItemFailures } = await realParts.queueBatch(handle)(event);
        const all = event.Records.map(({ messageId }) => ({ itemIdentifier: messageId }));
        return { batchItemFailures: batchItemFailures.length > 0 ? all : [] };
      },
    },
  },
  "a batch that says nothing of its failures": {
    foundBy: "no message is deleted before it is finished",
    parts: {
      queueBatch: (handle) => async (event) => {
        await realParts.queueBatch(handle)(event);
        return { batchItemFailures: [] };
      },
    },
  },
  "a hand-off that drops what a queue refused": {
    foundBy: "every message of every version was sent",
    parts: {
      handOff: (ports) => async (versions) => {
        const { sent, done } = await realParts.handOff(ports)(versions);
        return { sent, done };
      },
    },
  },
  "a hand-off that waits for what it can never read": {
    foundBy: "the stream waits for nothing but an outage",
    faults: onlyFault("image-unreadable", 0.02),
    parts: { handOff: (ports) => realParts.handOff({ ...ports, isUnreadable: () => false }) },
  },
  "a hand-off that takes an outage for a record beyond reading": {
    foundBy: "an outage sets nothing aside",
    faults: onlyFault("key-away"),
    parts: {
      handOff: (ports) => realParts.handOff({ ...ports, isUnreadable: (error) => error !== undefined }),
    },
  },
  "an outlet that takes every refusal for a lasting one": {
    foundBy: "an outage sets nothing aside",
    faults: onlyFault("sqs-down"),
    parts: {
      handOff: (ports) =>
        realParts.handOff({
          ...ports,
          outlet: {
            send: async (messages, onStuck) => {
              const refused = await ports.outlet.send(messages, onStuck);
              for (const id of refused) onStuck?.(id);
              return refused;
            },
          },
        }),
    },
  },
  "a hand-off in any order": {
    foundBy: "effects come in version order",
    parts: { handOff: (ports) => (versions) => realParts.handOff(ports)([...versions].reverse()) },
  },
  "an unreadable message set aside without a reason": {
    foundBy: "a dead letter has a reason, an id and its message",
    parts: {
      takeMessage: (ports) =>
        realParts.takeMessage({
          ...ports,
          deadLetters: { setAside: (letter) => ports.deadLetters.setAside({ ...letter, reason: "" }) },
        }),
    },
  },
  "a hand-off that notes what it sends before it has": {
    foundBy: "effects come in version order",
    faults: onlyFault("stream-zombie", 0.05),
    parts: { handOff: notingFirst() },
  },
  ...nextCheckMistakes,
  ...versionMistakes,
  ...letterMistakes,
  ...signatureMistakes,
  "an unreadable message that is left to its queue to give up on": {
    foundBy: "a poisoned message is done with at its first attempt",
    parts: {
      takeMessage: (ports) =>
        realParts.takeMessage({
          ...ports,
          deadLetters: { setAside: () => Promise.reject(new Error("not ours to set aside")) },
        }),
    },
  },
  "a follow-up that looks at one decision each run": {
    foundBy: "what is due has been looked at",
    parts: {
      followUpDue: (ports) => {
        const due = async (until: string) => (await ports.cases.due(until)).slice(0, 1);
        return realParts.followUpDue({ ...ports, cases: { ...ports.cases, due } });
      },
    },
  },
};

/** Passes over what an earlier run has noted as its own, which may be a zombie by now. */
function notingFirst(): typeof realParts.handOff {
  const noted = new WeakSet<readonly Message[]>();
  return (ports) => async (versions) => {
    const outboxes = await Promise.all(versions.map(({ outbox }) => outbox()));
    const left = versions.filter((_version, index) => !noted.has(outboxes[index] ?? []));
    for (const outbox of outboxes) noted.add(outbox);
    return realParts.handOff(ports)(left);
  };
}
