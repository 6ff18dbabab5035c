import {
  CfnRestApi,
  DomainName,
  EndpointAccessMode,
  EndpointType,
  type MTLSConfig,
  type RestApi,
  SecurityPolicy,
} from "aws-cdk-lib/aws-apigateway";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { type ApiDomain, truststoreParts } from "../api-domain.ts";

/** TLS 1.2 at least, with forward secrecy, and 1.3 with a key exchange that a quantum computer does not break. */
const modern = {
  securityPolicy: SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09,
  endpointAccessMode: EndpointAccessMode.STRICT,
};

/** API Gateway has no mutual TLS beside one of its newer policies. This is the strictest of the older ones: TLS 1.2. */
const withMutualTls = { securityPolicy: SecurityPolicy.TLS_1_2 };

export interface OwnDomainProps {
  readonly api: RestApi;
  readonly domain: ApiDomain;
}

/** A name of the city's own for the API. Its DNS needs a CNAME to the name that API Gateway gives it. */
export class OwnDomain extends Construct {
  constructor(scope: Construct, id: string, { api, domain }: OwnDomainProps) {
    super(scope, id);
    const { name, certificateArn, basePath, mutualTls } = domain;
    new DomainName(this, "Name", {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, "Certificate", certificateArn),
      endpointType: EndpointType.REGIONAL,
      mapping: api,
      ...(basePath === undefined ? {} : { basePath }),
      ...(mutualTls === undefined ? modern : { ...withMutualTls, mtls: this.#truststoreOf(mutualTls) }),
    });
  }

  #truststoreOf({ truststore, version }: NonNullable<ApiDomain["mutualTls"]>): MTLSConfig {
    const { bucket, key } = truststoreParts(truststore) ?? { bucket: "", key: "" };
    return { bucket: Bucket.fromBucketName(this, "Truststore", bucket), key, version };
  }
}

/**
 * The same for the API itself, whose own default still takes TLS 1.0. The L2 construct has no property for it. Behind
 * mutual TLS the domain alone says it: API Gateway would use the API's policy for the domain, too.
 */
export const demandModernTls = (api: RestApi, domain: ApiDomain | undefined): void => {
  const resource = api.node.defaultChild;
  if (!CfnRestApi.isCfnRestApi(resource)) throw new Error("The API has no resource to set a TLS policy on");
  if (domain?.mutualTls !== undefined) return;
  resource.securityPolicy = modern.securityPolicy;
  resource.endpointAccessMode = modern.endpointAccessMode;
};
