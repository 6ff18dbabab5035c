import { writeMetrics } from "@hemvist/runtime";
import { afterEach, beforeEach, vi } from "vitest";

/**
 * Catches what functions write to their log during each test of a file, so that none of it reaches the console.
 * Gives what the test at hand has written so far, line by line, with what it has counted.
 */
export function logLines(): () => readonly string[] {
  let lines: string[] = [];
  beforeEach(() => {
    lines = [];
    // As the deployment sets it for each function.
    vi.stubEnv("POWERTOOLS_SERVICE_NAME", "a-function");
    // The logger writes through a console of its own: the streams are where its lines come out.
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((chunk) => {
        lines.push(String(chunk).trimEnd());
        return true;
      });
    }
  });
  afterEach(() => {
    // What a test has counted is none of the next one's.
    writeMetrics();
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  return () => {
    writeMetrics();
    return lines;
  };
}
