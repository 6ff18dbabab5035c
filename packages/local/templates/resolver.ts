import type { Assembly, Resource, Stack } from "./assembly.ts";
import { isJson, type Json, jsonOf, listOf, textOf } from "./json.ts";
import { ACCOUNT, type PhysicalNames, physicalNames } from "./physical-names.ts";

export interface Resolver {
  /** The value with every intrinsic function in it worked out. */
  readonly resolve: (value: unknown, stack: string) => unknown;
  /** A resource's properties, worked out. */
  readonly propertiesOf: (resource: Resource) => Json;
  readonly names: PhysicalNames;
}

/** Works out CloudFormation's intrinsic functions, across stacks. */
export const createResolver = ({
  assembly,
  region,
  endpoint,
}: {
  readonly assembly: Assembly;
  readonly region: string;
  readonly endpoint: string;
}): Resolver => {
  const stacks = new Map(assembly.stacks.map((stack) => [stack.name, stack]));
  const exported = exportsOf(assembly);

  const resolve = (value: unknown, stack: string): unknown => {
    if (Array.isArray(value))
      return value.map((entry) => resolve(entry, stack)).filter((entry) => entry !== NO_VALUE);
    if (!isJson(value)) return value;
    const [name, ...others] = Object.keys(value);
    if (name !== undefined && others.length === 0 && (name === "Ref" || name.startsWith("Fn::"))) {
      return intrinsic({ name, argument: value[name], stack });
    }
    const entries = Object.entries(value).map(([key, entry]) => [key, resolve(entry, stack)] as const);
    return Object.fromEntries(entries.filter(([, entry]) => entry !== NO_VALUE));
  };

  const names = physicalNames({ region, endpoint, resolve });

  const intrinsic = ({ name, argument, stack }: Call): unknown => {
    switch (name) {
      case "Ref":
        return reference(textOf(argument) ?? "", stack);
      case "Fn::GetAtt": {
        const [logicalId = "", ...attribute] =
          typeof argument === "string" ? argument.split(".") : listOf(argument).map(String);
        return names.attribute(resourceIn(stack, logicalId), attribute.join("."));
      }
      case "Fn::Join": {
        const [separator, parts] = listOf(argument);
        return listOf(resolve(parts, stack)).map(String).join(String(separator));
      }
      case "Fn::Sub":
        return substituted(argument, stack);
      case "Fn::Select": {
        const [index, list] = listOf(argument);
        return listOf(resolve(list, stack))[Number(index)];
      }
      case "Fn::Split": {
        const [separator, text] = listOf(argument);
        return String(resolve(text, stack)).split(String(separator));
      }
      case "Fn::ImportValue": {
        const exportName = String(resolve(argument, stack));
        const found = exported.get(exportName);
        if (found === undefined) throw new Error(`${stack} imports ${exportName}, which no stack exports`);
        return resolve(found.value, found.stack);
      }
      default:
        throw new Error(`${stack} uses ${name}: teach it to @hemvist/local/templates/resolver.ts`);
    }
  };

  const stackCalled = (name: string): Stack => {
    const stack = stacks.get(name);
    if (stack === undefined) throw new Error(`there is no stack ${name}`);
    return stack;
  };

  const resourceIn = (stack: string, logicalId: string): Resource => {
    const resource = stackCalled(stack).resources.get(logicalId);
    if (resource === undefined) throw new Error(`${stack} refers to ${logicalId}, which it does not declare`);
    return resource;
  };

  const reference = (target: string, stack: string): unknown => {
    switch (target) {
      case "AWS::AccountId":
        return ACCOUNT;
      case "AWS::NoValue":
        return NO_VALUE;
      case "AWS::Partition":
        return "aws";
      case "AWS::Region":
        return region;
      case "AWS::StackId":
        return `arn:aws:cloudformation:${region}:${ACCOUNT}:stack/${stack}/local`;
      case "AWS::StackName":
        return stack;
      case "AWS::URLSuffix":
        return "amazonaws.com";
      default:
    }
    const parameter = stackCalled(stack).parameters[target];
    if (parameter === undefined) return names.ref(resourceIn(stack, target));
    const { Default: value } = jsonOf(parameter);
    if (value === undefined) throw new Error(`${stack} has a parameter ${target} without a default`);
    return value;
  };

  const substituted = (argument: unknown, stack: string): string => {
    const [text, variables] = typeof argument === "string" ? [argument, {}] : listOf(argument);
    const given = jsonOf(variables);
    return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
      if (literal === "!") return `\${${name}}`;
      if (name in given) return String(resolve(given[name], stack));
      return String(
        name.includes(".") && !name.startsWith("AWS::")
          ? intrinsic({ name: "Fn::GetAtt", argument: name, stack })
          : reference(name, stack),
      );
    });
  };

  return {
    resolve,
    names,
    propertiesOf: (resource) => jsonOf(resolve(resource.properties, resource.stack)),
  };
};

interface Call {
  readonly name: string;
  readonly argument: unknown;
  readonly stack: string;
}

/** What `AWS::NoValue` stands for: the property is as if never written. */
const NO_VALUE = Symbol("AWS::NoValue");

const exportsOf = (
  assembly: Assembly,
): ReadonlyMap<string, { readonly stack: string; readonly value: unknown }> => {
  const entries = assembly.stacks.flatMap((stack) =>
    Object.values(stack.outputs).flatMap((output) => {
      const { Export: exported, Value: value } = jsonOf(output);
      const name = textOf(jsonOf(exported)["Name"]);
      return name === undefined ? [] : [[name, { stack: stack.name, value }] as const];
    }),
  );
  return new Map(entries);
};
