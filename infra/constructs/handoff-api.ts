import { isOpenToAll } from "@hemvist/rules";
import { Aws, RemovalPolicy } from "aws-cdk-lib";
import {
  AccessLogField,
  AccessLogFormat,
  AuthorizationType,
  CognitoUserPoolsAuthorizer,
  EndpointType,
  type IResource,
  LambdaIntegration,
  LogGroupLogDestination,
  type MethodOptions,
  RestApi,
} from "aws-cdk-lib/aws-apigateway";
import type { IUserPool } from "aws-cdk-lib/aws-cognito";
import { AnyPrincipal, CfnRole, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { ApiDomain } from "../api-domain.ts";
import type { Settings } from "../settings.ts";
import { addGatewayProblems } from "./gateway-problems.ts";
import { demandModernTls, OwnDomain } from "./own-domain.ts";
import { everyScope } from "./party-clients.ts";
import type { ServiceFunction } from "./service-function.ts";

export const apiName = "hemvist";

export interface HandoffApiProps {
  readonly routes: readonly Route[];
  readonly issuer: TokenIssuer;
  readonly allowedSourceRanges: readonly string[];
  readonly domain?: ApiDomain;
  readonly throttling: Settings["throttling"];
  readonly logs: { readonly key: IKey; readonly retention: RetentionDays };
}

/** Who issues the parties' tokens: the generated user pool, or an issuer that the stage names. */
export interface TokenIssuer {
  readonly url: string;
  readonly audience?: string;
  readonly pool?: IUserPool;
}

export interface Route {
  readonly path: string;
  readonly answeredBy: ServiceFunction;
}

/**
 * The API. The gateway lets in only calls with a valid token of the generated user pool, and the function checks the
 * token again. Which operation a party may use, and on what, the function decides: so one place says 403 or 404, in the
 * words of the contract. A stage may also name the addresses that calls may come from.
 *
 * A REST API checks tokens of a user pool only. With an issuer of the stage's own, the function alone checks (ADR 45).
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
      ...(props.domain === undefined ? {} : { disableExecuteApiEndpoint: true }),
      ...(props.allowedSourceRanges.length === 0 ? {} : { policy: onlyFrom(props.allowedSourceRanges) }),
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
    trustOnlyOwnGateway(this.api);
    demandModernTls(this.api, props.domain);
    if (props.domain !== undefined) new OwnDomain(this, "Domain", { api: this.api, domain: props.domain });
    addGatewayProblems(this.api);
    const guarded = this.#guarded(props.issuer);
    for (const route of props.routes)
      addRoute(
        this.api.root,
        route,
        isOpenToAll(route.path) ? { authorizationType: AuthorizationType.NONE } : guarded,
      );
  }

  /** With scopes, the gateway takes access tokens and no id tokens. Any one of them is enough for it. */
  #guarded({ pool }: TokenIssuer): MethodOptions {
    if (pool === undefined) return { authorizationType: AuthorizationType.NONE };
    const authorizer = new CognitoUserPoolsAuthorizer(this, "Tokens", { cognitoUserPools: [pool] });
    return { authorizer, authorizationType: AuthorizationType.COGNITO, authorizationScopes: everyScope };
  }
}

/**
 * Where API Gateway says for whose account it writes a log, it is this one. AWS does not document that it says so. A
 * condition that demanded it could fail the first deployment.
 */
function trustOnlyOwnGateway(api: RestApi): void {
  const role = api.node.findChild("CloudWatchRole").node.defaultChild;
  if (!(role instanceof CfnRole)) throw new Error("API Gateway's log role is not where the CDK puts it");
  role.addPropertyOverride("AssumeRolePolicyDocument.Statement.0.Condition", {
    StringEqualsIfExists: { "aws:SourceAccount": Aws.ACCOUNT_ID },
  });
}

const addRoute = (root: IResource, { path, answeredBy }: Route, options: MethodOptions): void => {
  root
    .resourceForPath(path)
    .addMethod("ANY", new LambdaIntegration(answeredBy.live, { scopePermissionToMethod: false }), options);
};

const onlyFrom = (ranges: readonly string[]): PolicyDocument =>
  new PolicyDocument({
    statements: [
      invocation(Effect.ALLOW),
      invocation(Effect.DENY, { NotIpAddress: { "aws:SourceIp": [...ranges] } }),
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
