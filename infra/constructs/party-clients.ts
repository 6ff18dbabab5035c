import {
  addresseesAmong,
  kindsOf,
  type Parties,
  partyScope,
  scopeInToken,
  scopePrefix,
  scopes,
  scopesFor,
  trialParty,
} from "@hemvist/rules";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  AccountRecovery,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolResourceServer,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";

export interface PartyClientsProps {
  readonly parties: Parties;
  /** Where clients fetch tokens: a part of the address, which no other pool of the region may have. */
  readonly domainPrefix: string;
  readonly deletionProtection: boolean;
}

/** SAK.12 of Digg's REST API profile, and the shortest that Cognito takes. */
const tokenValidity = Duration.minutes(5);

/**
 * The issuer of the parties' tokens: one OAuth client for each party, hemvist's own among them. A client can be given
 * its own party's scope and the scopes of the operations that the access matrix admits its party to, and no others.
 *
 * Cognito knows a client by its secret only (`client_secret_basic` or `client_secret_post`). A stage whose parties use
 * `private_key_jwt` names an issuer of its own: infra/deployments.ts.
 */
export class PartyClients extends Construct {
  readonly pool: UserPool;

  constructor(scope: Construct, id: string, { parties, ...props }: PartyClientsProps) {
    super(scope, id);
    this.pool = new UserPool(this, "Pool", {
      userPoolName: "hemvist-parties",
      selfSignUpEnabled: false,
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: {
        minLength: 16,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      deletionProtection: props.deletionProtection,
      // A new pool gives every client another id and another secret.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.pool.addDomain("Domain", { cognitoDomain: { domainPrefix: props.domainPrefix } });
    const everyone = [...addresseesAmong(parties), trialParty];
    const operations = scopes.map((name) => named(name, `Operations of ${name}`));
    const own = everyone.map((party) => named(partyScope(party), `The party ${party}`));
    const server = this.pool.addResourceServer("Api", {
      identifier: scopePrefix.replace(/\/$/, ""),
      scopes: [...operations, ...own],
    });
    for (const party of everyone) this.#addClient(party, { server, parties, operations, own });
  }

  #addClient(
    party: string,
    {
      server,
      parties,
      operations,
      own,
    }: {
      readonly server: UserPoolResourceServer;
      readonly parties: Parties;
      readonly operations: readonly ResourceServerScope[];
      readonly own: readonly ResourceServerScope[];
    },
  ): void {
    const names: readonly string[] = [partyScope(party), ...scopesFor(kindsOf(party, parties))];
    this.pool.addClient(party, {
      userPoolClientName: party,
      generateSecret: true,
      accessTokenValidity: tokenValidity,
      authFlows: {},
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [...own, ...operations]
          .filter(({ scopeName }) => names.includes(scopeName))
          .map((one) => OAuthScope.resourceServer(server, one)),
      },
    });
  }
}

const named = (scopeName: string, scopeDescription: string): ResourceServerScope =>
  new ResourceServerScope({ scopeName, scopeDescription });

/** Every scope that names an operation, as it stands in a token. */
export const everyScope = scopes.map(scopeInToken);
