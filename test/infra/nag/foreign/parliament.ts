import { join } from "node:path";
import * as z from "zod";
import { isJson, type Json, listOf } from "../../../../packages/local/templates/json.ts";
import { everyResource } from "../../../../packages/local/templates/known-resources.ts";
import { resolvedTemplates } from "../../../iam/templates.ts";
import type { ForeignJudge, Judgeable } from "./foreign-judge.ts";
import { runPython } from "./run-python.ts";

interface PolicyOf {
  readonly stage: string;
  readonly stack: string;
  readonly id: string;
  readonly document: Json;
}

const findings = z.array(z.array(z.object({ issue: z.string(), detail: z.string() })));

/** Every policy document: actions, resources and conditions that do not fit together, and grants that are too wide. */
export const parliament: ForeignJudge = {
  name: "parliament",
  has: (rule) => rule.startsWith("parliament-"),
  async judge(stages, { python }) {
    const policies = [...stages].flatMap(([stage, judgeable]) => policiesIn(stage, judgeable));
    const script = join(import.meta.dirname, "parliament_findings.py");
    const input = JSON.stringify(policies.map(({ document }) => document));
    const { code, output, errors } = await runPython(python, [script], { input });
    if (code !== 0) throw new Error(`parliament: ${errors.slice(-2000)}`);
    return findings.parse(JSON.parse(output)).flatMap((found, index) => {
      const policy = policies[index];
      if (policy === undefined) throw new Error("parliament answered more than it was asked");
      const { stage, stack, id } = policy;
      return found.map(({ issue, detail }) => ({ stage, stack, id, rule: `parliament-${issue}`, detail }));
    });
  },
};

/** The documents of a stage's templates, of whatever type of resource, with every reference worked out. */
function policiesIn(stage: string, { templates }: Judgeable): readonly PolicyOf[] {
  const { assembly, resolver } = resolvedTemplates(templates);
  return everyResource(assembly).flatMap((resource) =>
    documentsIn(resolver.propertiesOf(resource)).map((document) => ({
      stage,
      stack: resource.stack,
      id: resource.logicalId,
      document: about(document, resolver.names.attribute(resource, "Arn")),
    })),
  );
}

const documentsIn = (value: unknown): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  if (!isJson(value)) return [];
  return Array.isArray(value["Statement"]) ? [value] : Object.values(value).flatMap(documentsIn);
};

/** A trust policy names no resource, and a key's policy names all: AWS reads both as the role or the key itself. */
const about = (document: Json, arn: string): Json => ({
  ...document,
  Statement: listOf(document["Statement"])
    .filter(isJson)
    .map((statement) => {
      const isItself =
        statement["Resource"] === undefined || (statement["Resource"] === "*" && arn.includes(":kms:"));
      return isItself ? { ...statement, Resource: arn } : statement;
    }),
});
