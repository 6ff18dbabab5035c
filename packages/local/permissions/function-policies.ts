import type { Resource } from "../templates/assembly.ts";
import { textOf } from "../templates/json.ts";
import type { Resolver } from "../templates/resolver.ts";
import type { Policy } from "./policies.ts";

/** What a function's own policy says, a statement for each permission. */
export const ofFunctions = (
  permissions: readonly Resource[],
  resolver: Resolver,
): readonly (readonly [string, Policy])[] => {
  const statements = permissions.map((permission) => statementOf(resolver, permission));
  return [...Map.groupBy(statements, ({ Resource: on }) => on)].map(([on, Statement]) => [
    on,
    { Version: "2012-10-17", Statement },
  ]);
};

const statementOf = (resolver: Resolver, permission: Resource) => {
  const { Action, FunctionName, Principal, SourceArn, SourceAccount, FunctionUrlAuthType } =
    resolver.propertiesOf(permission);
  const principal = textOf(Principal) ?? "*";
  const reference = textOf(FunctionName) ?? "";
  return {
    Effect: "Allow",
    Principal: principal.endsWith(".amazonaws.com") ? { Service: principal } : principalOf(principal),
    Action,
    Resource: reference.startsWith("arn:")
      ? reference
      : String(
          resolver.resolve(
            { "Fn::Sub": `arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${reference}` },
            permission.stack,
          ),
        ),
    Condition: {
      ...(SourceArn === undefined ? {} : { ArnLike: { "aws:SourceArn": SourceArn } }),
      StringEquals: {
        ...(SourceAccount === undefined ? {} : { "aws:SourceAccount": SourceAccount }),
        ...(FunctionUrlAuthType === undefined ? {} : { "lambda:FunctionUrlAuthType": FunctionUrlAuthType }),
      },
    },
  };
};

const principalOf = (principal: string) => (principal === "*" ? "*" : { AWS: principal });
