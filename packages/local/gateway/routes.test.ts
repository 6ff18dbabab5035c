import { describe, expect, it } from "vitest";
import type { Assembly } from "../templates/assembly.ts";
import { createResolver } from "../templates/resolver.ts";
import { matchRoute, type Route, readRoutes } from "./routes.ts";

const route = (resourcePath: string, method = "ANY"): Route => ({
  resourcePath,
  method,
  functionArn: resourcePath,
});

const routes = [
  route("/v1/models"),
  route("/v1/models/{name}"),
  route("/v1/models/latest", "GET"),
  route("/v1/files/{path+}"),
  route("/v1/decisions", "POST"),
];

const matched = (method: string, path: string) => {
  const match = matchRoute({ routes, method, path });
  return match && { to: match.route.resourcePath, ...match.pathParameters };
};

describe("a route", () => {
  it.each([
    ["written out", "GET", "/v1/models", { to: "/v1/models" }],
    [
      "with a parameter",
      "GET",
      "/v1/models/goteborg-2025-07",
      { to: "/v1/models/{name}", name: "goteborg-2025-07" },
    ],
    ["with a parameter, decoded", "GET", "/v1/models/a%20b", { to: "/v1/models/{name}", name: "a b" }],
    ["written out before a parameter", "GET", "/v1/models/latest", { to: "/v1/models/latest" }],
    ["with the rest", "GET", "/v1/files/a/b", { to: "/v1/files/{path+}", path: "a/b" }],
    ["of one method", "POST", "/v1/decisions", { to: "/v1/decisions" }],
    ["of another method", "GET", "/v1/decisions", undefined],
    ["of another method, where a parameter would fit", "PUT", "/v1/models/latest", undefined],
    ["not declared", "GET", "/v1", undefined],
    ["with an empty parameter", "GET", "/v1/models/", undefined],
  ])("%s", (_name, method, path, expected) => {
    expect(matched(method, path)).toEqual(expected);
  });
});

describe("a method's authorizer", () => {
  const ofPool = {
    Type: "COGNITO_USER_POOLS",
    ProviderARNs: ["arn:pool"],
    IdentitySource: "method.request.header.Authorization",
  };
  const guarded = {
    AuthorizationType: "COGNITO_USER_POOLS",
    AuthorizerId: { Ref: "Tokens" },
    AuthorizationScopes: ["api/read"],
  };

  /** The one route of a template with one method, and one authorizer. */
  const read = (method: object, authorizer: object): Route | undefined => {
    const Uri = "arn:aws:apigateway:eu-north-1:lambda:path/2015-03-31/functions/arn:read/invocations";
    const resources = {
      Tokens: { type: "AWS::ApiGateway::Authorizer", properties: authorizer },
      Get: {
        type: "AWS::ApiGateway::Method",
        properties: { HttpMethod: "GET", Integration: { Type: "AWS_PROXY", Uri }, ...method },
      },
    };
    const assembly: Assembly = {
      assets: new Map(),
      stacks: [
        {
          name: "main",
          region: "eu-north-1",
          parameters: {},
          outputs: {},
          resources: new Map(
            Object.entries(resources).map(([logicalId, { type, properties }]) => [
              logicalId,
              { stack: "main", logicalId, type, properties: { ...properties } },
            ]),
          ),
        },
      ],
    };
    const given = { assembly, region: "eu-north-1", endpoint: "http://127.0.0.1:1" };
    return readRoutes(assembly, createResolver(given))[0];
  };

  it("is that of a user pool, with the method's scopes, or none", () => {
    expect(read(guarded, ofPool)?.authorizer).toEqual({ poolArns: ["arn:pool"], scopes: ["api/read"] });
    expect(read({ AuthorizationType: "NONE" }, ofPool)?.authorizer).toBeUndefined();
  });

  it.each([
    ["of another kind", { ...guarded, AuthorizationType: "AWS_IAM" }, ofPool],
    ["that the template does not have", { ...guarded, AuthorizerId: "another" }, ofPool],
    ["without scopes", { ...guarded, AuthorizationScopes: [] }, ofPool],
    [
      "that looks for tokens in another header",
      guarded,
      { ...ofPool, IdentitySource: "method.request.header.X-Token" },
    ],
  ])("%s stops the start", (_what, method, authorizer) => {
    expect(() => read(method, authorizer)).toThrow("gateway/routes.ts");
  });
});
