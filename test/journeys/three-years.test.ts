import { afterEach, expect, it, vi } from "vitest";
import { companyOf } from "../../packages/sandbox/parties/company.ts";
import { tellThreeYears } from "../../packages/sandbox/story/three-years.ts";
import { aSystem } from "./a-system.ts";

const system = await aSystem();

afterEach(() => {
  vi.restoreAllMocks();
});

it("one case is followed from its decision to the end of its three years, and its whole history is printed", async () => {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));

  expect(await tellThreeYears(companyOf(system))).toBe(true);
  const history = lines.join("\n").split("Its whole history")[1] ?? "";
  for (const what of [
    "revision-assigned",
    "progress-reported",
    "horizon-near",
    "horizon-passed",
    "gap-ahead",
    "completed",
  ]) {
    expect(history).toContain(what);
  }
  // The provider says in time that all goes on, and work leaves no gap behind.
  expect(history).not.toContain("no-news");
  expect(history.match(/follow-up-told +gap-ahead/g)).toHaveLength(1);
});
