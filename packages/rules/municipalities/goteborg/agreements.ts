import type { Agreement } from "../../engine/model.ts";

/** What may run in parallel, by decision of SoB. Its decisions are not published, so these are examples. */
export const agreements: readonly Agreement[] = [
  {
    id: "SOB-EXEMPEL-1",
    from: "2025-07-01",
    subAreas: ["competence.general", "competence.adapted-learning", "job.market-knowledge", "job.coaching"],
    example: true,
  },
  {
    id: "SOB-EXEMPEL-2",
    from: "2025-07-01",
    to: "2026-06-30",
    subAreas: ["social.everyday-life", "social.networks"],
    example: true,
  },
  {
    id: "SOB-EXEMPEL-3",
    from: "2026-01-01",
    subAreas: ["social.everyday-life", "social.coordination", "health.substance-use"],
    example: true,
  },
];
