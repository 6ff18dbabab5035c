import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  paginateListUserPoolClients,
} from "@aws-sdk/client-cognito-identity-provider";
import { partyScope, scopeInToken, scopePrefix, scopesFor, trialParty } from "@hemvist/rules";
import * as z from "zod";
import { Unexpected } from "./trial.ts";

const described = z.object({ token_endpoint: z.url() });
const granted = z.object({ access_token: z.string() });

/**
 * A token of hemvist's own party, from the user pool that the stage has made. The secret is read for this and is
 * printed nowhere.
 * @param issuer the pool's address, whose last part is its id
 */
export async function trialToken(
  client: CognitoIdentityProviderClient,
  issuer: string,
  ask: typeof fetch = fetch,
): Promise<string> {
  const { id, secret } = await trialClient(client, issuer.split("/").at(-1) ?? "");
  const description = await ask(`${issuer}/.well-known/openid-configuration`);
  const { token_endpoint } = described.parse(await description.json());
  const response = await ask(token_endpoint, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials", scope: trialScopes.join(" ") }),
  });
  // Only the status: what else an issuer or a proxy says may hold what it was sent.
  if (!response.ok) throw new Unexpected(`${trialParty} got no token: ${response.status}.`);
  return granted.parse(await response.json()).access_token;
}

const trialScopes = [`${scopePrefix}${partyScope(trialParty)}`, ...scopesFor(["trial"]).map(scopeInToken)];

async function trialClient(client: CognitoIdentityProviderClient, UserPoolId: string) {
  for await (const { UserPoolClients = [] } of paginateListUserPoolClients({ client }, { UserPoolId })) {
    const ClientId = UserPoolClients.find(({ ClientName }) => ClientName === trialParty)?.ClientId;
    if (ClientId === undefined) continue;
    const { UserPoolClient } = await client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    return { id: ClientId, secret: UserPoolClient?.ClientSecret ?? "" };
  }
  throw new Unexpected(`The user pool ${UserPoolId} has no client for ${trialParty}.`);
}
