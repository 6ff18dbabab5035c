import { isOpenToAll } from "@hemvist/rules";
import { statementsIn } from "../../policies.ts";
import { listed, type Resource, type Resources } from "../../synthesised.ts";
import type { Acknowledgement } from "../finding.ts";

export const ofApi: readonly Acknowledgement[] = [
  {
    rules: ["AwsSolutions-APIG2"],
    reason:
      "The gateway hands each request whole to a function. The functions validate it with the schemas that the contract is made from, and name every fault at once.",
    contradictedBy: (_apis, templates) => notProxied(templates),
    untrueIf: (_apis, templates) => proxyNothing(templates),
  },
  {
    rules: ["AwsSolutions-APIG3", "NIST.800.53.R5-APIGWAssociatedWithWAF"],
    reason:
      "Callers are few and known. Only a call with a valid token gets past the gateway, or past the function where the stage has an issuer of its own, and the gateway bounds the rate of all.",
    contradictedBy: (stages, templates) => [
      ...stages
        .filter(({ properties }) => !/"ThrottlingRateLimit":[1-9]/.test(JSON.stringify(properties)))
        .map(({ id }) => `${id} bounds no rate`),
      ...openMethods(templates.of("AWS::ApiGateway::Method"), templates),
    ],
    untrueIf: ([stage]) => delete stage?.properties["MethodSettings"],
  },
  {
    rules: ["AwsSolutions-APIG4", "AwsSolutions-COG4", "CKV_AWS_59"],
    reason:
      "What the API says of itself is open to all. A REST API checks the tokens of a user pool only: with an issuer of the stage's own, the function checks the token.",
    contradictedBy: openMethods,
    untrueIf: (_methods, { of }) => {
      for (const { properties } of of("AWS::Lambda::Function")) delete properties["Environment"];
      for (const { properties } of of("AWS::ApiGateway::Resource")) properties["PathPart"] = "decisions";
    },
  },
  {
    rules: ["AwsSolutions-APIG6", "NIST.800.53.R5-APIGWExecutionLoggingEnabled"],
    reason:
      "Execution logs can hold paths, query strings and bodies. The access log has what may be logged: the route as declared, and nothing of what was sent.",
    contradictedBy: (stages) =>
      stages
        .map(
          ({ properties }) =>
            (properties["AccessLogSetting"] as { readonly Format?: string } | undefined)?.Format,
        )
        .flatMap((format) => format?.match(/\$context[\w.]+/g) ?? ["no access log"])
        .filter((field) => !mayBeLogged.includes(field)),
    untrueIf: ([stage]) => {
      if (stage !== undefined) stage.properties["AccessLogSetting"] = { Format: "$context.path" };
    },
  },
  {
    rules: ["NIST.800.53.R5-APIGWCacheEnabledAndEncrypted", "CKV_AWS_120"],
    reason: "No answer may be kept: what one party may see, another may not.",
    contradictedBy: (stages) =>
      stages
        .filter(({ properties }) => /"Cach\w+Enabled":true/.test(JSON.stringify(properties)))
        .map(({ id }) => `${id} keeps answers`),
    untrueIf: ([stage]) => {
      if (stage !== undefined) stage.properties["CacheClusterEnabled"] = true;
    },
  },
  {
    rules: ["parliament-INVALID_ARN"],
    reason:
      "A policy of an API names its methods without the API. API Gateway puts the API's own ARN in their place.",
    contradictedBy: (apis) =>
      apis
        .filter(({ type }) => type === "AWS::ApiGateway::RestApi")
        .flatMap(({ properties }) => statementsIn(properties["Policy"]))
        .flatMap(({ Resource }) => listed(Resource))
        .filter((arn) => arn !== "execute-api:/*")
        .map((arn) => `${String(arn)} is not of this API`),
    untrueIf: ([api]) => {
      for (const statement of statementsIn(api?.properties["Policy"]))
        Object.assign(statement, { Resource: "*" });
    },
  },
  {
    rules: ["NIST.800.53.R5-APIGWSSLEnabled"],
    reason:
      "A client certificate shows the gateway to a server behind it. Behind this one are functions only, and Lambda knows it by IAM.",
    contradictedBy: (_stages, templates) => notProxied(templates),
    untrueIf: (_stages, templates) => proxyNothing(templates),
  },
];

const mayBeLogged = [
  "requestId",
  "requestTime",
  "httpMethod",
  "resourcePath",
  "status",
  "error.responseType",
  "identity.sourceIp",
  "responseLength",
  "responseLatency",
].map((field) => `$context.${field}`);

function notProxied({ of, pointedAt }: Resources): readonly string[] {
  return of("AWS::ApiGateway::Method")
    .filter(({ properties }) => {
      const { Type, Uri } = properties["Integration"] as { readonly Type: string; readonly Uri?: unknown };
      const [, alias] = /"Ref":"(\w+Live\w+)"/.exec(JSON.stringify({ Uri })) ?? [];
      return (
        Type !== "AWS_PROXY" || alias === undefined || pointedAt({ Ref: alias }).type !== "AWS::Lambda::Alias"
      );
    })
    .map((method) => `${method.id} does not go to a function as it came`);
}

function proxyNothing({ of }: Resources): void {
  for (const { properties } of of("AWS::ApiGateway::Method"))
    Object.assign(properties["Integration"] ?? {}, { Type: "HTTP" });
}

/** Methods that neither the gateway nor their function asks a token for, although their path is not open to all. */
function openMethods(methods: readonly Resource[], templates: Resources): readonly string[] {
  return methods
    .filter(({ properties }) => properties["AuthorizationType"] !== "COGNITO_USER_POOLS")
    .filter((method) => !isOpenToAll(pathOf(method.properties["ResourceId"], templates)))
    .filter((method) => !asksForTokens(method, templates))
    .map((method) => `${method.id} asks for no token`);
}

function pathOf(reference: unknown, templates: Resources): string {
  const { type, properties } = templates.pointedAt(reference);
  if (type !== "AWS::ApiGateway::Resource") return "";
  return `${pathOf(properties["ParentId"], templates)}/${String(properties["PathPart"])}`;
}

function asksForTokens({ properties }: Resource, { pointedAt, calledBy }: Resources): boolean {
  const [, alias] = /"Ref":"(\w+Live\w+)"/.exec(JSON.stringify(properties["Integration"])) ?? [];
  if (alias === undefined || pointedAt({ Ref: alias }).type !== "AWS::Lambda::Alias") return false;
  return JSON.stringify(calledBy({ Ref: alias }).properties).includes('"TOKEN_ISSUER"');
}
