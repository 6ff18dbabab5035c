import { join } from "node:path";
import type { Duration } from "aws-cdk-lib";
import { RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  Alias,
  ApplicationLogLevel,
  Architecture,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from "aws-cdk-lib/aws-lambda";
import { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import { Trigger } from "aws-cdk-lib/triggers";
import { Construct } from "constructs";
import { bundlingWith, projectRoot } from "../bundling/bundling.ts";
import type { Settings } from "../settings.ts";
import type { NamedQueue } from "./party-addresses.ts";

export interface ServiceFunctionProps extends Pick<Settings, "municipality" | "municipalitiesFrom"> {
  /** The folder under `functions/`. */
  readonly name: string;
  /** What it does, in a sentence. */
  readonly purpose: string;
  readonly timeout: Duration;
  /** MB; processor time grows with it. */
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
  /** How many runs go on at once at most, reserved for it. */
  readonly runs: number;
  readonly logs: { readonly key: IKey; readonly retention: RetentionDays };
}

/**
 * A function with a role and a log of its own. The role may write to that log, and do what else it is granted.
 *
 * A deployment that changes it makes a new version, and asks that version to check itself. Every caller calls `live`.
 * `live` moves to the new version only when the check has passed.
 */
export class ServiceFunction extends Construct {
  readonly lambda: NodejsFunction;
  readonly live: Alias;
  readonly role: Role;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const functionName = functionNameOf(props.name);
    const logGroup = new LogGroup(this, "Log", {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: props.logs.retention,
      encryptionKey: props.logs.key,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.timeout = props.timeout;
    this.role = new Role(this, "Role", {
      // Keys name it, and are made before it.
      roleName: functionName,
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `What ${functionName} may do`,
    });
    logGroup.grantWrite(this.role);
    this.lambda = new NodejsFunction(this, "Function", {
      functionName,
      description: props.purpose,
      entry: join(projectRoot, "functions", props.name, "handler.ts"),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: props.timeout,
      memorySize: props.memory,
      reservedConcurrentExecutions: props.runs,
      // An earlier version stays, so that `live` can be moved back: docs/runbooks/deployment-failed.md.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
      role: this.role,
      environment: {
        ...telemetry(props.name),
        MUNICIPALITY: props.municipality.code,
        ...props.environment,
      },
      awsSdkConnectionReuse: false,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // Lambda's own report of each run is of this level: how long it took, and in how much memory.
      systemLogLevelV2: SystemLogLevel.INFO,
      ...bundlingWith(props.municipalitiesFrom),
    });
    this.live = new Alias(this, "Live", { aliasName: "live", version: this.lambda.currentVersion });
    new Trigger(this, "SelfCheck", { handler: this.lambda, executeBefore: [this.live] });
  }

  /** Moves `live` to a new version only when these have moved theirs. */
  after(others: readonly ServiceFunction[]): void {
    for (const { live } of others) this.live.node.addDependency(live.node.findChild("Resource"));
  }

  /** Makes these queues before the function. Its settings name them by kind, and its self-check asks for each. */
  waitFor(queues: readonly NamedQueue[]): void {
    this.lambda.node.addDependency(...queues.map(({ queue }) => queue));
  }
}

/** Alarms know functions by this name, so that operations need nothing from the other stacks. */
export const functionNameOf = (name: string): string => `hemvist-${name}`;

const telemetry = (name: string) => ({
  LOG_LEVEL: "INFO",
  POWERTOOLS_METRICS_NAMESPACE: "hemvist",
  POWERTOOLS_SERVICE_NAME: name,
});
