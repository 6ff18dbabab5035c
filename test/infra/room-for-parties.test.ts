import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawn } from "../docs/draw-documents.ts";
import { rates, ratesTable } from "./rates.ts";
import { documentOf, roomLeft, roomTable, withFurther } from "./room.ts";
import { type Resource, synthesised } from "./synthesised.ts";

describe("with 60 further providers", () => {
  const templates = withFurther(60);
  const policies = (type: string): readonly (readonly [string, Resource])[] =>
    templates.of(type).map((policy) => [policy.id, policy] as const);

  it.each(policies("AWS::IAM::ManagedPolicy"))(
    "the managed policy %s is at most 6,144 characters",
    (_id, policy) => {
      expect(documentOf(policy.properties["PolicyDocument"]).length).toBeLessThanOrEqual(6144);
    },
  );

  it.each(policies("AWS::IAM::Policy"))(
    "the policy %s in a role is at most 10,240 characters",
    (_id, policy) => {
      expect(documentOf(policy.properties["PolicyDocument"]).length).toBeLessThanOrEqual(10_240);
    },
  );

  it.each(
    templates
      .of("AWS::Lambda::Function")
      .filter(({ properties }) => properties["Environment"] !== undefined)
      .map(({ properties }) => [String(properties["FunctionName"]), properties] as const),
  )("the settings of %s are at most 4 KB", (_name, { Environment }) => {
    expect(documentOf(Environment).length).toBeLessThan(4096);
  });

  it("no policy had to be split: there are as many as without", () => {
    for (const type of ["AWS::IAM::ManagedPolicy", "AWS::IAM::Policy"])
      expect(templates.of(type)).toHaveLength(synthesised().of(type).length);
  });
});

describe("the sum of how many parties fit into each limit", () => {
  const rooms = roomLeft();
  const page = new URL("../../docs/scale.md", import.meta.url);

  it("stands in docs/scale.md: `npm run generate` draws it", () => {
    const text = readFileSync(page, "utf8");

    expect(text).toBe(drawn(text, { rates: ratesTable(rates), room: roomTable(rooms) }));
  });

  it("has the providers of Göteborg ten times over in every limit", () => {
    expect(rooms.filter(({ fit }) => fit !== undefined && fit < 20)).toEqual([]);
  });
});
