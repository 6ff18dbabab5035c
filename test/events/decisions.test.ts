import { answerFor, prospects } from "@hemvist/casework";
import { fromAdministration, parsedJson, readDecision } from "@hemvist/contracts";
import { type Background, classify, modelNamed, ruleOf } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { standing } from "../support/a-facts.ts";
import { goteborg } from "../support/goteborg.ts";
import { namesIn, readme, textOf } from "./sample-files.ts";
import { unreadable } from "./unreadable-decisions.ts";

// The demo posts them as if it were 2026-11-02; check-decision takes the day on which it runs.
const days = ["2026-11-02", "2031-01-01"];

function decisionIn(path: string, receivedOn: string) {
  const read = readDecision(parsedJson(textOf(path)), { receivedOn: receivedOn, municipality: goteborg });
  if (!read.ok) throw new Error(`${path}: ${read.faults.map(({ code, pointer }) => code + pointer).join()}`);
  return read.value;
}

function answerTo(path: string, receivedOn: string, background: Background = {}) {
  const decision = decisionIn(path, receivedOn);
  const judged = {
    decision,
    judgement: classify(decision, { municipality: goteborg, receivedOn, background }),
  };
  return { decision, ...answerFor(judged, prospects(judged)) };
}

/** Sample 01 stands, and its second intervention has been rejected (progress/07). */
const after01 = standing(decisionIn("decisions/01-traineeship-with-diet-and-exercise.json", "2026-11-02"), {
  endedInterventions: new Set(["2"]),
});

const faultsOf = (path: string): readonly string[] => {
  const context = { receivedOn: "2026-11-02", municipality: goteborg };
  const sent = fromAdministration(textOf(path), context);
  const read =
    "faults" in sent ? { ok: false as const, faults: sent.faults } : readDecision(sent.data, context);
  return read.ok ? [] : read.faults.map(({ code, pointer }) => `${code} ${pointer}`);
};

const valid = namesIn("decisions");
const invalid = namesIn("decisions/invalid");
const returned = invalid.filter((name) => name.startsWith("returned-"));
const revisions = namesIn("decisions/revisions");

describe("events/decisions", () => {
  it.each(valid.flatMap((name) => days.map((day) => [name, day] as const)))(
    "%s is assigned when received on %s",
    (name, day) => {
      const { outcome, findings } = answerTo(`decisions/${name}`, day);

      expect(outcome).toBe("assigned");
      expect(findings.map(({ rule }) => rule)).toEqual(
        name === "21-follow-up-not-planned.json" ? ["follow-up-planned"] : [],
      );
    },
  );

  it("cover the four administrations, every area, every legal basis, both Acts, all who carry out", () => {
    const answers = valid.map((name) => answerTo(`decisions/${name}`, "2026-11-02"));
    const assignments = answers.flatMap((answer) => answer.assignments);
    const spread = (values: readonly (string | undefined)[]) => [...new Set(values)].sort();

    expect(spread(answers.map(({ administration }) => administration))).toEqual([
      "sf-centrum",
      "sf-hisingen",
      "sf-nordost",
      "sf-sydvast",
    ]);
    expect(spread(assignments.map(({ area }) => area))).toEqual(["competence", "health", "job", "social"]);
    expect(spread(answers.map(({ legalBasis }) => legalBasis))).toEqual(["sol-11-1", "sol-12-1", "sol-12-4"]);
    expect(spread(answers.map(({ model }) => model))).toEqual(goteborg.models.map(({ name }) => name));
    expect(spread(answers.map(({ decision }) => decision.parallelAgreement ?? "none"))).toEqual([
      "SOB-EXEMPEL-1",
      "SOB-EXEMPEL-2",
      "SOB-EXEMPEL-3",
      "none",
    ]);
    expect(spread(assignments.map(({ provider }) => provider))).toEqual([
      "arbetsmarknadsanstallning",
      "kompetenscenter",
      "sf-centrum",
      "sf-hisingen",
      "sf-nordost",
      "sf-sydvast",
    ]);
  });

  it("come in an order in which a revision follows the one before it", () => {
    const last = new Map<string, number>();
    for (const name of valid) {
      const { decision } = answerTo(`decisions/${name}`, "2026-11-02");
      const key = `${decision.administration}.${decision.decisionId}`;
      expect(decision.revision, name).toBe((last.get(key) ?? 0) + 1);
      last.set(key, decision.revision);
    }
  });
});

