import type { Bug } from "../bug.ts";

/** What CloudWatch gets, and what alarms and dashboards then show. */
export const measuring: readonly Bug[] = [
  {
    name: "begun again after a pause",
    why: "The funnel has more assignments that begin than were accepted.",
    file: "packages/casework/steps.ts",
    find: "first(milestone) === report",
    replace: "first(milestone) !== undefined",
    suite: "unit",
  },
  {
    name: "milliseconds as seconds",
    why: "Each time between two steps is a thousand times too long.",
    file: "packages/runtime/measured-steps.ts",
    find: "after / 1000",
    replace: "after",
    suite: "unit",
  },
  {
    name: "handed on at each attempt",
    why: "A batch that comes again counts its assignments again, as often as Lambda tries.",
    file: "functions/hand-off/hand-off.ts",
    find: ".slice(0, first < 0 ? read.length : first)",
    replace: ".slice(0)",
    suite: "unit",
  },
  {
    name: "a share of one in place of a hundred",
    why: "Every promise looks broken, and an alarm that is always red is no alarm.",
    file: "packages/runtime/promise-kept.ts",
    find: "isKept ? 100 : 0",
    replace: "isKept ? 1 : 0",
    suite: "unit",
  },
  {
    name: "all dimensions at once",
    why: "CloudWatch finds no metric by administration, so a dashboard is empty, and a small figure points at a person.",
    file: "packages/runtime/measure.ts",
    find: 'metrics.addDimensions({ [dimension]: dimension === "service" ? service : (labels[dimension] ?? "") });',
    replace:
      'metrics.addDimension(dimension, dimension === "service" ? service : (labels[dimension] ?? ""));',
    suite: "unit",
  },
  {
    name: "what a failed run has counted is lost",
    why: "An alarm on a count sees nothing exactly when something has failed.",
    file: "packages/runtime/self-check.ts",
    find: "  } finally {\n    writeMetrics();\n  }",
    replace: "  }",
    suite: "unit",
  },
  {
    name: "real points forgotten",
    why: "The local run raises an alarm on silence hours before CloudWatch would.",
    file: "packages/local/alarms/alarm-state.ts",
    find: "const toFill = evaluationPeriods - existing.length;",
    replace: "const toFill = evaluationPeriods;",
    suite: "unit",
  },
  {
    name: "a command of no runbook",
    why: "A rehearsal types a command that no operator finds.",
    file: "packages/sandbox/faults/runbook.ts",
    find: "commands.find((one) => one.startsWith(begins))",
    replace: "begins",
    suite: "unit",
  },
];
