import { areaCodes, type Municipality, partiesOf } from "@hemvist/rules";

/** What a metric may be split by. Each has few values, and none is an id. */
export type Dimension =
  | "service"
  | "administration"
  | "area"
  | "provider"
  | "party"
  | "rule"
  | "why"
  | "problem"
  | "kind"
  | "status";

// The four lists below stand here and not beside their types, because infra takes no code that runs. A test compares
// them with the code's own.

/** How an assignment ends. */
const ends = ["completed", "failed", "rejected", "cancelled"];

/** Why a message that can be read changes nothing. */
const whys = [
  "already-settled",
  "assignment-ended",
  "before-the-decision",
  "before-the-last",
  "content-differs",
  "in-the-future",
  "no-room",
  "no-such-assignment",
  "no-such-proposal",
  "not-open",
  "not-within-assignment",
  "not-yours",
  "outside-the-assignment",
  "progress-id-taken",
  "proposal-id-taken",
  "revision-skipped",
  "too-many",
];

/** Why a call is not let in. */
const problems = ["issuer-unreachable", "not-allowed", "not-authenticated"];

const followUpKinds = [
  "not-acknowledged",
  "not-answered",
  "not-started",
  "no-news",
  "not-resumed",
  "not-ended",
  "never-carried-out",
  "work-plan-review",
  "gap-ahead",
  "decision-ending",
  "horizon-near",
  "horizon-passed",
  "delay-near",
  "delay-passed",
  "proposal-unanswered",
  "revision-expected",
  "correction-expected",
];

/** Every value that a dimension takes in a municipality's system. Those of `service` are each metric's own. */
export function valuesOf(
  dimension: Exclude<Dimension, "service">,
  municipality: Municipality,
): readonly string[] {
  const { administrations, executors } = partiesOf(municipality);
  switch (dimension) {
    case "administration":
      return administrations;
    case "area":
      return areaCodes;
    case "provider":
    case "party":
      return executors;
    case "rule":
      return [...new Set(municipality.models.flatMap(({ rules }) => rules.map(({ id }) => id)))];
    case "why":
      return whys;
    case "problem":
      return problems;
    case "kind":
      return followUpKinds;
    case "status":
      return ends;
  }
}
