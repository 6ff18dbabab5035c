import { describe, expect, it } from "vitest";
import type { ApiDomain } from "../../infra/api-domain.ts";
import { settingsFor } from "../../infra/settings.ts";
import { synthesised, written } from "./synthesised.ts";

const domain: ApiDomain = {
  name: "hemvist.example.org",
  certificateArn: "arn:aws:acm:eu-north-1:111122223333:certificate/12345678-1234-1234-1234-123456789012",
};
const mutualTls = {
  truststore: "s3://example-truststores/hemvist/partners.pem",
  version: "3HL4kqtJlcpXroDTDmJ",
};

describe("an API with a name of its own", () => {
  const templates = synthesised("production", { domain });

  it("is not reached by the name that AWS gives it", () => {
    expect(templates.theOnly("AWS::ApiGateway::RestApi").properties["DisableExecuteApiEndpoint"]).toBe(true);
  });

  it("takes TLS 1.2 and newer only, there as well", () => {
    const policy = {
      SecurityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
      EndpointAccessMode: "STRICT",
    };

    expect(templates.theOnly("AWS::ApiGateway::RestApi").properties).toMatchObject(policy);
    expect(templates.theOnly("AWS::ApiGateway::DomainName").properties).toMatchObject({
      ...policy,
      DomainName: domain.name,
      EndpointConfiguration: { Types: ["REGIONAL"] },
      RegionalCertificateArn: domain.certificateArn,
    });
  });

  it("is the deployed stage, at the name's root or at its base path", () => {
    const mapping = templates.theOnly("AWS::ApiGateway::BasePathMapping").properties;
    const under = synthesised("production", { domain: { ...domain, basePath: "hemvist" } });

    expect(templates.pointedAt(mapping["Stage"]).properties["StageName"]).toBe("live");
    expect(mapping).not.toHaveProperty("BasePath");
    expect(under.theOnly("AWS::ApiGateway::BasePathMapping").properties["BasePath"]).toBe("hemvist");
  });

  it("asks for no certificate of its callers unless the stage says so", () => {
    expect(templates.theOnly("AWS::ApiGateway::DomainName").properties).not.toHaveProperty(
      "MutualTlsAuthentication",
    );
  });
});

describe("an API with mutual TLS", () => {
  const templates = synthesised("production", { domain: { ...domain, mutualTls } });
  const api = templates.theOnly("AWS::ApiGateway::RestApi").properties;

  it("trusts the authorities in that version of the truststore", () => {
    expect(templates.theOnly("AWS::ApiGateway::DomainName").properties["MutualTlsAuthentication"]).toEqual({
      TruststoreUri: mutualTls.truststore,
      TruststoreVersion: mutualTls.version,
    });
  });

  it("is reached in no other way", () => {
    expect(api["DisableExecuteApiEndpoint"]).toBe(true);
  });

  it("takes TLS 1.2 and newer only, by a policy that AWS has beside mutual TLS", () => {
    expect(templates.theOnly("AWS::ApiGateway::DomainName").properties["SecurityPolicy"]).toBe("TLS_1_2");
    expect(api).not.toHaveProperty("SecurityPolicy");
    expect(api).not.toHaveProperty("EndpointAccessMode");
  });

  it("checks tokens all the same", () => {
    const guarded = templates
      .of("AWS::ApiGateway::Method")
      .filter(({ properties }) => properties["AuthorizationType"] === "COGNITO_USER_POOLS");

    expect(guarded.length).toBeGreaterThan(5);
  });
});

describe("an API without a name of its own", () => {
  it.each(["local", "test", "production"] as const)("has none in %s", (stage) => {
    const templates = synthesised(stage);

    expect(templates.of("AWS::ApiGateway::DomainName")).toEqual([]);
    expect(templates.theOnly("AWS::ApiGateway::RestApi").properties).not.toHaveProperty(
      "DisableExecuteApiEndpoint",
    );
  });
});

describe("a stage's settings are refused", () => {
  const withDomain = (changed: Partial<ApiDomain>) =>
    settingsFor("production", {
      ...written,
      production: { ...written.production, domain: { ...domain, ...changed } },
    });
  const certificate = (where: string) => ({
    certificateArn: `arn:aws:acm:${where}:certificate/12345678-1234-1234-1234-123456789012`,
  });

  it.each<[string, Partial<ApiDomain>, string]>([
    ["a name in capitals", { name: "Hemvist.Example.org" }, "domain.name is not"],
    ["a URL for a name", { name: "https://hemvist.example.org" }, "domain.name is not"],
    ["a wildcard for a name", { name: "*.example.org" }, "domain.name is not"],
    [
      "a certificate of another region",
      certificate("us-east-1:111122223333"),
      "domain.certificateArn is not",
    ],
    [
      "a certificate of another account",
      certificate("eu-north-1:444455556666"),
      "domain.certificateArn is not",
    ],
    ["an empty base path", { basePath: "" }, "domain.basePath is not"],
    ["a base path of two parts", { basePath: "a/b" }, "domain.basePath is not"],
    [
      "a truststore that is not in S3",
      { mutualTls: { ...mutualTls, truststore: "https://example.org/ca.pem" } },
      "domain.mutualTls.truststore is not",
    ],
    [
      "a truststore that is a bucket",
      { mutualTls: { ...mutualTls, truststore: "s3://example-truststores" } },
      "domain.mutualTls.truststore is not",
    ],
    ["no version", { mutualTls: { ...mutualTls, version: "" } }, "domain.mutualTls.version is not"],
    [
      "the version of a bucket without versions",
      { mutualTls: { ...mutualTls, version: "null" } },
      "version is not",
    ],
  ])("for %s", (_what, changed, fault) => {
    expect(() => withDomain(changed)).toThrow(fault);
  });

  it("but not for a whole domain", () => {
    expect(withDomain({ basePath: "hemvist", mutualTls })).toMatchObject({ domain: { basePath: "hemvist" } });
  });
});
