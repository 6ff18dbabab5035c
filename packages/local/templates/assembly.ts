import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isJson, type Json, jsonOf, textOf } from "./json.ts";

/** A resource as its template declares it, intrinsic functions and all. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Json;
  /** The name of the condition under which it exists. */
  readonly condition?: string;
}

export interface Stack {
  readonly name: string;
  readonly region: string;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: Json;
  readonly outputs: Json;
}

/** What the CDK app synthesised: all its stacks, and where each asset lies on disk. */
export interface Assembly {
  readonly stacks: readonly Stack[];
  /** By the object key that a template refers to. */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Reads a cloud assembly (`cdk.out`), stages within it included.
 * @param elsewhere the region of a stack that names none of its own
 */
export const readAssembly = (directory: string, elsewhere: string): Assembly => {
  const manifest = readJson(join(directory, "manifest.json"));
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  for (const artifact of Object.values(jsonOf(manifest["artifacts"])).filter(isJson)) {
    const properties = jsonOf(artifact["properties"]);
    switch (artifact["type"]) {
      case "aws:cloudformation:stack":
        stacks.push(readStack({ directory, artifact, properties, elsewhere }));
        break;
      case "cdk:asset-manifest":
        for (const [key, path] of readAssets(directory, required(properties, "file"))) assets.set(key, path);
        break;
      case "cdk:cloud-assembly": {
        const nested = readAssembly(join(directory, required(properties, "directoryName")), elsewhere);
        stacks.push(...nested.stacks);
        for (const [key, path] of nested.assets) assets.set(key, path);
        break;
      }
      default:
    }
  }
  return { stacks, assets };
};

const readStack = ({
  directory,
  artifact,
  properties,
  elsewhere,
}: {
  readonly directory: string;
  readonly artifact: Json;
  readonly properties: Json;
  readonly elsewhere: string;
}): Stack => {
  const templateFile = required(properties, "templateFile");
  const template = readJson(join(directory, templateFile));
  const name = textOf(properties["stackName"]) ?? templateFile.replace(/\.template\.json$/, "");
  const resources = Object.entries(jsonOf(template["Resources"])).map(
    ([logicalId, declared]): [string, Resource] => {
      const { Type: type, Properties: own, Condition: condition } = jsonOf(declared);
      return [
        logicalId,
        {
          stack: name,
          logicalId,
          type: textOf(type) ?? "",
          properties: jsonOf(own),
          ...(typeof condition === "string" ? { condition } : {}),
        },
      ];
    },
  );
  return {
    name,
    region: regionOf(artifact["environment"]) ?? elsewhere,
    resources: new Map(resources),
    parameters: jsonOf(template["Parameters"]),
    outputs: jsonOf(template["Outputs"]),
  };
};

/** `aws://account/region`; CDK writes `unknown-region` for a stack that runs anywhere. */
const regionOf = (environment: unknown): string | undefined => {
  const region = textOf(environment)?.split("/").at(-1);
  return region === "unknown-region" ? undefined : region;
};

const readAssets = (directory: string, file: string): [string, string][] =>
  Object.values(jsonOf(readJson(join(directory, file))["files"])).flatMap((asset) => {
    const { source, destinations } = jsonOf(asset);
    const path = textOf(jsonOf(source)["path"]);
    return Object.values(jsonOf(destinations)).flatMap((destination): [string, string][] => {
      const key = textOf(jsonOf(destination)["objectKey"]);
      return key === undefined || path === undefined ? [] : [[key, join(directory, path)]];
    });
  });

const required = (properties: Json, field: string): string => {
  const value = textOf(properties[field]);
  if (value === undefined) throw new Error(`the cloud assembly's manifest lacks "${field}" in an artifact`);
  return value;
};

const readJson = (path: string): Json => jsonOf(JSON.parse(readFileSync(path, "utf8")));
