import { decisionsFrom } from "@hemvist/rules";
import type { Fault } from "../fault.ts";
import { administration } from "../scene.ts";
import { mappingOff, mappingOfTheFault } from "../steps.ts";

const queue = decisionsFrom(administration);

export const queueUnread: Fault = {
  name: "queue-unread",
  says: {
    sv: "Någon har stängt av läsningen av SF Centrums kö. Besluten blir liggande.",
    en: "A person has disabled the reading of SF Centrum's queue. Its decisions lie there.",
  },
  provoke: async (scene) => {
    mappingOff(scene, queue);
    await scene.decide("SFC-2026-000002");
  },
  alarm: `hemvist-${queue}-old`,
  within: 2,
  runbook: "queue-old",
  steps: [
    { run: "aws lambda list-event-source-mappings --region eu-north-1 --function-name hemvist-receive" },
    { run: "npm run --silent ops -- queues", ends: [2], prints: new RegExp(queue) },
    {
      run: "aws lambda update-event-source-mapping",
      put: (scene) => [["…", mappingOfTheFault(scene)]],
    },
  ],
};
