import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Issue } from "@hemvist/figures";
import { afterAll, describe, expect, it, vi } from "vitest";
import { written } from "./written.ts";

const folder = mkdtempSync(join(tmpdir(), "hemvist-written-"));
afterAll(() => rmSync(folder, { recursive: true }));

const first = { name: "first.csv", body: "a;b" };
const issue = (files: Issue["files"]): Issue =>
  ({ report: "agenda", place: "MADE-UP/agenda/2026-10", files: [first, ...files] }) as Issue;
const inTree = (out: string): readonly string[] =>
  readdirSync(join(folder, out), { recursive: true }).map(String);

/** A report whose second file calls for something while it is written. */
const meanwhile = (act: () => void): Issue =>
  issue([
    {
      name: "second.csv",
      get body() {
        act();
        return "";
      },
    } as Issue["files"][number],
  ]);

describe("a report that is written", () => {
  it("has its name only when all its files are there", async () => {
    const seen: string[] = [];
    const out = join(folder, "whole");

    await written(
      meanwhile(() => seen.push(...inTree("whole"))),
      out,
    );

    expect(seen).toContain("MADE-UP/agenda/2026-10.part/first.csv");
    expect(inTree("whole")).toContain("MADE-UP/agenda/2026-10/second.csv");
    expect(inTree("whole").filter((path) => path.includes(".part"))).toEqual([]);
  });

  it("leaves nothing behind where Ctrl-C cuts it off", async () => {
    mkdirSync(join(folder, "cut"));
    const exit = vi.spyOn(process, "exit").mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    const cut = written(
      meanwhile(() => process.emit("SIGINT")),
      join(folder, "cut"),
    );

    await expect(cut).rejects.toThrow("exit 130");
    exit.mockRestore();
    expect(inTree("cut")).toEqual([]);
    expect(process.listenerCount("SIGINT")).toBe(0);
  });

  it("leaves alone what stands, and what another run left half done", async () => {
    const out = join(folder, "half");
    mkdirSync(join(out, "MADE-UP/agenda/2026-10"), { recursive: true });
    writeFileSync(join(out, "MADE-UP/agenda/2026-10/first.csv"), "old");

    await expect(
      written(issue([{ name: "second.csv", body: "" } as Issue["files"][number]]), out),
    ).rejects.toThrow("holds a report that is not whole");
    expect(inTree("half")).toEqual([
      "MADE-UP",
      "MADE-UP/agenda",
      "MADE-UP/agenda/2026-10",
      "MADE-UP/agenda/2026-10/first.csv",
    ]);
  });
});
