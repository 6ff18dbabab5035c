import { describe, expect, it } from "vitest";
import { type Resource, type Synthesised, synthesised } from "./synthesised.ts";

const production = synthesised("production");
const test = synthesised("test");

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

  it("is asked no more than it can bear", () => {
    expect(production.theOnly("AWS::ApiGateway::Stage").properties["MethodSettings"]).toEqual([
      expect.objectContaining({ ResourcePath: "/*", ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }),
    ]);
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

describe("until parties have identities", () => {
  it("production is closed to every address", () => {
    expect(denialOf(production)).toEqual(
      expect.objectContaining({ Effect: "Deny", Action: "execute-api:Invoke", Resource: "execute-api:/*" }),
    );
    expect(denialOf(production)).not.toHaveProperty("Condition");
  });

  it("a stage with allowed ranges is closed to all others", () => {
    expect(denialOf(test)).toMatchObject({
      Effect: "Deny",
      Condition: { NotIpAddress: { "aws:SourceIp": ["192.0.2.0/24", "198.51.100.7/32"] } },
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
