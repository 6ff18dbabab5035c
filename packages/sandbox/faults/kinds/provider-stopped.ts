import { assignmentsOf, physicalName } from "@hemvist/rules";
import type { Fault } from "../fault.ts";
import { provider } from "../scene.ts";
import { lettersListed } from "../steps.ts";

const queue = physicalName(assignmentsOf(provider));

export const providerStopped: Fault = {
  name: "provider-stopped",
  says: {
    sv: "Kompetenscenters system har slutat läsa sin kö.",
    en: "Kompetenscenter's system has stopped reading its queue.",
  },
  provoke: (scene) => scene.decide("SFC-2026-000002"),
  alarm: `hemvist-${provider}-reads-nothing`,
  within: 24 * 8,
  runbook: "party-silent",
  steps: [
    lettersListed,
    { run: "aws sqs get-queue-url" },
    {
      run: "aws sqs get-queue-attributes",
      put: ({ system }) => [["$URL", system.queueUrl(queue)]],
    },
    {
      says: {
        sv: "Driften ringer Kompetenscenter, som startar sitt system igen.",
        en: "Operations call Kompetenscenter, which starts its system again.",
      },
      act: (scene) => scene.providerReads(),
    },
  ],
};
