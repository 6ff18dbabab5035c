import { Stack } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

/** Ours, in characters of a function's settings: some thirty parties. */
const mostRoom = 500;

/**
 * The setting of a function that sends to parties: the key that its signing keys come from, and which of these parties
 * check signatures.
 */
export function signingSetting(
  scope: Construct,
  { key, parties }: { readonly key: IKey; readonly parties: readonly string[] },
): { readonly SIGNING: string } {
  const { length } = JSON.stringify(parties);
  if (length > mostRoom)
    throw new Error(
      `The parties that check signatures take ${length} characters of a function's settings, of ${mostRoom}.`,
    );
  return { SIGNING: Stack.of(scope).toJsonString({ keyId: key.keyId, parties }) };
}
