import { RemovalPolicy } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { type KeyUse, keyPolicy } from "./key-policy.ts";

export interface DerivationKeyProps {
  /** What is made with the keys derived from it, for those who find it in the console. */
  readonly description: string;
  /** Its name for `hemvist ops`, which has no settings. */
  readonly alias?: string;
  readonly usedBy: readonly KeyUse[];
}

/**
 * Functions derive their keys from it in memory: it never leaves KMS. It is never replaced, because stored pseudonyms
 * and sealed bodies need the same key for good (and KMS does not rotate HMAC keys). A new generation of derived keys is
 * a new label: docs/security/keys.md.
 */
export class DerivationKey extends Key {
  constructor(scope: Construct, id: string, { usedBy, ...props }: DerivationKeyProps) {
    super(scope, id, {
      ...props,
      policy: keyPolicy(scope, usedBy),
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
