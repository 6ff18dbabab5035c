// `npm run mutate`: what is mutated, by which tests it is tried, and where the report goes (test/mutation/README.md).

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: [
    "packages/rules/**/*.ts",
    "packages/casework/**/*.ts",
    "packages/figures/**/*.ts",
    "packages/runtime/queue-batch.ts",
    "!**/*.test.ts",
    // The oracle of a test, not the code that it judges.
    "!packages/rules/engine/exhaustive-oracle.ts",
  ],
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts" },
  plugins: ["@stryker-mutator/vitest-runner", "./test/mutation/survivors.ts"],
  reporters: ["progress-append-only", "survivors", "html", "json"],
  htmlReporter: { fileName: "reports/mutation/index.html" },
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  coverageAnalysis: "perTest",
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  tempDirName: "reports/mutation/sandbox",
  concurrency: 2,
  // A slow machine must not kill any; what never ends is found by how often it comes to a place, long before that.
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 60,
  thresholds: { high: 95, low: 90, break: 90 },
  // Nothing of it is needed to run these tests.
  ignorePatterns: ["/cdk.out", "/docs", "/events", "/functions", "/infra", "/bench"],
};
