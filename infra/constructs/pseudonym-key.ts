import { RemovalPolicy } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

/**
 * Turns an identity number into the pseudonym that lookups use. Never replace it: with a new key, no stored pseudonym
 * could be found. (KMS does not rotate HMAC keys either.)
 */
export class PseudonymKey extends Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: "hemvist: pseudonyms of identity numbers",
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
