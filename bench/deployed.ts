import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type RunningSystem, synthesise } from "@hemvist/local";
import * as z from "zod";
import { hemvistApp } from "../packages/sandbox/hemvist.ts";

/** A function as it is deployed. */
export interface DeployedFunction {
  readonly name: string;
  /** The path of its one file. */
  readonly bundle: string;
}

/** What `cdk deploy` would bring up. */
export interface Deployed {
  readonly templates: string;
  readonly functions: readonly DeployedFunction[];
  readonly remove: () => Promise<void>;
}

export async function synthesised(): Promise<Deployed> {
  const templates = await synthesise(hemvistApp);
  return {
    templates,
    functions: functionsIn(templates),
    remove: () => rm(templates, { recursive: true, force: true }),
  };
}

const template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.unknown() })),
});
const lambda = z.object({ FunctionName: z.string(), Code: z.object({ S3Key: z.string() }) });

/** The CDK's runner of self-checks is not ours. */
const notOurs = "hemvist-self-check-runner";

function functionsIn(folder: string): readonly DeployedFunction[] {
  const resources = readdirSync(folder)
    .filter((file) => file.endsWith(".template.json"))
    .flatMap((file) =>
      Object.values(template.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))).Resources),
    );
  return resources
    .filter(({ Type }) => Type === "AWS::Lambda::Function")
    .flatMap(({ Properties }) => {
      const { data } = lambda.safeParse(Properties);
      return data === undefined || data.FunctionName === notOurs ? [] : [data];
    })
    .map(({ FunctionName, Code }) => ({
      name: FunctionName,
      bundle: join(folder, `asset.${Code.S3Key.replace(".zip", "")}`, "index.js"),
    }));
}

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
