import type { Parties } from "@hemvist/rules";
import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { TokenIssuer } from "../constructs/handoff-api.ts";
import { PartyClients } from "../constructs/party-clients.ts";
import type { Settings } from "../settings.ts";

export interface IdentityStackProps extends StackProps {
  readonly settings: Settings;
  readonly parties: Parties;
}

export const tokenIssuerOutput = "TokenIssuer";

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
    // Where `npm run deploy` gets the token of hemvist's own party.
    new CfnOutput(this, tokenIssuerOutput, { value: pool.userPoolProviderUrl });
    this.issuer = { url: pool.userPoolProviderUrl, pool };
  }
}
