import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { isPlain } from "@hemvist/contracts";
import { scopesFor, trialParty } from "@hemvist/rules";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { trial, Unexpected } from "../../../infra/deploy/trial.ts";
import { trialToken } from "../../../infra/deploy/trial-token.ts";

// That it comes through is a journey's, on the deployed bundles: test/journeys/trial.test.ts. Here it does not.

interface Called {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

type Answers = (called: Called) => Response;

const assigned = (status: string) =>
  Response.json({ outcome: "assigned", assignments: [{ assignmentId: "a", provider: trialParty, status }] });
const assignment = (deliveredAt?: string) => Response.json({ receipt: { storedAt: "…", deliveredAt } });

/** What a trial that gets no token is told. */
const withoutToken = (error: Error) =>
  trial({
    api: "https://example.org/live",
    token: () => Promise.reject(error),
    now: () => "2026-11-28T09:00:00.000Z",
    rest: () => Promise.resolve(),
    ask: () => Promise.reject(new Error("nothing is asked")),
  });

/** As a system answers a trial that comes through, but where a test has it answer otherwise. */
async function tried(otherwise: (called: Called) => Response | undefined = () => undefined) {
  const calls: Called[] = [];
  let rests = 0;
  const usual: Answers = ({ path, body }) => {
    if (path.endsWith("/v1/decisions")) return assigned(body["revision"] === 1 ? "requested" : "cancelled");
    return path.endsWith("/progress") ? Response.json({}) : assignment("2026-11-28T09:00:01.000Z");
  };
  const looks = await trial({
    api: "https://example.org/live",
    token: () => Promise.resolve("token"),
    now: () => "2026-11-28T09:00:00.000Z",
    rest: () => {
      rests += 1;
      return Promise.resolve();
    },
    ask: (url, { method = "GET", body } = {}) => {
      const called = {
        method,
        path: new URL(String(url)).pathname,
        body: body === undefined ? {} : (JSON.parse(String(body)) as Record<string, unknown>),
      };
      calls.push(called);
      return Promise.resolve(otherwise(called) ?? usual(called));
    },
  });
  return {
    looks,
    calls: calls.map(({ method, path }) => `${method} ${path}`),
    rests: () => rests,
    of: calls,
  };
}

const is = (looks: Awaited<ReturnType<typeof trial>>) =>
  looks.map(({ what, is }) => `${is} ${what.slice(19)}`);

describe("a trial decision", () => {
  it("keeps the API's stage, begins tomorrow, and names hemvist's own party", async () => {
    const { calls, of } = await tried();
    const decisionId = String(of[0]?.body["decisionId"]);
    const id = `hemvist-prov.${decisionId}.1`;

    expect(isPlain(decisionId)).toBe(true);
    expect(calls).toEqual([
      "POST /live/v1/decisions",
      `GET /live/v1/assignments/${id}`,
      `POST /live/v1/assignments/${id}/progress`,
      "POST /live/v1/decisions",
    ]);
    expect(of[0]?.body).toMatchObject({
      administration: trialParty,
      decidedOn: "2026-11-28",
      validFrom: "2026-11-29",
    });
    expect(of[3]?.body).toMatchObject({ revision: 2, revocation: { on: "2026-11-28" } });
  });

  it("that is refused stops, and there is nothing to end", async () => {
    const { looks, calls } = await tried(() =>
      Response.json({ type: "urn:hemvist:problem:returned", detail: "text" }, { status: 422 }),
    );

    expect(looks.slice(1)).toEqual([
      {
        what: "the trial decision is taken and assigned",
        is: "stops",
        says: "The API answered 422 (urn:hemvist:problem:returned).",
      },
    ]);
    expect(calls).toHaveLength(1);
  });

  it("that goes to a party of the city's stops", async () => {
    const { looks } = await tried(() =>
      Response.json({
        outcome: "assigned",
        assignments: [{ assignmentId: "a", provider: "kompetenscenter", status: "requested" }],
      }),
    );

    expect(is(looks)).toEqual(["fine has a token", "stops is taken and assigned"]);
  });

  it("that hand-off never sends stops after a bounded number of looks, and is ended", async () => {
    const { looks, rests } = await tried(({ method }) => (method === "GET" ? assignment() : undefined));

    expect(is(looks)).toEqual([
      "fine has a token",
      "fine is taken and assigned",
      "stops is handed on",
      "fine is ended",
    ]);
    expect(rests()).toBe(90);
  });

  it("whose report fails is ended all the same, and one that is not ended stops", async () => {
    const { looks } = await tried(({ path, body }) => {
      if (path.endsWith("/progress")) return Response.json({}, { status: 500 });
      return body["revision"] === 2 ? assigned("received") : undefined;
    });

    expect(is(looks)).toEqual([
      "fine has a token",
      "fine is taken and assigned",
      "fine is handed on",
      "stops is acknowledged",
      "stops is ended",
    ]);
    expect(looks[3]?.says).toBe("The API answered 500 (no problem).");
    expect(looks[4]?.says).toBe("Its assignment is received.");
  });

  it("without a token stops, and asks the API nothing", async () => {
    expect(await withoutToken(new Unexpected("It got no token."))).toEqual([
      { what: "the trial decision has a token", is: "stops", says: "It got no token." },
    ]);
    expect(
      await withoutToken(Object.assign(new Error("text"), { name: "AccessDeniedException" })),
    ).toMatchObject([{ is: "stops", says: "It does not answer: AccessDeniedException" }]);
  });

  it("that gets no answer at all says why", async () => {
    const { looks } = await tried(() => {
      throw new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });
    });

    expect(looks.slice(1)).toMatchObject([{ is: "stops", says: "It does not answer: ECONNREFUSED" }]);
  });
});

