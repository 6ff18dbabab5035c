import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../docs/adr/", import.meta.url);
const pages = readdirSync(folder).filter((file) => /^\d{4}-[a-z0-9-]+\.md$/.test(file));
const textOf = (file: string): string => readFileSync(new URL(file, folder), "utf8");

const frontOf =
  /^# (\d+)\. (.+)\n\n\| status \| date \| amended by \|\n\| --- \| --- \| --- \|\n\| (.+) \|\n\n/;

interface Page {
  readonly file: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly date: string;
  readonly amendedBy: readonly string[];
  readonly amends: readonly string[];
}

/** Pages that a line links to, by file. */
const linked = (line: string): readonly string[] =>
  [...line.matchAll(/\[(\d+)\]\((\d{4}-[a-z0-9-]+\.md)\)/g)].map(([, , file = ""]) => file);

function pageIn(file: string): Page {
  const text = textOf(file);
  const [, number = "", title = "", row = ""] = frontOf.exec(text) ?? [];
  const [status = "", date = "", amendedBy = ""] = row.split(" | ");
  const [, amends = ""] = /^Amends (.+)\.$/m.exec(text) ?? [];
  return { file, number, title, status, date, amendedBy: linked(amendedBy), amends: linked(amends) };
}

describe("an architecture decision", () => {
  it.each(pages)("%s has its number, a status, a date, and what amended it", (file) => {
    const { number, status, date } = pageIn(file);

    expect(Number(number)).toBe(Number(file.slice(0, 4)));
    expect(status).toMatch(/^(accepted|superseded by \[\d+\]\(\d{4}-[a-z0-9-]+\.md\))$/);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(textOf(file)).toMatch(/^\| .+ \| .+ \| (nothing|\[\d+\]\(.+\)) \|$/m);
  });

  it.each(pages)("%s has What, Why and Consequences", (file) => {
    const headings = [...textOf(file).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);

    expect(headings).toEqual(["What", "Why", "Consequences"]);
  });

  it.each(pages)("%s names each page that amends it, and is named there", (file) => {
    const amending = pages.filter((other) => pageIn(other).amends.includes(file));

    expect(pageIn(file).amendedBy).toEqual(amending);
    expect(pageIn(file).amends.filter((other) => !pages.includes(other))).toEqual([]);
  });

  it("is listed in docs/adr/README.md under its title", () => {
    const rows = [...textOf("README.md").matchAll(/^\| (\d+) \| \[(.+)\]\((.+)\) \|$/gm)];

    expect(rows.map(([, number, title, file]) => ({ file, number, title }))).toEqual(
      pages.map((page) => {
        const { file, number, title } = pageIn(page);
        return { file, number, title };
      }),
    );
  });
});
