import { partiesOf } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { goteborg } from "../support/goteborg.ts";
import { type Resource, type Synthesised, synthesised } from "./synthesised.ts";

const parties = partiesOf(goteborg);

const withFurther = (providers: number): Synthesised =>
  synthesised("production", {
    parties: {
      ...parties,
      executors: [
        ...parties.executors,
        // As long as the longest code of ours, which is 25 letters.
        ...Array.from({ length: providers }, (_, index) => `provider-${String(index).padStart(16, "0")}`),
      ],
    },
  });

/** Each reference at its longest: the ARN of a function's alias, or of an index of a table. */
const longestArn = "x".repeat(120);
const written = (document: unknown): string =>
  JSON.stringify(document).replaceAll(/\{"(Fn::GetAtt|Fn::ImportValue|Ref)":[^{}]*\}/g, `"${longestArn}"`);

describe("with 60 further providers", () => {
  const templates = withFurther(60);
  const policies = (type: string): readonly (readonly [string, Resource])[] =>
    templates.of(type).map((policy) => [policy.id, policy] as const);

  it.each(policies("AWS::IAM::ManagedPolicy"))(
    "the managed policy %s is at most 6,144 characters",
    (_id, policy) => {
      expect(written(policy.properties["PolicyDocument"]).length).toBeLessThanOrEqual(6144);
    },
  );

  it.each(policies("AWS::IAM::Policy"))(
    "the policy %s in a role is at most 10,240 characters",
    (_id, policy) => {
      expect(written(policy.properties["PolicyDocument"]).length).toBeLessThanOrEqual(10_240);
    },
  );

  it.each(
    templates
      .of("AWS::Lambda::Function")
      .filter(({ properties }) => properties["Environment"] !== undefined)
      .map(({ properties }) => [String(properties["FunctionName"]), properties] as const),
  )("the settings of %s are at most 4 KB", (_name, { Environment }) => {
    expect(written(Environment).length).toBeLessThan(4096);
  });

  it.each([
    ["hemvist-handoff", 27],
    ["hemvist-operations", 33],
  ])("%s is the template that takes %d of them, as infra/README.md says", (stack, fitting) => {
    const [before = 0, after = 0] = [synthesised(), templates].map(
      (each) => Object.keys(each.templates.get(stack)?.Resources ?? {}).length,
    );

    expect(Math.floor((500 - before) / ((after - before) / 60))).toBe(fitting);
  });

  it("no policy had to be split: there are as many as without", () => {
    for (const type of ["AWS::IAM::ManagedPolicy", "AWS::IAM::Policy"])
      expect(templates.of(type)).toHaveLength(synthesised().of(type).length);
  });
});
