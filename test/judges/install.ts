import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judges, judgesFolder, pythonOf } from "./judges.ts";

// `npm run judges`: installs the foreign judges, each into a virtual environment of its own, where Python is found.

const usage = `npm run judges

Installs the foreign judges (test/judges/README.md), each into a virtual environment of its own, where Python is found.`;

if (process.argv[2] === "--help") {
  console.log(usage);
  process.exit(0);
}
if (process.argv.length > 2) fail("npm run judges takes no arguments.");

const python = ["python3", "python"].find((name) => ran(name, ["-c", "import venv, ensurepip"]));
if (python === undefined) fail("Python 3 with venv was not found, so no judge is installed.");

for (const { name, requirement } of judges) {
  const mark = join(judgesFolder, name, "installed");
  if (existsSync(mark) && readFileSync(mark, "utf8") === requirement) {
    console.log(`${requirement} is installed`);
    continue;
  }
  console.log(`${requirement} …`);
  const folder = join(judgesFolder, name);
  rmSync(folder, { recursive: true, force: true });
  const isThere =
    ran(python, ["-m", "venv", folder]) &&
    ran(pythonOf(name), [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      ...requirement.split(" "),
    ]);
  if (!isThere) fail(`${requirement} could not be installed.`);
  writeFileSync(mark, requirement);
}

function ran(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  return status === 0;
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
