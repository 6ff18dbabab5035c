import type { QueueMessage } from "@hemvist/runtime";
import { asNextReads } from "../faults/next-code.ts";
import { checkBatch } from "../invariants/batch.ts";
import { type Command, type Ledger, noteEnding } from "../invariants/ledger.ts";
import type { Violations } from "../invariants/violations.ts";
import type { Receipt, SimulatedQueue } from "./queue.ts";
import type { Started } from "./started.ts";
import type { Dependencies, Ending, Parts } from "./wiring.ts";

interface Options {
  readonly queue: SimulatedQueue;
  /** Undefined where the function cannot start. */
  readonly start: () => Started | undefined;
  /** Looks at the signature first, where the sender signs. */
  readonly checked?: (message: QueueMessage) => Promise<QueueMessage>;
  readonly take: (message: QueueMessage, dependencies: Dependencies) => Promise<Ending>;
  readonly dependenciesOf: (started: Started, command: Command) => Dependencies;
  readonly ledger: Ledger;
  readonly violations: Violations;
  readonly parts: Parts;
  /** Whether a newer version may have written what this one cannot read. */
  readonly isMixed: () => boolean;
}

type Batch = Parameters<ReturnType<Parts["queueBatch"]>>[0];

/** A function that takes its messages off a queue: what it says of each batch, or undefined where it died. */
export function queueFunction(options: Options) {
  const { queue, start, checked, take, dependenciesOf, ledger, violations, parts, isMixed } = options;

  return async (batch: Batch, receipts: readonly Receipt[]) => {
    const started = start();
    if (started === undefined) return undefined;
    const { run, code } = started;
    const troubles = new Map<string, string>();
    const finished = new Set<string>();

    const isPoisoned = ({ message }: Receipt): boolean =>
      ledger.origins.get(message.origin)?.isPoisoned === true;
    const handle = async (sent: QueueMessage): Promise<void> => {
      const seen = checked === undefined ? sent : await checked(sent);
      const message = code === "next" ? asNextReads(seen) : seen;
      const receipt = receipts.find((one) => one.message.messageId === message.messageId);
      if (receipt === undefined) throw new Error("a message that was not in the batch");
      const earlier = queue.unfinishedBefore(receipt);
      violations.check(earlier === undefined, "a group is handled in order", () => message.messageId);
      try {
        const ending = await take(message, dependenciesOf(started, { on: "queue", message }));
        noteEnding(ledger, receipt.message.origin, ending);
        queue.finish(receipt);
        finished.add(message.messageId);
      } catch (error) {
        troubles.set(message.messageId, error instanceof Error ? error.name : typeof error);
        throw error;
      }
    };
    const response = await run.through(() => parts.queueBatch(handle)(batch));
    const isDisturbed = run.isDisturbed();
    if (response === undefined) return undefined;
    violations.check(
      !run.isCalling(),
      "a run has waited for all that it began",
      () => batch.Records[0]?.eventSourceARN ?? "",
    );
    checkBatch(
      { receipts, response, troubles, finished, isDisturbed, isMixed: isMixed(), isPoisoned },
      violations,
    );
    return response;
  };
}
