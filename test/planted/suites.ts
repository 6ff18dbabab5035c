import { type ChildProcess, fork, spawn } from "node:child_process";
import { join } from "node:path";
import type { Suite } from "./bug.ts";

/** What came of a suite: nothing failed, or what failed first. */
export type Outcome = { readonly green: true } | { readonly green: false; readonly failed: string };

/** Longer than any of them takes on a machine that is busy. */
const patience = 10 * 60_000;

/** @param files those that a bug is planted in, or may be */
export function runSuite(
  suite: Exclude<Suite, "compiler">,
  { copy, files }: { readonly copy: string; readonly files: readonly string[] },
): Promise<Outcome> {
  switch (suite) {
    case "unit":
      return runUnitTests(copy, files);
    case "simulation":
      return runSimulation(copy);
    case "lint":
      return runLint(copy, files);
    default:
      return runTests(copy, [...(needsTemplates(suite) ? ["--templates"] : []), suite]);
  }
}

const needsTemplates = (suite: string): boolean => /^test\/(journeys|fuzz|canaries)\//.test(suite);

/** Those that import one of the files, however far away: no other can notice. */
function runUnitTests(copy: string, files: readonly string[]): Promise<Outcome> {
  const related = files.map((file) => `--related-to=${join(copy, file)}`);
  return runTests(copy, [...related, ...["packages", "functions"].map((folder) => `${folder}/**/*.test.ts`)]);
}

interface Ended {
  /** What failed first. */
  readonly failure?: string;
}

async function runTests(copy: string, parameters: readonly string[]): Promise<Outcome> {
  const runner = fork(new URL("./run-tests.ts", import.meta.url), parameters, {
    cwd: copy,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    timeout: patience,
  });
  let outcome: Ended | undefined;
  runner.on("message", (message: Ended) => {
    outcome = message;
  });
  const { errors } = await ended(runner);
  if (outcome === undefined) throw new Error(`${parameters.at(-1)} could not be run: ${errors.slice(-2000)}`);
  return outcome.failure === undefined ? { green: true } : { green: false, failed: outcome.failure };
}

async function runSimulation(copy: string): Promise<Outcome> {
  // Of each kind of world there is one at least.
  const simulate = ["test/simulation/main.ts", "--seeds", "12", "--decisions", "12000"];
  const worlds = spawn(process.execPath, simulate, { cwd: copy, timeout: patience });
  const { code, output, errors } = await ended(worlds);
  if (code === null) throw new Error("the simulation did not end");
  if (code === 0) return { green: true };
  const violated = /^VIOLATED (.*)$/m.exec(output)?.[1];
  return { green: false, failed: violated ?? /^\w*Error.*$/m.exec(errors)?.[0] ?? "it broke off" };
}

async function runLint(copy: string, files: readonly string[]): Promise<Outcome> {
  const lint = spawn(process.execPath, ["node_modules/eslint/bin/eslint.js", ...files], {
    cwd: copy,
    timeout: patience,
  });
  const { code, output, errors } = await ended(lint);
  if (code === 0) return { green: true };
  const found = /^ +\d+:\d+ +error +(.*?) *$/m.exec(output)?.[1];
  if (found === undefined) throw new Error(`the lint could not be run: ${errors.slice(-2000)}`);
  return { green: false, failed: found };
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function ended(child: ChildProcess): Promise<Ended> {
  let [output, errors] = ["", ""];
  child.stdout?.on("data", (chunk) => {
    output += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    errors += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output, errors }));
  });
}
