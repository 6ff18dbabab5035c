import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the judges are installed; ignored by git. */
export const judgesFolder = join(import.meta.dirname, "../../.judges");

interface Judge {
  readonly name: string;
  /** As pip takes them, such as `ministack==1.5.33`; the first names the judge. */
  readonly requirement: string;
}

/** The judges that `requirements.txt` pins. */
export const judges: readonly Judge[] = readFileSync(join(import.meta.dirname, "requirements.txt"), "utf8")
  .split("\n")
  .filter((line) => /^[a-z]/.test(line))
  .map((requirement) => ({ name: requirement.replace(/==.*$/, ""), requirement }));

/** Where one judge's own Python lies, whether or not it has been installed. */
export const pythonOf = (name: string): string => join(judgesFolder, name, "bin", "python");

/**
 * A judge's own Python. Where the judge is not installed: undefined, and one line says so, since a test that was not
 * run must not look like one that passed.
 */
export function judgeNamed(name: string): string | undefined {
  const python = pythonOf(name);
  if (existsSync(join(judgesFolder, name, "installed"))) return python;
  console.log(`${name} is not installed, so its tests are skipped: npm run judges`);
  return undefined;
}
