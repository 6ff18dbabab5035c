import { readFileSync } from "node:fs";
import { join } from "node:path";
import { problem } from "@hemvist/contracts";
import { kindsOf, partiesOf, scopeInToken, scopes, scopesFor, trialParty } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { goteborg } from "../support/goteborg.ts";
import { type Resource, type Synthesised, synthesised } from "./synthesised.ts";

const production = synthesised("production");
const test = synthesised("test");
const parties = partiesOf(goteborg);
const openApi = join(import.meta.dirname, "../../packages/contracts/openapi.yaml");

describe("the API", () => {
  it("sends each address to its function, whatever the method", () => {
    expect(Object.fromEntries(routesOf(production))).toEqual({
      "ANY /v1/api-info": "hemvist-read-case",
      "ANY /v1/assignments/{assignmentId}": "hemvist-read-case",
      "ANY /v1/assignments/{assignmentId}/progress": "hemvist-record-progress",
      "ANY /v1/assignments/{assignmentId}/proposals": "hemvist-record-progress",
      "ANY /v1/assignments/{assignmentId}/proposals/{proposalId}/answer": "hemvist-receive-decision",
      "ANY /v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal": "hemvist-record-progress",
      "ANY /v1/decision-checks": "hemvist-receive-decision",
      "ANY /v1/decisions": "hemvist-receive-decision",
      "ANY /v1/decisions/{administration}/{decisionId}": "hemvist-read-case",
      "ANY /v1/jwks.json": "hemvist-receive-decision",
      "ANY /v1/models": "hemvist-read-case",
      "ANY /v1/models/{name}": "hemvist-read-case",
      "ANY /v1/openapi.yaml": "hemvist-read-case",
      "ANY /v1/person-searches": "hemvist-read-case",
    });
  });

  it("takes TLS 1.2 and newer only", () => {
    expect(production.theOnly("AWS::ApiGateway::RestApi").properties).toMatchObject({
      SecurityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
      EndpointAccessMode: "STRICT",
      EndpointConfiguration: { Types: ["REGIONAL"] },
    });
  });

  it("is asked no more than it can bear, as the OpenAPI document says", () => {
    expect(production.theOnly("AWS::ApiGateway::Stage").properties["MethodSettings"]).toEqual([
      expect.objectContaining({ ResourcePath: "/*", ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }),
    ]);
    const { info } = parse(readFileSync(openApi, "utf8")) as {
      readonly info: { readonly description: string };
    };
    expect(info.description.replaceAll(/\s+/g, " ")).toContain("may make 50 calls a second, and 100 at once");
  });

  it("logs no query string, no body and no id of a case", () => {
    const stage = production.theOnly("AWS::ApiGateway::Stage").properties;
    const { Format } = stage["AccessLogSetting"] as { Format: string };
    const [settings] = stage["MethodSettings"] as readonly Record<string, unknown>[];

    expect(Object.values(JSON.parse(Format)).sort()).toEqual([
      "$context.error.responseType",
      "$context.httpMethod",
      "$context.identity.sourceIp",
      "$context.requestId",
      "$context.requestTime",
      "$context.resourcePath",
      "$context.responseLatency",
      "$context.responseLength",
      "$context.status",
    ]);
    expect(settings?.["DataTraceEnabled"]).toBe(false);
    expect(settings?.["LoggingLevel"]).toBeUndefined();
  });
});

describe("who gets in", () => {
  const methodsOf = (templates: Synthesised) =>
    templates.of("AWS::ApiGateway::Method").map(({ properties }) => ({
      path: pathOf(templates, templates.pointedAt(properties["ResourceId"])),
      type: properties["AuthorizationType"],
      scopes: properties["AuthorizationScopes"],
      authorizer: properties["AuthorizerId"],
    }));

  it("is who has a token of the generated user pool, but for what the API says of itself", () => {
    const open = methodsOf(production).filter(({ type }) => type === "NONE");
    const guarded = methodsOf(production).filter(({ type }) => type === "COGNITO_USER_POOLS");

    expect(open.map(({ path }) => path).sort()).toEqual([
      "/v1/api-info",
      "/v1/jwks.json",
      "/v1/openapi.yaml",
    ]);
    expect(guarded).toHaveLength(methodsOf(production).length - open.length);
    for (const { authorizer, scopes: admitted } of guarded) {
      // Without scopes the gateway would take an id token.
      expect(admitted).toEqual(scopes.map(scopeInToken));
      const { ProviderARNs } = production.pointedAt(authorizer).properties as {
        ProviderARNs: readonly unknown[];
      };
      expect(ProviderARNs.map((arn) => production.pointedAt(arn).type)).toEqual(["AWS::Cognito::UserPool"]);
    }
  });

  it("is checked again by each function that answers", () => {
    const answering = ["hemvist-read-case", "hemvist-receive-decision", "hemvist-record-progress"];
    const checking = production
      .of("AWS::Lambda::Function")
      .filter(({ properties }) => JSON.stringify(properties["Environment"] ?? {}).includes("TOKEN_ISSUER"));

    expect(checking.map(({ properties }) => properties["FunctionName"]).sort()).toEqual(answering);
  });

  it("is known to an issuer of the stage's own, if it names one: then no pool is generated", () => {
    const issuer = { url: "https://issuer.example/city", audience: "hemvist" };
    const own = synthesised("production", { issuer });

    expect([...own.templates.keys()]).not.toContain("hemvist-identity");
    expect(own.of("AWS::Cognito::UserPool")).toEqual([]);
    expect(JSON.stringify(own.of("AWS::Lambda::Function"))).toContain('"TOKEN_AUDIENCE":"hemvist"');
    // A gap that ADR 45 names: a REST API checks tokens of user pools only.
    expect(new Set(methodsOf(own).map(({ type }) => type))).toEqual(new Set(["NONE"]));
  });

  it("may be narrowed by address", () => {
    expect(production.theOnly("AWS::ApiGateway::RestApi").properties).not.toHaveProperty("Policy");
    expect(denialOf(test)).toMatchObject({
      Effect: "Deny",
      Action: "execute-api:Invoke",
      Resource: "execute-api:/*",
      Condition: { NotIpAddress: { "aws:SourceIp": ["192.0.2.0/24", "198.51.100.7/32"] } },
    });
  });
});

