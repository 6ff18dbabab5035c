import * as z from "zod";

/** Where a party fetches its tokens, and how it shows there who it is. */
export interface Client {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Calls the API with the party's token, and with a new one when the API no longer takes the old one. */
export function callerWith(client: Client): (url: string, init?: RequestInit) => Promise<Response> {
  let token: Promise<string> | undefined;
  const called = async (url: string, init: RequestInit): Promise<Response> => {
    token ??= fetchToken(client);
    const headers = new Headers(init.headers);
    headers.set("Authorization", `Bearer ${await token}`);
    return fetch(url, { ...init, headers });
  };
  return async (url, init = {}) => {
    const response = await called(url, init);
    if (response.status !== 401) return response;
    token = undefined;
    return called(url, init);
  };
}

const granted = z.object({ access_token: z.string() });

/** OAuth 2.0, client credentials: every scope that the client may have. */
export async function fetchToken({ tokenUrl, clientId, clientSecret }: Client): Promise<string> {
  const response = await fetch(tokenUrl, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  // Only the status: what else an issuer or a proxy says may hold what it was sent.
  if (!response.ok) throw new Error(`${clientId} got no token: ${response.status}`);
  return granted.parse(await response.json()).access_token;
}
