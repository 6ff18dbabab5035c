import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const main = join(import.meta.dirname, "../main.ts");
const decisions = join(import.meta.dirname, "../../../events/decisions");
const assigned = join(decisions, "01-traineeship-with-diet-and-exercise.json");
const returned = join(decisions, "invalid/returned-unemployed.json");
const unreadable = join(decisions, "invalid/unreadable-not-json.json");

interface Run {
  readonly status: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly stdout: string;
  readonly stderr: string;
}

const check = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    const run = execFile(process.execPath, [main, "check-decision", ...args], (_error, stdout, stderr) => {
      const lines = stdout.startsWith("{")
        ? stdout
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line))
        : [];
      resolve({ status: run.exitCode ?? -1, lines, stdout, stderr });
    });
  });

const folder = mkdtempSync(join(tmpdir(), "check-decision-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("check-decision", () => {
  it("gives every sample that is assigned, in the order given, and 0", async () => {
    const files = readdirSync(decisions)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => join(decisions, name));

    const { status, lines } = await check(...files);

    expect(status).toBe(0);
    expect(lines.map(({ outcome }) => outcome)).toEqual(files.map(() => "assigned"));
    expect(lines[0]).toMatchObject({
      decisionId: "SFC-2026-004711",
      model: "goteborg-2025-07",
      assignments: [
        { subArea: "job.traineeship", provider: "kompetenscenter", status: "requested" },
        { subArea: "health.diet-exercise", provider: "kompetenscenter", status: "requested" },
      ],
    });
    expect(lines[0]).not.toHaveProperty("version");
  });

  it("gives 2 and every outcome where one is not assigned", async () => {
    const { status, lines } = await check(returned, assigned, unreadable);

    expect(status).toBe(2);
    expect(lines).toMatchObject([
      { outcome: "returned", findings: [{ rule: "unemployed", pointer: "/assessment/unemployment" }] },
      { outcome: "assigned" },
      { outcome: "unreadable", faults: [{ code: "not-json", pointer: "" }] },
    ]);
    expect(Object.keys(lines[2] ?? {})).toEqual(["outcome", "faults"]);
  });

  it("explains each tried rule with the sentence it enforces", async () => {
    const { lines } = await check(assigned);

    expect(lines[0]?.["triedRules"]).toContainEqual(
      expect.objectContaining({ rule: "unemployed", holds: true, source: expect.anything() }),
    );
  });

  it.each([
    ["the day before it was made", "2026-11-01", 2],
    ["the day it was made", "2026-11-02", 0],
  ])("received %s", async (_when, day, expected) => {
    expect((await check("--received", day, assigned)).status).toBe(expected);
  });

  it("takes the option anywhere", async () => {
    expect((await check(assigned, "--received=2026-11-01")).status).toBe(2);
  });

  it.each([
    ["a file that is not there", [assigned, join(folder, "missing.json")], "missing.json"],
    ["a day that is none", ["--received", "2026-02-30", assigned], "YYYY-MM-DD"],
  ])("says in two languages that it could not run: %s", async (_what, args, message) => {
    const { status, stdout, stderr } = await check(...args);

    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^.+ \/ .+\n$/);
  });

  it("helps who asks", async () => {
    const { status, stdout } = await check("--help");

    expect(status).toBe(0);
    expect(stdout).toContain("--received");
  });

  it("repeats nothing of a message that cannot be read", async () => {
    const file = join(folder, "secret.json");
    writeFileSync(file, JSON.stringify({ decisionId: "hemligt värde", caseNumber: "18900118-9803" }));

    const { status, stdout } = await check(file);

    expect(status).toBe(2);
    expect(stdout).not.toMatch(/hemligt värde|18900118/);
  });
});
