import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { testsIn } from "../docs/tests-named.ts";
import { statementsOf } from "./policies.ts";
import { listed, synthesised } from "./synthesised.ts";

const read = (page: string) =>
  readFileSync(new URL(`../../docs/security/${page}.md`, import.meta.url), "utf8");
const page = read("threat-model");
const templates = synthesised();

const section = (of: string, heading: string): string =>
  of.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
const rowsIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\| (?!---|in the templates|service|level|\|)(.+) \|$/gm)].map(([, cells = ""]) =>
    cells.split(" | "),
  );
const inCode = (text = ""): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);

describe("docs/security/threat-model.md", () => {
  it("has each way in that the templates make, and no other", () => {
    const { of } = templates;
    const ways = [
      ...of("AWS::ApiGateway::Method").map(
        ({ type, properties }) => `${type} ${properties["AuthorizationType"]}`,
      ),
      ...of("AWS::Lambda::Url").map(({ type, properties }) => `${type} ${properties["AuthType"]}`),
      ...of("AWS::Lambda::EventSourceMapping").map(
        ({ type, properties }) => `${type} ${"StartingPosition" in properties ? "dynamodb" : "sqs"}`,
      ),
      ...of("AWS::Scheduler::Schedule").map(({ type }) => type),
      ...of("Custom::Trigger").map(({ type }) => type),
      ...of("AWS::IAM::ManagedPolicy").map(
        ({ type, properties }) => `${type} ${properties["ManagedPolicyName"]}`,
      ),
      ...of("AWS::IAM::Role")
        .filter(({ properties }) => JSON.stringify(properties["AssumeRolePolicyDocument"]).includes('"AWS"'))
        .map(({ type, properties }) => `${type} ${properties["RoleName"]}`),
    ];

    const named = rowsIn(section(page, "Ways in")).flatMap(([where]) => inCode(where));
    expect(named.toSorted()).toEqual([...new Set(ways)].toSorted());
  });

  it("has each service of AWS that a role may call, and no other", () => {
    const called = templates
      .of("AWS::IAM::Policy")
      .flatMap(statementsOf)
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap(({ Action }) => listed(Action))
      .map((action) => String(action).split(":")[0] ?? "");

    const named = rowsIn(section(page, "Ways out")).flatMap(([service]) => inCode(service));
    expect(named.toSorted()).toEqual([...new Set(called)].toSorted());
  });

  it("names tests that are there", () => {
    const named = testsIn(page);

    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ isThere }) => !isThere)).toEqual([]);
  });

  it("has a level for each place where personal data may be", () => {
    const levels = rowsIn(section(page, "What is protected")).flatMap(([, , where]) => inCode(where));
    const places = rowsIn(section(read("retention"), "The classes"))
      .flatMap(([, where]) => inCode(where))
      .filter((one) => one !== "alarmEmail");

    expect(places.filter((place) => !levels.includes(place))).toEqual([]);
    expect(levels.filter((place) => !places.includes(place))).toEqual([]);
  });
});

/** Which letters of STRIDE apply to an element, by its kind. */
const letters: Readonly<Record<string, string>> = {
  "external entity": "SR",
  process: "STRIDE",
  store: "TRID",
  flow: "TID",
};

const elements = section(page, "STRIDE")
  .split("\n### ")
  .slice(1)
  .map((text) => {
    const [, name = "", kind = ""] = /^(.+) \((.+)\)\n/.exec(text) ?? [];
    return [name, letters[kind] ?? "no such kind", rowsIn(text)] as const;
  });

describe("STRIDE", () => {
  it("is asked of many elements", () => {
    expect(elements.length).toBeGreaterThan(15);
  });

  it.each(elements)("of %s has a row for each of %s", (_name, its, rows) => {
    expect([...its].filter((letter) => !rows.some(([one]) => one === letter))).toEqual([]);
  });

  it.each(elements)("of %s: each row has a test that is there, or says who decides", (_name, _its, rows) => {
    for (const [letter, threat, answer = ""] of rows) {
      const tests = testsIn(answer);
      expect([letter, threat, tests.length > 0 || /Decides: /.test(answer)]).toEqual([letter, threat, true]);
      for (const { path, title, isThere } of tests)
        expect([path, title, isThere]).toEqual([path, title, true]);
    }
  });
});
