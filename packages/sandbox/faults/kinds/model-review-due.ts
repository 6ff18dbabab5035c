import type { Fault } from "../fault.ts";

export const modelReviewDue: Fault = {
  name: "model-review-due",
  says: {
    sv: "Styrmodellen är mer än ett år gammal, och en ny månad börjar.",
    en: "The governance model is more than a year old, and a new month begins.",
  },
  // The day before the first of a month, a Monday.
  opens: "2026-11-30T09:00:00Z",
  provoke: (scene) => scene.decide("SFC-2026-000002"),
  alarm: "hemvist-model-review-overdue",
  within: 36,
  runbook: "model-review",
  steps: [
    { run: "aws cloudwatch get-metric-statistics", prints: /"Maximum": [1-9]/ },
    {
      says: {
        sv: "Driften säger till SoB:s sekreterare. Larmet är över dagen efter, och kommer igen nästa månad.",
        en: "Operations tell SoB's secretary. The alarm is over the day after, and comes again next month.",
      },
      act: async () => {},
    },
  ],
};
