import type { Fault } from "../fault.ts";

export const night: Fault = {
  name: "night",
  says: {
    sv: "Det blir natt. Larm som kan vänta till morgonen hålls tillbaka.",
    en: "Night comes. The alarms that can wait until morning are held back.",
  },
  provoke: (scene) => scene.decide("SFC-2026-000002"),
  alarm: "hemvist-quiet-hours",
  within: 12,
  runbook: "who-to-call",
  steps: [
    { run: "aws cloudwatch describe-alarms", prints: /hemvist-quiet-hours/ },
    { run: "aws cloudwatch describe-alarms --region eu-north-1 --alarm-types", prints: /hemvist-not-now/ },
  ],
};
