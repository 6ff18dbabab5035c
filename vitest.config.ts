import { defineConfig } from "vitest/config";

const fast = ["packages/**/*.test.ts", "functions/**/*.test.ts", "test/docs/**/*.test.ts", "test/events/**/*.test.ts"];
const engines = ["test/journeys/**/*.test.ts", "test/contract/**/*.test.ts", "test/infra/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      { test: { name: "fast", include: fast } },
      {
        test: { name: "engines", include: engines, testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
