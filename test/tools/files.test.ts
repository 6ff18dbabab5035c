import { execFile, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inTurn, root, run } from "./ran.ts";

const hemvist = "packages/cli/main.ts";
const sample = join(root, "events/decisions/01-traineeship-with-diet-and-exercise.json");

/** Root may read and write everything, so what is refused is tried as another user. */
const isRoot = process.getuid?.() === 0;
const asAnother = isRoot ? { uid: 65_534 } : {};
/** Not where the project lies in root's own folder: then no other user can start anything of it. */
const isThereAnother =
  spawnSync("/bin/sh", ["-c", `test -r "${join(root, hemvist)}" && test -x "${process.execPath}"`], asAnother)
    .status === 0;

const folder = mkdtempSync(join(tmpdir(), "hemvist-files-"));
chmodSync(folder, 0o755);
const shut = join(folder, "shut.json");
writeFileSync(shut, "{}");
chmodSync(shut, 0o000);
const readOnly = join(folder, "read-only");
mkdirSync(readOnly);
chmodSync(readOnly, 0o555);
const messages = join(folder, "messages");
mkdirSync(join(messages, "decisions"), { recursive: true });
writeFileSync(join(messages, "decisions", "1.json"), "{}");
chmodSync(join(messages, "decisions", "1.json"), 0o000);
afterAll(() => rmSync(folder, { recursive: true }));

const made = ["report", "--agenda", "2026-11", "--from", "synthetic:9"];

describe.runIf(isThereAnother)("a command that may not read or write says so in one sentence", () => {
  it.each([
    ["check-decision", ["check-decision", sample, shut], /You may not read \S+shut\.json\./],
    ["report, from", ["report", "--agenda", "2026-11", "--from", messages], /You may not read \S+1\.json\./],
    ["report, out", [...made, "--out", readOnly], /You may not write in \S+read-only\./],
    [
      "reconcile",
      ["ops", "reconcile", "--day", "2026-11-02", "--sent", shut],
      /You may not read \S+shut\.json\./,
    ],
  ] as const)("%s", async (_what, args, says) => {
    const { status, out, error } = await run(hemvist, args, { cwd: folder, ...asAnother });

    expect(error).toMatch(says);
    expect(error).toMatch(/^[^\n]+\n$/);
    expect([status, out]).toEqual([1, ""]);
    expect(readdirSync(readOnly)).toEqual([]);
  });
});

describe("a command whose output has no reader ends with one sentence", () => {
  it.each([
    ["check-decision", hemvist, ["check-decision", ...Array.from({ length: 50 }, () => sample)]],
    ["report", hemvist, [...made, "--out", join(folder, "out")]],
    ["ops", hemvist, ["ops", "--help"]],
    ["npm start", "packages/sandbox/main.ts", ["--help"]],
    ["simulate", "test/simulation/main.ts", ["--help"]],
    ["planted", "test/planted/main.ts", ["--list"]],
    ["load", "test/load/main.ts", ["--help"]],
    ["cost", "test/cost/main.ts", ["--help"]],
    ["disclosure", "test/disclosure/main.ts", ["--help"]],
    ["conformance", "test/conformance/main.ts", ["--help"]],
  ] as const)("%s", async (_what, tool, args) => {
    const { status, error } = await run(tool, args, { isUnread: true });

    expect(error).toMatch(
      /^([^\n]+ \/ )?The reader of the output stopped reading, so not all of it was printed\.\n$/,
    );
    expect(status).toBe(1);
  });

  it.runIf(existsSync("/dev/full"))("where the disk is full", async () => {
    const shell = `"${process.execPath}" "${join(root, hemvist)}" check-decision "${sample}" > /dev/full`;
    const [status, error] = await new Promise<readonly [unknown, string]>((resolve) => {
      execFile("/bin/sh", ["-c", shell], (failed, _out, said) => resolve([failed?.code, said]));
    });

    expect(error).toMatch(/^[^\n]+ \/ Not all of the output could be written \(ENOSPC\)\.\n$/);
    expect(status).toBe(1);
  });
});

describe("- is standard input", () => {
  it("where a decision is wanted", async () => {
    const input = '{"decisionId":"A"}';
    const { status, out } = await run(hemvist, ["check-decision", sample, "-"], { input });
    const outcomes = out.trimEnd().split("\n");

    expect(outcomes.map((line) => (JSON.parse(line) as { outcome: string }).outcome)).toEqual([
      "assigned",
      "unreadable",
    ]);
    expect(status).toBe(2);
  });

  it("where senders' lists are wanted", async () => {
    const { status, error } = await run(
      hemvist,
      ["ops", "reconcile", "--day", "2026-11-02", "--sent", "-", "--lang", "en"],
      {
        input: '\n{"administration":"sf-centrum"}\n',
      },
    );

    expect([status, error]).toEqual([1, expect.stringContaining("Line 2 of --sent cannot be read")]);
  });
});

describe("help", () => {
  it("is on standard output, for each command", async () => {
    const commands = [
      "",
      "check-decision",
      "report",
      "ops",
      ...[
        "dead-letters",
        "explain",
        "redrive",
        "discard",
        "replay",
        "reconcile",
        "view",
        "doctor",
        "journal",
        "queues",
      ].map((name) => `ops ${name}`),
    ];
    const asked = commands.map((command) => [
      ...command.split(" ").filter(Boolean),
      "--help",
      "--lang",
      "en",
    ]);
    const answers = await inTurn(hemvist, asked);

    expect(answers.map(({ status, error, out }) => ({ status, error, usage: out.split("\n")[0] }))).toEqual(
      commands.map((command) => ({
        status: 0,
        error: "",
        usage: expect.stringMatching(new RegExp(`^Usage: hemvist ?${command}`)),
      })),
    );
    expect(answers.filter(({ out }) => !out.includes("--lang <lang>"))).toEqual([]);
  });
});
