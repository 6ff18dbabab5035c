import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, describe, expect, it } from "vitest";
import type { Answered, askPublicly } from "../../../infra/deploy/ask-publicly.ts";
import { smoke } from "../../../infra/deploy/smoke.ts";

const json = (status: number, type = "application/json"): Answered => ({ status, type });

/** An API with these answers, by path. */
function api(answers: Readonly<Record<string, () => Answered>>) {
  const asked: string[] = [];
  const ask: typeof askPublicly = (url) => {
    asked.push(url);
    const { pathname } = new URL(url);
    const [, answer] = Object.entries(answers).find(([path]) => pathname.endsWith(path)) ?? [];
    return answer === undefined
      ? Promise.reject(Object.assign(new Error("not found"), { code: "ENOTFOUND" }))
      : Promise.resolve(answer());
  };
  return { ask, asked };
}

describe("the smoke test", () => {
  it("is fine where the API answers, and refuses a person's data without a token", async () => {
    const { ask, asked } = api({
      "/v1/api-info": () => json(200),
      "/v1/decisions/none": () => json(401, "application/problem+json"),
    });

    expect((await smoke("https://example.org/live/", ask)).map(({ is }) => is)).toEqual(["fine", "fine"]);
    expect(asked).toEqual([
      "https://example.org/live/v1/api-info",
      "https://example.org/live/v1/decisions/none",
    ]);
  });

  it("keeps the base path of an own domain", async () => {
    const { ask, asked } = api({});
    await smoke("https://example.org/hemvist", ask);

    expect(asked[0]).toBe("https://example.org/hemvist/v1/api-info");
  });

  it.each([
    ["opens to a caller without a token", 200, "application/json"],
    ["refuses in another form than the contract's", 401, "text/html"],
  ])("stops at an API that %s", async (_what, status, type) => {
    const { ask } = api({ "/v1/api-info": () => json(200), "/v1/decisions/none": () => json(status, type) });

    expect((await smoke("https://example.org/", ask)).map(({ is }) => is)).toEqual(["fine", "stops"]);
  });

  it("says why it does not answer at all", async () => {
    const { ask } = api({});

    expect(await smoke("https://example.org/", ask)).toMatchObject([
      { is: "stops", says: "It does not answer: ENOTFOUND" },
      { is: "stops" },
    ]);
  });
});

// Made with `openssl req -x509 -nodes` for this test. No machine trusts it, and its private half is here for all to read.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqlNamStoEtDtxEqh
0dj9/Cuq9/feGVJ69cPqwzdo/NehRANCAAQvSrZ6rF8zS0LtAoIsyDlTiVbzqHxk
kR7O7uAFbB6COZNe7bbJkicPSFZPlUOsoOsZzTUWrjRC5OIC2My+aAgd
-----END PRIVATE KEY-----`;
const certificate = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUcfG5LwVow3IPgxiuA/c4tj0iwJYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyODE3NDEyM1oYDzIxMjYxMTA0
MTc0MTIzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQvSrZ6rF8zS0LtAoIsyDlTiVbzqHxkkR7O7uAFbB6COZNe7bbJkicP
SFZPlUOsoOsZzTUWrjRC5OIC2My+aAgdo28wbTAdBgNVHQ4EFgQU6NejX9t8PeF7
nEttZEOLtTSmBEcwHwYDVR0jBBgwFoAU6NejX9t8PeF7nEttZEOLtTSmBEcwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgcBA8I86fWP5WXbEvKiQR+xDZBU9Sr2xb7oTwC7dQRoQCID+N
cIQwxq7Bu52fH6iS4uoWqL6zqZxFgv1cGMlzcFPc
-----END CERTIFICATE-----`;

describe("an API whose certificate is not publicly trusted", () => {
  const server: Server = createServer({ key, cert: certificate }, ({ url }, response) => {
    const isOpen = url === "/v1/api-info";
    const type = isOpen ? "application/json" : "application/problem+json";
    response.writeHead(isOpen ? 200 : 401, { "content-type": type }).end("{}");
  });
  const listening = new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`https://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
  const trusted = getCACertificates("default");
  afterAll(() => {
    setDefaultCACertificates(trusted);
    server.close();
  });

  it("stops the deployment, also on a machine that trusts its authority", async () => {
    const api = await listening;
    setDefaultCACertificates([...trusted, certificate]);

    expect(await fetch(`${api}/v1/api-info`)).toMatchObject({ status: 200 });
    expect(await smoke(api)).toMatchObject([
      { is: "stops", says: "It does not answer: DEPTH_ZERO_SELF_SIGNED_CERT" },
      { is: "stops" },
    ]);
  });
});
