import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { partition } from "@aws-sdk/core/client";
import { AwsJson1_1Protocol } from "@aws-sdk/core/protocols";
import { Command } from "@smithy/core/client";
import { getEndpointPlugin } from "@smithy/core/endpoints";
import type { StaticOperationSchema, StaticStructureSchema } from "@smithy/types";
import { callLimits } from "./call-limits.ts";

/**
 * A client for the one call to KMS that hemvist makes, once for each key in a process's life. It is the client that is in
 * the bundle anyway, addressed to KMS: DynamoDB and KMS speak the same protocol. Region, credentials, signature, retries
 * and `AWS_ENDPOINT_URL_KMS` are the SDK's own. KMS's own client is 27 KB of a bundle, most of it errors of operations
 * that hemvist never calls. The test compares each request with that client's.
 */
export const kmsClient = (config: DynamoDBClientConfig = {}): DynamoDBClient =>
  new DynamoDBClient({ ...callLimits, ...config, ...addressedToKms });

const namespace = "com.amazonaws.kms";

interface EndpointParts {
  readonly Endpoint?: string | undefined;
  readonly Region?: string | undefined;
}

const addressedToKms = {
  serviceId: "KMS",
  signingName: "kms",
  protocol: AwsJson1_1Protocol,
  protocolSettings: { defaultNamespace: namespace, serviceTarget: "TrentService", version: "2014-11-01" },
  endpointProvider: ({ Endpoint, Region = "" }: EndpointParts) => ({
    url: new URL(Endpoint ?? `https://kms.${Region}.${partition(Region).dnsSuffix}`),
  }),
};

// Shapes as the SDK writes them: 3 is a structure, 9 an operation, 21 bytes, 0 a text. The last number counts the
// members that are required.
const asked: StaticStructureSchema = [
  3,
  namespace,
  "GenerateMacRequest",
  0,
  ["Message", "KeyId", "MacAlgorithm"],
  [21, 0, 0],
  3,
];
const answered: StaticStructureSchema = [3, namespace, "GenerateMacResponse", 0, ["Mac"], [21]];
const operation: StaticOperationSchema = [9, namespace, "GenerateMac", 0, asked, answered];

/** KMS computes an HMAC with a key that never leaves it. */
export class GenerateMac extends Command.classBuilder()
  .ep({
    Region: { type: "builtInParams", name: "region" },
    Endpoint: { type: "builtInParams", name: "endpoint" },
  })
  .m((command, _stack, config) => [getEndpointPlugin(config, command.getEndpointParameterInstructions())])
  .s("TrentService", "GenerateMac", {})
  .n("KMSClient", "GenerateMacCommand")
  .sc(operation)
  .build() {}
