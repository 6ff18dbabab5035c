import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { ClientSettings } from "@hemvist/local";
import type { Client } from "../../packages/sandbox/parties/access-token.ts";

/** The clients of the deployed user pool by their party, with the ids and secrets that the emulator gave them. */
export async function oauthClients(settings: ClientSettings): Promise<ReadonlyMap<string, Client>> {
  const cognito = new CognitoIdentityProviderClient(settings);
  const { UserPools = [] } = await cognito.send(new ListUserPoolsCommand({ MaxResults: 60 }));
  const UserPoolId = UserPools.find(({ Name }) => Name === "hemvist-parties")?.Id;
  const { UserPoolClients = [] } = await cognito.send(
    new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 }),
  );
  const clients = new Map<string, Client>();
  for (const { ClientId } of UserPoolClients) {
    const { UserPoolClient = {} } = await cognito.send(
      new DescribeUserPoolClientCommand({ UserPoolId, ClientId }),
    );
    const { ClientName = "", ClientId: clientId = "", ClientSecret: clientSecret = "" } = UserPoolClient;
    clients.set(ClientName, { tokenUrl: `${settings.endpoint}/oauth2/token`, clientId, clientSecret });
  }
  return clients;
}
