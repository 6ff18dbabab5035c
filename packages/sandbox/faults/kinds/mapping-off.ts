import { physicalName, progressFrom } from "@hemvist/rules";
import type { Fault } from "../fault.ts";
import { provider } from "../scene.ts";
import { mappingOff, mappingOfTheFault } from "../steps.ts";

const queue = physicalName(progressFrom(provider));

export const mappingDisabled: Fault = {
  name: "mapping-off",
  says: {
    sv: "Någon har stängt av läsningen av Kompetenscenters rapporter. Inget fel syns, men SF ser gamla lägen.",
    en: "A person has disabled the reading of Kompetenscenter's reports. Nothing fails, but SF sees an old status.",
  },
  provoke: async (scene) => {
    mappingOff(scene, queue);
    await scene.decide("SFC-2026-000002");
    await scene.system.settle();
    await scene.providerReads();
  },
  alarm: "hemvist-stands-still",
  within: 3,
  runbook: "stands-still",
  steps: [
    { run: "aws cloudwatch describe-alarms", prints: new RegExp(`hemvist-${queue}-old`) },
    { run: "aws lambda list-event-source-mappings" },
    { run: "aws scheduler get-schedule", prints: /ENABLED/ },
    {
      run: "aws lambda update-event-source-mapping",
      put: (scene) => [["$UUID", mappingOfTheFault(scene)]],
    },
  ],
};
