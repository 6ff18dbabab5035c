/**
 * A template as the emulator can judge calls by it. It differs from AWS in three things:
 *
 * - It is reached without TLS. So the statements that refuse a call without TLS are made never to apply.
 * - For a batch it asks for an action that IAM does not have, such as `sqs:SendMessageBatch`: there a batch needs
 *   `sqs:SendMessage`.
 * - Its `aws:PrincipalArn` of a role is the session's. AWS's is the role's own
 *   (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html).
 */
export const judgeable = (template: string): string =>
  JSON.stringify(JSON.parse(template), (name, value: unknown) => {
    if (name === "Condition") return neverWithoutTls(value);
    if (name === "aws:PrincipalArn") return Array.isArray(value) ? value.map(ofSessions) : ofSessions(value);
    return name === "Action" ? withBatches(value) : value;
  });

const neverWithoutTls = (condition: unknown): unknown =>
  JSON.stringify(condition).includes('"aws:SecureTransport"')
    ? { StringEquals: { "aws:PrincipalTag/never": "true" } }
    : condition;

/** The sessions of a role. Its name follows `:role/`, wherever the template joins the ARN from parts. */
const ofSessions = (arn: unknown): unknown =>
  JSON.parse(
    JSON.stringify(arn)
      .replace(":iam::", ":sts::")
      .replace(/:role\/([^"]*)/, ":assumed-role/$1/*"),
  );

const inBatches: ReadonlySet<unknown> = new Set([
  "sqs:SendMessage",
  "sqs:DeleteMessage",
  "sqs:ChangeMessageVisibility",
]);

function withBatches(action: unknown): unknown {
  const actions = Array.isArray(action) ? action : [action];
  const batches = actions.filter((one) => inBatches.has(one)).map((one) => `${one}Batch`);
  return batches.length > 0 ? [...actions, ...batches] : action;
}

/** The same template where no role may do `action` any more. */
export const withoutAction = (template: string, action: string): string =>
  JSON.stringify(JSON.parse(template), (name, value: unknown) => {
    if (name !== "Action" || !Array.isArray(value))
      return name === "Action" && value === action ? none : value;
    const left = value.filter((one) => one !== action);
    return left.length > 0 ? left : none;
  });

// An action that nothing calls: a statement without any is no policy.
const none = "sts:GetSessionToken";
