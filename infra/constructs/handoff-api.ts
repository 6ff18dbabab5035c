import { RemovalPolicy, Validations } from "aws-cdk-lib";
import {
  AccessLogField,
  AccessLogFormat,
  CfnRestApi,
  EndpointType,
  type IResource,
  LambdaIntegration,
  LogGroupLogDestination,
  RestApi,
  SecurityPolicy,
} from "aws-cdk-lib/aws-apigateway";
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import { knowinglyDifferent } from "./api-differences.ts";
import { addGatewayProblems } from "./gateway-problems.ts";
import type { ServiceFunction } from "./service-function.ts";

export const apiName = "hemvist";

export interface HandoffApiProps {
  readonly routes: readonly Route[];
  readonly allowedSourceRanges: readonly string[];
  readonly throttling: Settings["throttling"];
  readonly logs: { readonly key: IKey; readonly retention: RetentionDays };
}

export interface Route {
  readonly path: string;
  readonly answeredBy: ServiceFunction;
}

/**
 * The API. Parties have no identities here yet, which is planned. So it admits only the addresses in
 * `allowedSourceRanges`, and none if that is empty, as in production.
 *
 * Every method of a path goes to its function. The function itself answers 405 with `Allow` to a method that it does
 * not have.
 */
export class HandoffApi extends Construct {
  readonly api: RestApi;

  constructor(scope: Construct, id: string, props: HandoffApiProps) {
    super(scope, id);
    const accessLog = new LogGroup(this, "AccessLog", {
      logGroupName: "/hemvist/api-access",
      retention: props.logs.retention,
      encryptionKey: props.logs.key,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.api = new RestApi(this, "Api", {
      restApiName: apiName,
      description: "Decisions in, progress back, and what became of them",
      endpointTypes: [EndpointType.REGIONAL],
      policy: onlyFrom(props.allowedSourceRanges),
      // Once per account and region; the account is ours alone.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      deployOptions: {
        stageName: "live",
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: withoutContents,
        throttlingRateLimit: props.throttling.perSecond,
        throttlingBurstLimit: props.throttling.burst,
        metricsEnabled: true,
      },
    });
    demandModernTls(this.api);
    addGatewayProblems(this.api);
    for (const route of props.routes) addRoute(this.api.root, route);
    Validations.of(this.api).acknowledge(...knowinglyDifferent);
  }
}

/**
 * TLS 1.2 at least, with forward secrecy. The gateway's own default still takes 1.0. The L2 construct has no property
 * for it.
 */
const demandModernTls = (api: RestApi): void => {
  const resource = api.node.defaultChild;
  if (!CfnRestApi.isCfnRestApi(resource)) throw new Error("The API has no resource to set a TLS policy on");
  resource.securityPolicy = SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09;
  resource.endpointAccessMode = "STRICT";
};

const addRoute = (root: IResource, { path, answeredBy }: Route): void => {
  root
    .resourceForPath(path)
    .addMethod("ANY", new LambdaIntegration(answeredBy.live, { scopePermissionToMethod: false }));
};

/** An API without a resource policy is open, so an empty list needs an explicit deny. */
const onlyFrom = (ranges: readonly string[]): PolicyDocument =>
  new PolicyDocument({
    statements: [
      invocation(Effect.ALLOW),
      invocation(Effect.DENY, ranges.length === 0 ? {} : { NotIpAddress: { "aws:SourceIp": [...ranges] } }),
    ],
  });

const invocation = (effect: Effect, conditions: Record<string, unknown> = {}): PolicyStatement =>
  new PolicyStatement({
    effect,
    principals: [new AnyPrincipal()],
    actions: ["execute-api:Invoke"],
    resources: ["execute-api:/*"],
    conditions,
  });

/** The path as declared, never as called: no query string, no body and no id of a person's case. */
const withoutContents = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    requestTime: AccessLogField.contextRequestTime(),
    method: AccessLogField.contextHttpMethod(),
    route: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    error: AccessLogField.contextErrorResponseType(),
    sourceIp: AccessLogField.contextIdentitySourceIp(),
    responseLength: AccessLogField.contextResponseLength(),
    responseLatency: AccessLogField.contextResponseLatency(),
  }),
);
