import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { granted, policiesOfFunction } from "./policies.ts";
import { type Resource, synthesised } from "./synthesised.ts";

const templates = synthesised();
const page = readFileSync(new URL("../../docs/security/keys.md", import.meta.url), "utf8");

const mayDerive = (policies: readonly Resource[], key: string): boolean =>
  policies.flatMap((policy) => granted(templates, policy)).includes(`kms:GenerateMac on ${key}`);

const rolesAndPolicies = [
  ...templates
    .of("AWS::Lambda::Function")
    .map(({ properties }) => String(properties["FunctionName"]).replace("hemvist-", ""))
    .filter((name) => name !== "self-check-runner")
    .map((name) => [name, policiesOfFunction(templates, name)] as const),
  [
    "hemvist-break-glass",
    templates.of("AWS::IAM::Policy").filter(({ id }) => id.startsWith("BreakGlass")),
  ] as const,
  ...templates
    .of("AWS::IAM::ManagedPolicy")
    .map((policy) => [String(policy.properties["ManagedPolicyName"]), [policy]] as const),
];

describe("each KMS key", () => {
  const kinds = templates
    .of("AWS::KMS::Key")
    .map(({ properties }) => String(properties["Description"]).replace(/^hemvist: /, ""))
    .map((purpose) => purpose.replace(/^(messages to and from) .+$/, "$1 a party"));

  it.each([...new Set(kinds)])("%s has a life in docs/security/keys.md", (purpose) => {
    const [, life = ""] = page.split("## The life of a key");
    const [table = ""] = life.split("## ");
    const rows = table.split("\n").filter((line) => line.startsWith("| ") && line.split(" | ").length === 5);

    expect(rows.filter((row) => row.split(" | ")[0]?.includes(purpose))).toHaveLength(1);
  });
});

describe("the keys that a role may derive", () => {
  const rows = rolesAndPolicies
    .map(([name, policies]) => [
      name,
      mayDerive(policies, "hemvist: the sealed bodies of records"),
      mayDerive(policies, "hemvist: pseudonyms of identity numbers"),
      mayDerive(policies, "hemvist: signatures of messages to parties"),
    ])
    .filter(([, ...keys]) => keys.includes(true))
    .map(([name, ...keys]) => `| ${name} | ${keys.map((has) => (has ? "yes" : "no")).join(" | ")} |`);

  it("are those of the table in docs/security/keys.md", () => {
    const [, table = ""] = page.split(
      "| role or policy | records | pseudonyms | signatures |\n| --- | --- | --- | --- |\n",
    );

    expect(rows.length).toBeGreaterThan(5);
    expect(table.split("\n\n")[0]?.split("\n").toSorted()).toEqual(rows.toSorted());
  });
});
