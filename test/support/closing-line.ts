import type { Reporter, TestModule } from "vitest/node";

/** Ends a run on one plain line that anything can read: `N passed, N failed, N skipped`. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tally = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== "pending") tally[state] += 1;
      }
      // A file that could not even be collected has no tests to fail.
      if (module.state() === "failed" && [...module.children.allTests("failed")].length === 0)
        tally.failed += 1;
    }
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
    console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
  }
}
