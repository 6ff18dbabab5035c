import type { Fault } from "../fault.ts";
import { administration } from "../scene.ts";
import { lettersListed } from "../steps.ts";

export const sfQuiet: Fault = {
  name: "sf-quiet",
  says: {
    sv: "SF Centrums ärendesystem har slutat skicka beslut. Handläggarna tror att de är skickade.",
    en: "SF Centrum's case system has stopped sending decisions. Its caseworkers believe that they are sent.",
  },
  provoke: async () => {},
  alarm: `hemvist-${administration}-sends-nothing`,
  within: 24 * 6,
  runbook: "sf-quiet",
  steps: [
    lettersListed,
    { run: "aws sqs get-queue-url" },
    {
      says: {
        sv: "SF Centrum rättar sitt system, och det som hade blivit liggande skickas.",
        en: "SF Centrum mends its system, and sends what had been left.",
      },
      act: (scene) => scene.decide("SFC-2026-000002"),
    },
  ],
};
