import type { Enveloped } from "./envelope.ts";

type Content = Readonly<Record<string, unknown>>;

/** What a case system sends by mistake and hemvist cannot read: mostly a decision with something wrong in it. */
export const unreadableBodies = (decision: Content, enveloped: Enveloped) =>
  [
    "{",
    JSON.stringify({ ...decision, decidedOn: "2026-02-30" }),
    JSON.stringify({ ...decision, legalBassis: "12:4" }),
    JSON.stringify(enveloped("decision.maid", decision)),
    // Far more faults than an answer names, far deeper than hemvist reads, and the trace of a wrong encoding.
    JSON.stringify({ interventions: Array.from({ length: 2000 }, () => ({})) }),
    `${"[".repeat(3000)}${"]".repeat(3000)}`,
    JSON.stringify({ ...decision, workPlan: { workPlanId: "\uFFFDtg\uFFFDrd" } }),
  ] as const;