describe("events/decisions/invalid", () => {
  it.each(returned)("%s is returned by exactly that rule", (name) => {
    const { outcome, findings } = answerTo(`decisions/invalid/${name}`, "2026-11-02");

    expect(outcome).toBe("returned");
    expect(findings.map(({ rule }) => `returned-${rule}.json`)).toEqual([name]);
  });

  it("has one for each rule that returns a decision", () => {
    const rules =
      modelNamed(goteborg, "goteborg-2025-07")?.rules.filter(({ severity }) => severity === "must") ?? [];

    expect([...returned, ...revisions].sort()).toEqual(rules.map(({ id }) => `returned-${id}.json`).sort());
  });

  it.each(revisions)("revisions/%s is returned by exactly that rule, and only for what stands", (name) => {
    const path = `decisions/revisions/${name}`;
    const { outcome, findings } = answerTo(path, "2026-11-06", after01);

    expect(outcome).toBe("returned");
    expect(findings.map(({ rule }) => `returned-${rule}.json`)).toEqual([name]);
    expect(answerTo(path, "2026-11-06").outcome).toBe("assigned");
  });

  it.each(Object.entries(unreadable))("unreadable-%s.json", (name, faults) => {
    expect(faultsOf(`decisions/invalid/unreadable-${name}.json`)).toEqual(faults);
  });

  it("has nothing but those", () => {
    const names = Object.keys(unreadable).map((name) => `unreadable-${name}.json`);

    expect(invalid).toEqual([...returned, ...names].sort());
  });
});

describe("events/README.md", () => {
  const rows = readme()
    .split("\n")
    .filter((line) => line.startsWith("| ["))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const rowOf = (path: string) => rows.find(([, file]) => file?.endsWith(`](${path})`)) ?? [];

  it.each(valid)("says where %s goes, and by which sentence", (name) => {
    const path = `decisions/${name}`;
    const { assignments, model } = answerTo(path, "2026-11-02");
    const [, , , outcome, deciding = ""] = rowOf(path);
    const [, rule = "", quote] = /^`([a-z-]+)`: (.+)$/.exec(deciding) ?? [];

    expect(outcome).toBe(
      assignments
        .map(
          ({ subArea, provider, status }) =>
            `\`${subArea}\` → ${provider}${status === "cancelled" ? " (cancelled)" : ""}`,
        )
        .join("<br>"),
    );
    const judgedBy = modelNamed(goteborg, model ?? "");
    expect(quote).toBe(judgedBy && ruleOf(judgedBy, rule)?.source.quote);
    expect(quote).toBeTruthy();
  });

  it.each([
    ...returned.map((name) => [`decisions/invalid/${name}`, {}] as const),
    ...revisions.map((name) => [`decisions/revisions/${name}`, after01] as const),
  ])("says what %s breaks, and the sentence", (path, background) => {
    const [finding] = answerTo(path, "2026-11-02", background).findings;
    const [, , , outcome, sentence] = rowOf(path);

    expect(outcome).toBe(`\`${finding?.rule}\` at \`${finding?.pointer}\``);
    expect(sentence).toBe(finding?.source.quote);
  });

  it.each(Object.entries(unreadable))("names each fault of unreadable-%s.json", (name, faults) => {
    const [, , , outcome] = rowOf(`decisions/invalid/unreadable-${name}.json`);

    expect(outcome).toBe(faults.map((fault) => `\`${fault.trim()}\``).join("<br>"));
  });

  it("has a row for every file", () => {
    const files = [
      ...valid.map((name) => `decisions/${name}`),
      ...invalid.map((name) => `decisions/invalid/${name}`),
      ...["decisions/revisions", "progress", "progress/invalid", "assignments", "proposals"].flatMap(
        (folder) => namesIn(folder).map((name) => `${folder}/${name}`),
      ),
    ];

    expect(files.filter((file) => rowOf(file).length === 0)).toEqual([]);
    expect(rows.length).toBe(files.length);
  });
});