describe("the token of hemvist's own party", () => {
  const cognito = mockClient(CognitoIdentityProviderClient);
  const issuer = "https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_Pool";
  const answering =
    (status: number) =>
    (url: unknown, init?: RequestInit): Promise<Response> =>
      Promise.resolve(
        init === undefined
          ? Response.json({ token_endpoint: "https://pool.example.org/oauth2/token" })
          : Response.json({ access_token: `${String(url)} ${String(init.body)}` }, { status }),
      );

  beforeEach(() => {
    cognito.reset();
    cognito
      .on(ListUserPoolClientsCommand, { UserPoolId: "eu-north-1_Pool" })
      .resolves({ UserPoolClients: [{ ClientName: "sf-centrum", ClientId: "1" }], NextToken: "more" })
      .on(ListUserPoolClientsCommand, { UserPoolId: "eu-north-1_Pool", NextToken: "more" })
      .resolves({ UserPoolClients: [{ ClientName: trialParty, ClientId: "2" }] })
      .on(DescribeUserPoolClientCommand, { UserPoolId: "eu-north-1_Pool", ClientId: "2" })
      .resolves({ UserPoolClient: { ClientSecret: "secret" } });
  });

  it("is its own client's, with the scopes that the matrix gives it", async () => {
    const token = await trialToken(new CognitoIdentityProviderClient({}), issuer, answering(200));

    expect(token).toContain("https://pool.example.org/oauth2/token grant_type=client_credentials");
    expect(decodeURIComponent(token)).toContain("scope=hemvist/party.hemvist-prov");
    for (const scope of scopesFor(["trial"])) expect(decodeURIComponent(token)).toContain(`hemvist/${scope}`);
    expect(token).not.toContain("persons.search");
  });

  it("that the issuer refuses says the status, and nothing of the secret", async () => {
    const refused = trialToken(new CognitoIdentityProviderClient({}), issuer, answering(400));

    await expect(refused).rejects.toThrow(/^hemvist-prov got no token: 400\.$/);
  });

  it("is not there where the pool has no such client", async () => {
    cognito.on(ListUserPoolClientsCommand).resolves({ UserPoolClients: [] });

    await expect(trialToken(new CognitoIdentityProviderClient({}), issuer)).rejects.toThrow(
      "The user pool eu-north-1_Pool has no client for hemvist-prov",
    );
  });
});
