import type { Fault } from "../fault.ts";
import { incident } from "../steps.ts";

export const partyUnsure: Fault = {
  name: "party-unsure",
  says: {
    sv: "Kompetenscenter har tappat bort sin lista över uppdrag.",
    en: "Kompetenscenter has lost its list of assignments.",
  },
  provoke: async (scene) => {
    await scene.decide("SFC-2026-000002");
    await scene.system.settle();
  },
  told: {
    sv: "Kompetenscenter frågar vad det ska ha.",
    en: "Kompetenscenter asks what it should have.",
  },
  runbook: "view",
  steps: [
    {
      run: "npm run --silent ops -- view --party",
      put: () => [incident],
      prints: /SFC-2026-000001[\s\S]*SFC-2026-000002/,
    },
    {
      run: "npm run --silent ops -- view --person-of",
      put: () => [["SFC-2026-004711", "SFC-2026-000001"], incident],
      prints: /SFC-2026-000002/,
    },
  ],
};
