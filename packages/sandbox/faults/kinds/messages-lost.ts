import { assignmentsOf, physicalName } from "@hemvist/rules";
import type { Fault } from "../fault.ts";
import type { Put } from "../runbook.ts";
import { provider, type Scene } from "../scene.ts";
import { incident } from "../steps.ts";

const replay = "npm run --silent ops -- replay --party kompetenscenter";

const untilNow = ({ system }: Scene): Put => ["2026-11-02T12:00:00Z", `${system.now().slice(0, 19)}Z`];

export const messagesLost: Fault = {
  name: "messages-lost",
  says: {
    sv: "Kompetenscenters system är återställt från i går. Det som det har hämtat i dag är borta.",
    en: "Kompetenscenter's system is restored from yesterday. What it has taken today is gone.",
  },
  provoke: async (scene) => {
    await scene.decide("SFC-2026-000002");
    await scene.system.settle();
    await scene.party(provider).take(physicalName(assignmentsOf(provider)));
    // SQS drops what comes again within five minutes.
    await scene.wait(20);
  },
  told: {
    sv: "Kompetenscenter ringer, och säger att systemet är redo igen.",
    en: "Kompetenscenter calls, and says that its system is ready again.",
  },
  runbook: "replay",
  steps: [
    { run: replay, put: (scene) => [untilNow(scene)], prints: /SFC-2026-000002/ },
    {
      run: `${replay} --from 2026-11-02T09:00:00Z --to 2026-11-02T12:00:00Z --reason`,
      put: (scene) => [untilNow(scene), incident],
    },
  ],
};
