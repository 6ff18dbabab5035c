import { refusedBy } from "../aws-refusals.ts";
import type { Fault } from "../fault.ts";
import { redriven } from "../steps.ts";

export const tableThrottled: Fault = {
  name: "table-throttled",
  says: {
    sv: "DynamoDB tar inte emot fler skrivningar till tabellen med beslut.",
    en: "DynamoDB throttles each write to the table of decisions.",
  },
  provoke: async (scene) => {
    scene.interfere(({ caller, service, operation }) =>
      caller === "hemvist-receive-decision" && service === "dynamodb" && operation === "PutItem"
        ? refusedBy(400, "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException")
        : undefined,
    );
    await scene.decide("SFC-2026-000002");
  },
  alarm: "hemvist-receive-decision-messages-fail",
  within: 2,
  runbook: "function-errors",
  steps: [
    { run: "aws lambda get-function-configuration" },
    {
      says: { sv: "DynamoDB tar emot igen.", en: "DynamoDB takes writes again." },
      act: async (scene) => scene.endInterference(),
    },
    ...redriven.map((step) => ({ ...step, from: "dead-letters" })),
  ],
};
