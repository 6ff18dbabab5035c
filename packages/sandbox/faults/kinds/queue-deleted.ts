import { CreateQueueCommand, DeleteQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { assignmentsOf, physicalName } from "@hemvist/rules";
import type { Fault } from "../fault.ts";
import { provider } from "../scene.ts";
import { incident, lettersListed, redriven } from "../steps.ts";

const queue = physicalName(assignmentsOf(provider));

export const queueDeleted: Fault = {
  name: "queue-deleted",
  says: {
    sv: "Någon har tagit bort Kompetenscenters kö, med ett uppdrag som Kompetenscenter inte hade hämtat.",
    en: "A person has deleted Kompetenscenter's queue, with an assignment that Kompetenscenter had not taken.",
  },
  provoke: async (scene) => {
    const { system } = scene;
    await scene.decide("SFC-2026-000002");
    await system.settle();
    const sqs = new SQSClient(system.clientFor("sandbox"));
    await sqs.send(new DeleteQueueCommand({ QueueUrl: system.queueUrl(queue) }));
    scene.drift(async () => {
      await sqs.send(new CreateQueueCommand({ QueueName: queue, Attributes: { FifoQueue: "true" } }));
    });
    await scene.decide("SFC-2026-000003");
  },
  alarm: "hemvist-hand-off-records-set-aside",
  within: 1,
  runbook: "restore",
  ledBy: "stream-behind",
  steps: [
    {
      run: "npm run --silent ops -- doctor",
      ends: [2],
      prints: new RegExp(`${assignmentsOf(provider)} +QueueDoesNotExist`),
    },
    lettersListed,
    { run: "npm run deploy -- --stage production" },
    ...redriven,
    {
      run: "npm run --silent ops -- replay --party kompetenscenter",
      put: ({ system }) => [["2026-11-02T12:00:00Z", `${system.now().slice(0, 19)}Z`], incident],
    },
  ],
};
