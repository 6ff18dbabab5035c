import { assignmentsOf, physicalName } from "@hemvist/rules";
import { refusedBy } from "../aws-refusals.ts";
import type { Fault } from "../fault.ts";
import { provider } from "../scene.ts";
import { deployAgain, lettersListed, redriven } from "../steps.ts";

const queue = physicalName(assignmentsOf(provider));

export const queuePermissionGone: Fault = {
  name: "queue-permission-gone",
  says: {
    sv: "Någon har ändrat köpolicyn: hand-off får inte längre skriva till Kompetenscenters kö.",
    en: "A person has changed the queue's policy: hand-off may no longer write to Kompetenscenter's queue.",
  },
  provoke: async (scene) => {
    scene.interfere(({ caller, service, operation, body }) =>
      caller === "hemvist-hand-off" &&
      service === "sqs" &&
      operation.startsWith("SendMessage") &&
      String(body["QueueUrl"]).endsWith(`/${queue}`)
        ? refusedBy(403, "com.amazon.coral.service#AccessDeniedException", "AccessDenied;Sender")
        : undefined,
    );
    scene.drift(scene.endInterference);
    await scene.decide("SFC-2026-000002");
  },
  alarm: "hemvist-hand-off-records-set-aside",
  within: 1,
  runbook: "stream-behind",
  steps: [lettersListed, deployAgain, ...redriven],
};
