import { afterEach, beforeEach, vi } from "vitest";

/**
 * Catches what functions write to their log during each test of a file, so that none of it reaches the console.
 * Gives what the test at hand has written so far, line by line.
 */
export function logLines(): () => readonly string[] {
  let lines: string[] = [];
  beforeEach(() => {
    lines = [];
    // As the deployment sets it; without it every count would warn of that.
    vi.stubEnv("POWERTOOLS_METRICS_NAMESPACE", "hemvist");
    // The logger writes through a console of its own: the streams are where its lines come out.
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((chunk) => {
        lines.push(String(chunk).trimEnd());
        return true;
      });
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  return () => lines;
}
