import { refusedBy } from "../aws-refusals.ts";
import type { Fault } from "../fault.ts";
import { redriven } from "../steps.ts";

export const kmsDown: Fault = {
  name: "kms-down",
  says: {
    sv: "KMS svarar inte, och Lambda startar nya processer.",
    en: "KMS does not answer, and Lambda starts new processes.",
  },
  provoke: async (scene) => {
    scene.interfere(({ service }) =>
      service === "kms" ? refusedBy(500, "KMSInternalException") : undefined,
    );
    await scene.system.controls.recycle();
    await scene.decide("SFC-2026-000002");
  },
  alarm: "hemvist-receive-decision-messages-fail",
  within: 2,
  runbook: "function-errors",
  steps: [
    {
      says: { sv: "KMS svarar igen.", en: "KMS answers again." },
      act: async (scene) => scene.endInterference(),
    },
    ...redriven.map((step) => ({ ...step, from: "dead-letters" })),
  ],
};
