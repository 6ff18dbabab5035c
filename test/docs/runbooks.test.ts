import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

const runbooks = readdirSync(new URL("docs/runbooks/", root))
  .map((file) => file.replace(/\.md$/, ""))
  .sort();

/** The function's folders, and what each logs. */
const functions = readdirSync(new URL("functions/", root));
const code = [...functions.map((name) => `functions/${name}`), "packages/runtime"]
  .flatMap((folder) => readdirSync(new URL(`${folder}/`, root)).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map(read)
  .join("\n");

/** In another form: each of its sections begins in Swedish. */
const inSections = ["first-deployment"];
const swedish = [
  "Vad har hänt",
  "Vem drabbas",
  "Kontrollera",
  "Gör så här",
  "Gör aldrig så här",
  "Klart när",
];

/** What a person decides to do, without an alarm. */
const begunByPeople = [
  "deployment-failed",
  "first-deployment",
  "operator-access",
  "table-restored",
  "restore",
];

describe("runbooks", () => {
  it("are those that the alarms and the commands of operations name, and those for what people begin", () => {
    const commands = readdirSync(new URL("packages/cli/ops/", root))
      .filter((file) => file.endsWith("-command.ts"))
      .map((file) => read(`packages/cli/ops/${file}`));
    const alarms = readdirSync(new URL("infra/alarms/", root)).map((file) => read(`infra/alarms/${file}`));
    const named = [...alarms, ...commands].flatMap((text) => [...text.matchAll(/runbook: "([a-z-]+)"/g)]);

    expect([...new Set([...named.map(([, name]) => name), ...begunByPeople])].sort()).toEqual(runbooks);
  });

  it.each(runbooks)("%s answers what an operator who is woken asks", (runbook) => {
    const headings = [...read(`docs/runbooks/${runbook}.md`).matchAll(/^## (.+)$/gm)].map(([, text]) => text);

    expect(headings).toEqual([
      ...(inSections.includes(runbook) ? [] : swedish),
      "What it means",
      "Who is affected",
      "What to look at",
      "What to do",
      "What never to do",
      "It is over when",
    ]);
  });

  it.each(runbooks)("%s asks for log lines that the code writes", (runbook) => {
    const text = read(`docs/runbooks/${runbook}.md`);
    const asked = [...text.matchAll(/(?:message|outcome) (?:= ("[^"]+")|in \[([^\]]+)\])/g)].flatMap(
      ([, one, several]) => [...(one ?? several ?? "").matchAll(/"([^"]+)"/g)].map(([, line = ""]) => line),
    );

    // `decision recorded` and its like are put together from what came of it.
    const written = (line: string): boolean =>
      code.includes(`"${line}"`) ||
      (code.includes(`\`${line.split(" ")[0]} \${`) && code.includes(`"${line.split(" ")[1]}"`));

    expect(asked.filter((line) => !written(line))).toEqual([]);
  });
});

/** Everything that a command or a deployment prints. */
const printing = [
  "packages/cli/ops",
  "packages/operations",
  "packages/operations/journal",
  "packages/runtime",
  "infra",
]
  .flatMap((folder) => readdirSync(new URL(`${folder}/`, root)).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map(read)
  .join("\n");

describe("what a runbook says that an operator sees", () => {
  it.each([
    ["operator-access", "Your role may not"],
    ["operator-access", "Nothing was done, since it could not be put on record first"],
    ["reconcile", "Everything balances"],
    ["reconcile", "sent-and-not-here"],
    ["reconcile", "never-looked-at-again"],
    ["view", "decisions and index differ"],
    ["replay", "not sent"],
    ["deployment-failed", "Settings missing or not valid"],
    ["deployment-failed", "Settings that lead nowhere"],
    ["deployment-failed", "Name the stage"],
    ["deployment-failed", "Nothing is deployed"],
  ])("%s: %s", (runbook, seen) => {
    expect(read(`docs/runbooks/${runbook}.md`)).toContain(seen);
    expect(printing).toContain(seen);
  });
});

describe("every function's README", () => {
  it.each(functions)("%s has the headings that all have, in order", (name) => {
    const headings = [...read(`functions/${name}/README.md`).matchAll(/^## (.+)$/gm)].map(([, text]) => text);

    expect(headings).toEqual(["Purpose", "Flow", "Talks to", "Peculiarities", "Alarms"]);
  });
});
