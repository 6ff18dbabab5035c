import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

export interface NamedTest {
  readonly path: string;
  readonly title: string;
  /** Whether the file is there and a title in it begins, ends or has these words. */
  readonly isThere: boolean;
}

/** The tests that a page in docs/security names: a link to the file, then words of the title in quotation marks. */
export const testsIn = (text: string): readonly NamedTest[] =>
  [...text.matchAll(/\]\(\.\.\/\.\.\/([\w/.-]+\.test\.ts)\) "([^"]+)"/g)].map(
    ([, path = "", title = ""]) => ({
      path,
      title,
      isThere: existsSync(join(root, path)) && titlesIn(path).some((one) => one.includes(title)),
    }),
  );

const titles = new Map<string, readonly string[]>();

/** What stands between quotation marks: titles, and the rows of tables that titles are filled in from. */
function titlesIn(path: string): readonly string[] {
  const known =
    titles.get(path) ??
    [...readFileSync(join(root, path), "utf8").matchAll(/(["`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)].map(
      ([, , title = ""]) => title,
    );
  titles.set(path, known);
  return known;
}
