import { defineConfig } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";

const fast = [
  "packages/**/*.test.ts",
  "functions/**/*.test.ts",
  "test/docs/**/*.test.ts",
  "test/lint/**/*.test.ts",
  "test/logs/**/*.test.ts",
  "test/access/**/*.test.ts",
  "test/insights/**/*.test.ts",
  "test/planted/**/*.test.ts",
  "test/events/**/*.test.ts",
  "test/mutation/**/*.test.ts",
  "test/simulation/**/*.test.ts",
  "test/load/**/*.test.ts",
  "test/cost/**/*.test.ts",
  "test/figures-recount/**/*.test.ts",
  "bench/**/*.test.ts",
];
const engines = [
  "test/journeys/**/*.test.ts",
  "test/contract/**/*.test.ts",
  "test/conformance/**/*.test.ts",
  "test/infra/**/*.test.ts",
  "test/iam/**/*.test.ts",
  "test/emulator/**/*.test.ts",
  "test/judges/**/*.test.ts",
  "test/tools/**/*.test.ts",
  "test/disclosure/**/*.test.ts",
  "test/fuzz/**/*.test.ts",
  "test/canaries/**/*.test.ts",
  "test/scale/**/*.test.ts",
  "test/browser/**/*.test.ts",
];

export default defineConfig({
  test: {
    reporters: ["default", new ClosingLine()],
    projects: [
      // Limits only end what hangs: a machine ten times slower must pass too.
      { extends: true, test: { name: "fast", include: fast, testTimeout: 300_000, hookTimeout: 300_000 } },
      {
        extends: true,
        test: {
          name: "engines",
          include: engines,
          globalSetup: "test/journeys/templates.ts",
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
