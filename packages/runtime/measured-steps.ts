import { count, measure } from "./measure.ts";

/** A step that an assignment has taken, as casework has it. */
interface Step {
  readonly step: keyof typeof counts;
  readonly administration: string;
  readonly area: string;
  readonly provider: string;
  readonly status: string;
  /** In milliseconds. */
  readonly after?: number;
}

const counts = {
  requested: "AssignmentsRequested",
  acknowledged: "AssignmentsAcknowledged",
  accepted: "AssignmentsAccepted",
  begun: "AssignmentsBegun",
  ended: "AssignmentsEnded",
} as const;

const times = {
  acknowledged: "TimeToAcknowledge",
  accepted: "TimeToAccept",
  begun: "TimeToBegin",
  ended: "TimeToEnd",
} as const;

/** Counts the steps that assignments have taken, and measures the times between them. */
export function measureSteps(steps: readonly Step[]): void {
  for (const { step, status, after, administration, area, provider } of steps) {
    const labels = { administration, area, provider };
    if (step === "ended") count(counts.ended, { ...labels, status });
    else count(counts[step], labels);
    if (step !== "requested" && after !== undefined) measure(times[step], after / 1000, labels);
  }
}
