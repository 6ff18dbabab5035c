import { CfnResource, CustomResourceProviderBase, RemovalPolicy, type Stack } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import { functionNameOf } from "./service-function.ts";

/**
 * The CDK's own function, one in a stack, that calls each of ours when a deployment has changed it. It comes with an
 * AWS policy and an unencrypted log. Here it gets a name, a log like ours, and only the permissions to write there and
 * to call.
 */
export const sealSelfCheckRunner = (
  stack: Stack,
  logs: { readonly key: IKey; readonly retention: RetentionDays },
): void => {
  const runner = stack.node.findChild("AWSCDK.TriggerCustomResourceProviderCustomResourceProvider");
  const [lambda, role] = [runner.node.findChild("Handler"), runner.node.findChild("Role")];
  if (
    !(
      runner instanceof CustomResourceProviderBase &&
      lambda instanceof CfnResource &&
      role instanceof CfnResource
    )
  )
    throw new Error("The CDK runs triggers by something else than it did");

  const functionName = functionNameOf("self-check-runner");
  const log = new LogGroup(runner, "Log", {
    logGroupName: `/aws/lambda/${functionName}`,
    retention: logs.retention,
    encryptionKey: logs.key,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  lambda.addPropertyOverride("FunctionName", functionName);
  lambda.addPropertyOverride("Description", "Has each function check itself, while a deployment goes on");
  lambda.addPropertyOverride("LoggingConfig", { LogFormat: "JSON", LogGroup: log.logGroupName });
  role.addPropertyDeletionOverride("ManagedPolicyArns");
  runner.addToRolePolicy({
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: [log.logGroupArn],
  });
};
