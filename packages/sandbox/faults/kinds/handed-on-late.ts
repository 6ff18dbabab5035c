import type { Fault } from "../fault.ts";
import { mappingOff, mappingOfTheFault } from "../steps.ts";

const many = 3;

export const handedOnLate: Fault = {
  name: "handed-on-late",
  says: {
    sv: "hand-off stod still i tio minuter. Uppdragen kom fram, men inte inom den minut som hemvist lovar.",
    en: "hand-off stood still for ten minutes. The assignments arrived, but not within the minute that hemvist promises.",
  },
  provoke: async (scene) => {
    mappingOff(scene, "table/decisions/stream");
    for (let number = 2; number < 2 + many; number += 1) await scene.decide(`SFC-2026-00000${number}`);
    await scene.wait(10);
    scene.system.controls.switchMapping(mappingOfTheFault(scene), true);
  },
  alarm: "hemvist-slo-handed-on",
  within: 2,
  runbook: "slo",
  steps: [
    { run: "aws cloudwatch describe-alarms", prints: /hemvist-slo-handed-on-fast-often/ },
    {
      run: "aws cloudwatch get-metric-statistics",
      put: () => [
        ["DecisionAnsweredInTime", "HandedOnInTime"],
        ["Value=receive-decision", "Value=hand-off"],
      ],
      prints: /"Average": [\s\S]*"SampleCount": /,
    },
    {
      says: {
        sv: "Inget annat larm är rött: hand-off har kommit ikapp. Driften antecknar tiden.",
        en: "No other alarm is red: hand-off has caught up. Operations note the time.",
      },
      act: async () => {},
    },
  ],
};
