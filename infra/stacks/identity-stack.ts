import type { Parties } from "@hemvist/rules";
import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { TokenIssuer } from "../constructs/handoff-api.ts";
import { PartyClients } from "../constructs/party-clients.ts";
import type { Settings } from "../settings.ts";

export interface IdentityStackProps extends StackProps {
  readonly settings: Settings;
  readonly parties: Parties;
}

/** The issuer of the parties' tokens, where the stage names none of its own. It stays when the stack is deleted. */
export class IdentityStack extends Stack {
  readonly issuer: TokenIssuer;

  constructor(scope: Construct, id: string, { settings, parties, ...props }: IdentityStackProps) {
    super(scope, id, props);
    const { pool } = new PartyClients(this, "Parties", {
      parties,
      domainPrefix: `hemvist-${settings.municipality.code}-${settings.account}`,
      deletionProtection: settings.deletionProtection,
    });
    this.issuer = { url: pool.userPoolProviderUrl, pool };
  }
}
