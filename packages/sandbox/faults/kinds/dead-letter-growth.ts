import { deadLetterName, physicalName, progressFrom } from "@hemvist/rules";
import { refusedBy } from "../aws-refusals.ts";
import type { Fault } from "../fault.ts";
import { provider } from "../scene.ts";
import { lettersListed, redriven } from "../steps.ts";

const many = 6;

export const deadLetterGrowth: Fault = {
  name: "dead-letter-growth",
  says: {
    sv: "record-progress kan inte skriva till tabellen på flera timmar, och svaren blir dödbrev.",
    en: "record-progress cannot write to the table for hours, and the reports become dead letters.",
  },
  provoke: async (scene) => {
    for (let number = 2; number < 2 + many; number += 1) await scene.decide(`SFC-2026-00000${number}`);
    await scene.system.settle();
    scene.interfere(({ caller, service, operation }) =>
      caller === "hemvist-record-progress" && service === "dynamodb" && operation === "PutItem"
        ? refusedBy(500, "com.amazonaws.dynamodb.v20120810#InternalServerError")
        : undefined,
    );
    await scene.providerReads();
  },
  alarm: `hemvist-${physicalName(deadLetterName(progressFrom(provider)))}-more-than-10`,
  within: 12,
  runbook: "dead-letters",
  steps: [
    lettersListed,
    {
      says: { sv: "DynamoDB tar emot igen.", en: "DynamoDB takes writes again." },
      act: async (scene) => scene.endInterference(),
    },
    ...redriven,
  ],
};
