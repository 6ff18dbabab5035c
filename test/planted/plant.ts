import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bug, type Edit, editsOf } from "./bug.ts";

/** The text of a file, by its path from the project's root; empty where there is no such file. */
export type Texts = (file: string) => string;

export const textsIn =
  (root: string): Texts =>
  (file) => {
    const path = join(root, file);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  };

const times = ({ file, find }: Edit, texts: Texts): number => texts(file).split(find).length - 1;

export const canBePlanted = (bug: Bug, texts: Texts): boolean =>
  editsOf(bug).every((edit) => times(edit, texts) === 1);

/**
 * The files that a bug is planted in, as they are with it.
 * @throws Error that names the bug, where the code has moved away from under it
 */
export function planted(bug: Bug, texts: Texts): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const so: Texts = (file) => files.get(file) ?? texts(file);
  for (const edit of editsOf(bug)) {
    const { file, find, replace } = edit;
    const found = times(edit, so);
    if (found !== 1)
      throw new Error(`${bug.name}: what it replaces stands ${found} times in ${file}, not once`);
    if (find === replace) throw new Error(`${bug.name}: nothing is changed in ${file}`);
    files.set(
      file,
      so(file).replace(find, () => replace),
    );
  }
  return files;
}
