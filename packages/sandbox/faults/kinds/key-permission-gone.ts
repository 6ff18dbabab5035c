import { refusedBy } from "../aws-refusals.ts";
import type { Fault } from "../fault.ts";
import { deployAgain, redriven } from "../steps.ts";

export const keyPermissionGone: Fault = {
  name: "key-permission-gone",
  says: {
    sv: "Någon har ändrat nyckelns policy: record-progress får inte längre öppna tabellen.",
    en: "A person has changed the key's policy: record-progress may no longer open the table.",
  },
  provoke: async (scene) => {
    scene.interfere(({ caller, service }) =>
      caller === "hemvist-record-progress" && service === "dynamodb"
        ? refusedBy(400, "com.amazon.coral.service#AccessDeniedException")
        : undefined,
    );
    scene.drift(scene.endInterference);
    await scene.decide("SFC-2026-000002");
    await scene.system.settle();
    await scene.providerReads();
  },
  alarm: "hemvist-record-progress-messages-fail",
  within: 2,
  runbook: "function-errors",
  steps: [deployAgain, ...redriven.map((step) => ({ ...step, from: "dead-letters" }))],
};
