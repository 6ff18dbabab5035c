import type { Fault } from "../fault.ts";
import { mappingOff, mappingOfTheFault } from "../steps.ts";

export const streamOff: Fault = {
  name: "stream-off",
  says: {
    sv: "Någon har stängt av hand-offs läsning av strömmen.",
    en: "A person has disabled hand-off's event source mapping on the stream.",
  },
  provoke: async (scene) => {
    mappingOff(scene, "table/decisions/stream");
    await scene.decide("SFC-2026-000002");
  },
  alarm: "hemvist-hand-off-silent",
  within: 8,
  runbook: "stream-behind",
  steps: [
    {
      run: "aws lambda list-event-source-mappings --region eu-north-1 --function-name hemvist-hand-off:live",
    },
    { run: "aws lambda update-event-source-mapping", put: (scene) => [["…", mappingOfTheFault(scene)]] },
  ],
};
