import { refusedByS3 } from "../aws-refusals.ts";
import type { Fault } from "../fault.ts";

export const reportsRefused: Fault = {
  name: "reports-refused",
  says: {
    sv: "S3 tar inte emot rapporter den morgon då de ska utfärdas.",
    en: "S3 takes no reports on the morning when they should be issued.",
  },
  // A Thursday, an hour before report runs.
  opens: "2026-11-05T04:00:00Z",
  provoke: async (scene) => {
    scene.interfere(({ caller, service }) =>
      caller === "hemvist-report" && service === "s3" ? refusedByS3(503, "SlowDown") : undefined,
    );
  },
  alarm: "hemvist-reports-failed",
  within: 4,
  runbook: "reports",
  steps: [
    { run: "aws scheduler get-schedule", prints: /ENABLED/ },
    { run: "npm run --silent ops -- dead-letters", ends: [0, 2] },
    {
      says: { sv: "S3 tar emot igen.", en: "S3 takes reports again." },
      act: async (scene) => scene.endInterference(),
    },
    {
      run: "aws lambda invoke",
      put: () => [["2026-11\\", "2026-10\\"]],
      prints: /"issued"/,
    },
  ],
};
