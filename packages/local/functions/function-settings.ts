import { cpSync, statSync } from "node:fs";
import { join } from "node:path";
import { type ClientSettings, SECRET } from "../front/caller.ts";
import type { Assembly, Resource } from "../templates/assembly.ts";
import { type Json, jsonOf, numberOf, textOf } from "../templates/json.ts";
import type { Resolver } from "../templates/resolver.ts";
import { LENIENCY } from "./leniency.ts";
import type { ThreadSetting } from "./thread-messages.ts";

export const isFunction = ({ type }: Resource): boolean => type === "AWS::Lambda::Function";

/** Lambda's own defaults. */
const DEFAULT_TIMEOUT_SECONDS = 3;
const DEFAULT_MEMORY_MB = 128;

/**
 * What a function is started with, from its template. Its bundle is copied out of the assembly: on Lambda nothing
 * lies above it either, no package.json least of all.
 */
export const readFunction = ({
  resource,
  resolver,
  assembly,
  workspace,
}: {
  readonly resource: Resource;
  readonly resolver: Resolver;
  readonly assembly: Assembly;
  readonly workspace: string;
}): { readonly setting: ThreadSetting; readonly variables: Readonly<Record<string, string>> } => {
  const properties = resolver.propertiesOf(resource);
  const functionName = resolver.names.nameOf(resource);
  const directory = join(workspace, functionName);
  cpSync(bundleOf({ functionName, code: jsonOf(properties["Code"]), assembly }), directory, {
    recursive: true,
  });
  return {
    setting: {
      functionName,
      functionArn: resolver.names.attribute(resource, "Arn"),
      directory,
      handler: nodeHandler({ functionName, properties }),
      memoryMb: numberOf(properties["MemorySize"]) ?? DEFAULT_MEMORY_MB,
      timeoutMs: (numberOf(properties["Timeout"]) ?? DEFAULT_TIMEOUT_SECONDS) * 1000 * LENIENCY,
    },
    variables: Object.fromEntries(
      Object.entries(jsonOf(jsonOf(properties["Environment"])["Variables"])).map(([name, value]) => [
        name,
        String(value),
      ]),
    ),
  };
};

const nodeHandler = ({
  functionName,
  properties,
}: {
  readonly functionName: string;
  readonly properties: Json;
}) => {
  const runtime = textOf(properties["Runtime"]) ?? "none";
  if (!runtime.startsWith("nodejs"))
    throw new Error(`${functionName} has the runtime ${runtime}; only nodejs runs here`);
  return textOf(properties["Handler"]) ?? "index.handler";
};

const bundleOf = ({
  functionName,
  code,
  assembly,
}: {
  readonly functionName: string;
  readonly code: Json;
  readonly assembly: Assembly;
}): string => {
  const key = textOf(code["S3Key"]) ?? "";
  const path = assembly.assets.get(key);
  if (path === undefined || !statSync(path).isDirectory()) {
    throw new Error(
      `${functionName} has no code in the assembly: no asset's directory goes by the key "${key}"`,
    );
  }
  return path;
};

/** The template's variables, and those that the Lambda service adds. */
export const functionEnvironment = ({
  setting,
  variables,
  client,
}: {
  readonly setting: ThreadSetting;
  readonly variables: Readonly<Record<string, string>>;
  readonly client: ClientSettings;
}): Readonly<Record<string, string>> => ({
  AWS_ACCESS_KEY_ID: client.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: SECRET,
  AWS_SESSION_TOKEN: "local",
  AWS_ENDPOINT_URL: client.endpoint,
  AWS_REGION: client.region,
  AWS_DEFAULT_REGION: client.region,
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(setting.memoryMb),
  AWS_LAMBDA_FUNCTION_NAME: setting.functionName,
  AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
  AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${setting.functionName}`,
  AWS_LAMBDA_LOG_STREAM_NAME: "local",
  LAMBDA_TASK_ROOT: setting.directory,
  LANG: "en_US.UTF-8",
  TZ: ":UTC",
  _HANDLER: setting.handler,
  ...variables,
});