describe("the parties' clients", () => {
  const clients = production.of("AWS::Cognito::UserPoolClient").map(({ properties }) => properties);
  const scopesOfClient = ({ AllowedOAuthScopes }: Record<string, unknown>) =>
    (AllowedOAuthScopes as readonly { "Fn::Join": [string, [unknown, string]] }[]).map(
      ({ "Fn::Join": [, [, scope]] }) => scope.slice(1),
    );

  it("are one for each party, with a secret and client credentials, and tokens of five minutes", () => {
    expect(clients.map(({ ClientName }) => ClientName).sort()).toEqual(
      [...new Set([...parties.executors, ...parties.listeners, trialParty])].sort(),
    );
    for (const client of clients)
      expect(client).toMatchObject({
        GenerateSecret: true,
        AllowedOAuthFlows: ["client_credentials"],
        AccessTokenValidity: 5,
        TokenValidityUnits: { AccessToken: "minutes" },
      });
  });

  it("may be given their own party's scope, and those of the operations that the matrix gives it", () => {
    for (const client of clients) {
      const party = String(client["ClientName"]);
      expect([party, scopesOfClient(client).toSorted()]).toEqual([
        party,
        [`party.${party}`, ...scopesFor(kindsOf(party, parties))].toSorted(),
      ]);
    }
  });

  it("need a pool in which no person signs up", () => {
    expect(production.theOnly("AWS::Cognito::UserPool").properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: "ACTIVE",
    });
  });
});

describe("what the gateway answers itself", () => {
  const answers = production
    .of("AWS::ApiGateway::GatewayResponse")
    .map(({ properties }) => [String(properties["ResponseType"]), properties] as const);

  it("is each kind of trouble there may be", () => {
    expect(answers.map(([type]) => type).sort()).toEqual([
      "ACCESS_DENIED",
      "DEFAULT_4XX",
      "DEFAULT_5XX",
      "INTEGRATION_FAILURE",
      "INTEGRATION_TIMEOUT",
      "MISSING_AUTHENTICATION_TOKEN",
      "QUOTA_EXCEEDED",
      "REQUEST_TOO_LARGE",
      "THROTTLED",
      "UNAUTHORIZED",
      "UNSUPPORTED_MEDIA_TYPE",
    ]);
  });

  it.each(answers)(
    "%s: a problem in both languages, with nothing from the gateway in it",
    (_type, properties) => {
      const [template] = Object.values(properties["ResponseTemplates"] as Record<string, string>);
      const problem = JSON.parse(template ?? "") as Record<string, unknown>;

      expect(properties["ResponseParameters"]).toMatchObject({
        "gatewayresponse.header.Content-Type": "'application/problem+json'",
        "gatewayresponse.header.Cache-Control": "'no-store'",
        "gatewayresponse.header.Strict-Transport-Security": "'max-age=31536000; includeSubDomains'",
        "gatewayresponse.header.X-Content-Type-Options": "'nosniff'",
      });
      expect(problem).toMatchObject({
        type: expect.stringMatching(/^urn:hemvist:problem:[a-z-]+$/),
        title: expect.stringMatching(/^[A-Z]/),
        detail: expect.stringMatching(/^.+\. \/ .+\.$/),
      });
      expect(problem["status"]?.toString()).toBe(properties["StatusCode"]);
      expect(template).not.toContain("$");
    },
  );

  it("to a call without a valid token is what the function would say", () => {
    const unauthorized = new Map(answers).get("UNAUTHORIZED");
    const [template] = Object.values(unauthorized?.["ResponseTemplates"] as Record<string, string>);

    expect(JSON.parse(template ?? "")).toEqual(problem("not-authenticated"));
    expect(unauthorized?.["ResponseParameters"]).toMatchObject({
      "gatewayresponse.header.WWW-Authenticate": "'Bearer'",
    });
  });

  it("is 404 for an address that does not exist, where API Gateway would say 403", () => {
    expect(new Map(answers).get("MISSING_AUTHENTICATION_TOKEN")?.["StatusCode"]).toBe("404");
  });
});

function denialOf(templates: Synthesised): unknown {
  const policy = templates.theOnly("AWS::ApiGateway::RestApi").properties["Policy"] as {
    Statement: readonly { Effect: string }[];
  };
  return policy.Statement.find(({ Effect }) => Effect === "Deny");
}

function routesOf(templates: Synthesised): readonly (readonly [string, unknown])[] {
  return templates.of("AWS::ApiGateway::Method").map(({ properties }) => {
    const { Uri } = properties["Integration"] as {
      Uri: { "Fn::Join": readonly [string, readonly unknown[]] };
    };
    const lambda = Uri["Fn::Join"][1].find((part) => typeof part === "object");
    const path = pathOf(templates, templates.pointedAt(properties["ResourceId"]));
    return [`${properties["HttpMethod"]} ${path}`, templates.calledBy(lambda).properties["FunctionName"]];
  });
}

function pathOf(templates: Synthesised, resource: Resource): string {
  if (resource.type === "AWS::ApiGateway::RestApi") return "";
  const parent = templates.pointedAt(resource.properties["ParentId"]);
  return `${pathOf(templates, parent)}/${resource.properties["PathPart"]}`;
}
