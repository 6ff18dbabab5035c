import { SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import type { CallFault } from "../simulation/faults/faults.ts";
import { queueUrls, simulatedSqs } from "../simulation/platform/party-queues.ts";
import { startRun } from "../simulation/platform/run.ts";
import { casesOf, simulatedStore } from "../simulation/platform/table.ts";
import { virtualTime } from "../simulation/world/virtual-time.ts";
import { aSeed, noFaults, undisturbed } from "../support/undisturbed-run.ts";
import { type Behaviour, none, seen, shown } from "./behaviour.ts";
import { recordOf } from "./simulated-table.ts";

// Engines work, or do not: they cannot be made to fail.
const inSimulation = { simulated: shown, bare: none, local: none, amazon: none };

export type OpenTrouble = (fault?: CallFault) => ReturnType<typeof openTrouble>;

/** A table, and a run of a function whose first call meets with that fault. */
export function openTrouble(fault?: CallFault) {
  const store = simulatedStore({ hasManyShapes: true, chance: aSeed(), onWritten: () => {} });
  const time = virtualTime(0);
  const faults = { ...noFaults(), at: ({ index }: { index: number }) => (index === 1 ? fault : undefined) };
  const run = startRun("receive-decision", {
    number: 1,
    faults,
    time,
    chance: aSeed(),
    onAwait: () => {},
  });
  let isDown = false;
  return {
    run,
    cases: casesOf(store, { run, isDown: () => isDown }),
    turn: (down: boolean) => {
      isDown = down;
    },
    holds: (id: string) => store.find({ administration: "sf-centrum", decisionId: id }) !== undefined,
  };
}

const item = recordOf({ id: "A", version: 1, note: "" });
const failed = (act: Promise<unknown>): Promise<boolean> =>
  act.then(
    () => false,
    () => true,
  );

/** What may befall any call. */
export const troubleBehaviours: readonly Behaviour<OpenTrouble>[] = [
  {
    says: "AWS may refuse a call for now. The call then does nothing.",
    is: "withstood",
    by: ["packages/runtime/queue-batch.ts", "functions/hand-off/hand-off.ts"],
    page: "BatchWriteItem",
    shows: inSimulation,
    async check(open) {
      const { cases, holds } = open("throttled");
      const isRefused = await failed(cases.save(item));
      return seen(isRefused && !holds("A"), "it was written");
    },
  },
  {
    says: "A call may do its work, and its answer may be lost.",
    is: "withstood",
    by: ["packages/adapters/dynamo-cases.ts", "packages/adapters/sqs-outlet.ts"],
    shows: inSimulation,
    async check(open) {
      const { cases, holds } = open("answer-lost");
      const isRefused = await failed(cases.save(item));
      return seen(isRefused && holds("A"), "it was answered");
    },
  },
  {
    says: "A function may stop at any call, before it or after.",
    is: "withstood",
    by: ["packages/casework/next-version.ts", "packages/runtime/queue-batch.ts"],
    shows: inSimulation,
    async check(open) {
      const [before, after] = [open("crash-before"), open("crash-after")];
      const ends = await Promise.all(
        [before, after].map(({ run, cases }) => run.through(() => cases.save(item))),
      );
      const isStopped = ends.every((end) => end === undefined);
      return seen(isStopped && !before.holds("A") && after.holds("A"), "it went on");
    },
  },
  {
    says: "A table may be out of reach for hours, and has everything afterwards.",
    is: "withstood",
    by: ["docs/runbooks/function-errors.md"],
    shows: inSimulation,
    async check(open) {
      const { cases, turn } = open();
      await cases.save(item);
      turn(true);
      const isOut = await failed(cases.find(item));
      turn(false);
      return seen(isOut && (await cases.find(item)) !== undefined, "it answered");
    },
  },
  {
    says: "A queue whose policy is withdrawn refuses whole batches. Other queues go on.",
    is: "withstood",
    by: ["packages/adapters/sqs-outlet.ts"],
    shows: inSimulation,
    async check() {
      let accepted = 0;
      const sqs = simulatedSqs(
        {
          faults: noFaults(),
          isWithdrawn: (queue) => queue === "inbox-arbvux",
          accept: () => {
            accepted += 1;
          },
          setAside: () => {},
        },
        undisturbed(),
      );
      const Entries = [{ Id: "0", MessageBody: "{}", MessageGroupId: "G", MessageDeduplicationId: "1" }];
      const send = (queue: string) =>
        sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrls[queue], Entries }));
      const isRefused = await failed(send("inbox-arbvux"));
      await send("inbox-sf-centrum");
      return seen(isRefused && accepted === 1, `${accepted} accepted`);
    },
  },
];
