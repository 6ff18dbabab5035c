import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunningSystem } from "@hemvist/local";
import * as z from "zod";

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

/** A template as CloudFormation takes it. */
export type Template = z.input<typeof template>;

/** The templates that an app was synthesised to. */
export const templatesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".template.json"))
    .map((name) => template.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));

/** The properties of each resource of a type. */
export const propertiesOf = (templates: readonly Template[], type: string) =>
  templates.flatMap(({ Resources }) =>
    Object.values(Resources).flatMap(({ Type, Properties = {} }) => (Type === type ? [Properties] : [])),
  );

/** A function as it is deployed. */
export interface DeployedFunction {
  readonly name: string;
  /** The path of its one file. */
  readonly bundle: string;
  /** In megabytes. */
  readonly memory: number;
}

const lambda = z.object({
  FunctionName: z.string(),
  MemorySize: z.number(),
  Code: z.object({ S3Key: z.string() }),
});

/** hemvist's own functions. */
export const functionsIn = (folder: string): readonly DeployedFunction[] =>
  propertiesOf(templatesIn(folder), "AWS::Lambda::Function")
    // The CDK's runner of self-checks is not ours.
    .filter(({ FunctionName }) => FunctionName !== "hemvist-self-check-runner")
    .map((properties) => lambda.parse(properties))
    .map(({ FunctionName, MemorySize, Code }) => ({
      name: FunctionName,
      bundle: join(folder, `asset.${Code.S3Key.replace(".zip", "")}`, "index.js"),
      memory: MemorySize,
    }));

/** A function's environment in Lambda: the template's variables, and those that the service adds. */
export const environmentOf = (
  system: Pick<RunningSystem, "variablesOf">,
  name: string,
): Readonly<Record<string, string>> => ({
  AWS_ACCESS_KEY_ID: name,
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_SESSION_TOKEN: "local",
  AWS_REGION: "eu-north-1",
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  AWS_LAMBDA_FUNCTION_NAME: name,
  TZ: ":UTC",
  ...system.variablesOf(name),
});
