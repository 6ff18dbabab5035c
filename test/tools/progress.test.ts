import { afterEach, beforeEach, expect, it, vi } from "vitest";

const written: string[] = [];
const { isTTY } = process.stderr;

beforeEach(() => {
  written.length = 0;
  vi.useFakeTimers();
  vi.resetModules();
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  process.stderr.isTTY = isTTY;
});

/** A tool that has something to say every twenty seconds, for two minutes. */
async function toolThatTakesTwoMinutes(): Promise<void> {
  const { progress } = await import("../support/tool.ts");
  for (let seconds = 0; seconds <= 120; seconds += 20) {
    progress(`after ${seconds}`);
    vi.advanceTimersByTime(20_000);
  }
  progress("");
}

it("is a line a minute in a file", async () => {
  process.stderr.isTTY = false;

  await toolThatTakesTwoMinutes();

  expect(written).toEqual(["after 60\n", "after 120\n"]);
});

it("is one line at a terminal, which each text takes over", async () => {
  process.stderr.isTTY = true;

  await toolThatTakesTwoMinutes();

  expect(written).toHaveLength(8);
  expect(written[0]).toBe("\r\u001B[2Kafter 0");
  expect(written.at(-1)).toBe("\r\u001B[2K");
});
