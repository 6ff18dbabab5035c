import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readlink, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..", "..");
const leftOut = new Set(["node_modules", ".git", "cdk.out", "coverage", "reports"]);

/**
 * A copy of the project to plant bugs in. What is installed is linked to, but for the project's own packages: those
 * are the copy's.
 */
export async function copyProject(): Promise<string> {
  const copy = await realpath(await mkdtemp(join(tmpdir(), "hemvist-planted-")));
  await cp(root, copy, { recursive: true, filter: (path) => !leftOut.has(basename(path)) });
  await linkInstalled(copy);
  checkThatItIsWhole(copy);
  return copy;
}

export const removeCopy = (copy: string): Promise<void> => rm(copy, { recursive: true, force: true });

async function linkInstalled(copy: string): Promise<void> {
  const [from, to] = [join(root, "node_modules"), join(copy, "node_modules")];
  const own = join("node_modules", "@hemvist");
  await mkdir(join(copy, own), { recursive: true });
  for (const name of await readdir(from)) {
    // A hidden folder is a tool's cache, but for the commands.
    if (name === "@hemvist" || (name.startsWith(".") && name !== ".bin")) continue;
    await symlink(join(from, name), join(to, name));
  }
  // Their links are relative, so the same text in the copy leads to the copy's packages.
  for (const name of await readdir(join(root, own)))
    await symlink(await readlink(join(root, own, name)), join(copy, own, name));
  for (const name of await readdir(join(root, "packages"))) {
    const nested = join("packages", name, "node_modules");
    const isThere = (await readdir(join(root, "packages", name))).includes("node_modules");
    if (isThere) await symlink(join(root, nested), join(copy, nested));
  }
}

/** A bug planted in a copy that reads the original's packages would be caught by nothing: said here, not there. */
function checkThatItIsWhole(copy: string): void {
  const script = `console.log(import.meta.resolve("@hemvist/rules"))`;
  const found = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: copy,
    encoding: "utf8",
  });
  if (!found.startsWith(pathToFileURL(copy).href)) throw new Error("The copy reads the original's packages");
}
