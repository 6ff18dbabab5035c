import type { Requested } from "./requests.ts";

/**
 * What each action asks of the key that seals its resource. DynamoDB asks more when it renews a table's own key, which
 * it keeps for minutes. So only what it asks of every caller is here.
 */
const keyActions: Readonly<Record<string, readonly string[]>> = {
  "dynamodb:BatchGetItem": ["kms:Decrypt"],
  "dynamodb:BatchWriteItem": ["kms:Decrypt"],
  "dynamodb:DeleteItem": ["kms:Decrypt"],
  "dynamodb:GetItem": ["kms:Decrypt"],
  "dynamodb:GetRecords": ["kms:Decrypt"],
  "dynamodb:PutItem": ["kms:Decrypt"],
  "dynamodb:Query": ["kms:Decrypt"],
  "dynamodb:Scan": ["kms:Decrypt"],
  "dynamodb:UpdateItem": ["kms:Decrypt"],
  "s3:GetObject": ["kms:Decrypt"],
  "s3:GetObjectVersion": ["kms:Decrypt"],
  "s3:PutObject": ["kms:GenerateDataKey"],
  "sqs:ReceiveMessage": ["kms:Decrypt"],
  "sqs:SendMessage": ["kms:GenerateDataKey", "kms:Decrypt"],
};

/** What a service asks of the key in its caller's name, where a key seals the resource. */
export const keyRequests = (
  { action, resource }: Requested,
  { region, sealing }: { readonly region: string; readonly sealing: ReadonlyMap<string, string> },
): readonly Requested[] => {
  const sealed = sealedBy(resource);
  const key = sealing.get(sealed);
  if (key === undefined) return [];
  const [service = ""] = action.split(":");
  return (keyActions[action] ?? []).map((asked) => ({
    action: asked,
    resource: key,
    context: { "kms:ViaService": `${service}.${region}.amazonaws.com`, ...encryptionContext(sealed) },
  }));
};

/** An object is sealed as its bucket says; an index and a stream as their table. */
const sealedBy = (resource: string): string =>
  resource.startsWith("arn:aws:s3:::")
    ? (resource.split("/")[0] ?? "")
    : resource.replace(/(:table\/[^/]+)\/.*$/, "$1");

const encryptionContext = (sealed: string): Readonly<Record<string, string>> => {
  const [, , service, , account, resource = ""] = sealed.split(":");
  switch (service) {
    case "sqs":
      return { "kms:EncryptionContext:aws:sqs:arn": sealed };
    case "s3":
      return { "kms:EncryptionContext:aws:s3:arn": sealed };
    default:
      return {
        "kms:EncryptionContext:aws:dynamodb:tableName": resource.replace("table/", ""),
        "kms:EncryptionContext:aws:dynamodb:subscriberId": account ?? "",
      };
  }
};
