import { request } from "node:http";
import { type Access, accessMatrix, kindsOf, partiesOf, reachOf } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fetchToken } from "../../packages/sandbox/parties/access-token.ts";
import { clientOf } from "../../packages/sandbox/parties/parties.ts";
import { asking, nowhere, type Row, there, uuid } from "../access/asking.ts";
import { goteborg } from "../support/goteborg.ts";
import { aSystem } from "./a-system.ts";
import { report, sample, traineeship } from "./sample.ts";

// Each cell of the access matrix that must refuse, over the running system: party × operation × resource. What is another
// party's and what is no party's get the same answer, byte for byte, and the functions make the same calls to AWS.

const system = await aSystem();
const parties = partiesOf(goteborg);
const everyParty = [...new Set([...parties.administrations, ...parties.executors, ...parties.listeners])];
const [owner, provider] = ["sf-centrum", "kompetenscenter"];
const assignmentId = `${owner}.${there}.1`;

await system.party(owner).post("/v1/decisions", sample(traineeship, { decisionId: there }));
await system
  .party(provider)
  .post(`/v1/assignments/${assignmentId}/progress`, report(assignmentId, "received"));
await system.party(provider).post(
  `/v1/assignments/${assignmentId}/proposals`,
  JSON.stringify({
    proposalId: uuid,
    assignmentId,
    wish: { kind: "extend", to: "2027-08-31" },
    madeAt: "2026-11-02T09:00:00Z",
  }),
);
await system.settle();

/** Those of its operations that change nothing when they are refused, and that need a token. */
const guarded = accessMatrix.filter((row) => "scope" in row);
const reachFor = (row: Access, party: string) => reachOf(row, kindsOf(party, parties));
const ofProviders = ["reportProgress", "makeProposal", "withdrawProposal"];

const cells = guarded.flatMap((row) =>
  everyParty.map((party) => ({ operation: row.operation, party, row, reach: reachFor(row, party) })),
);
const refused = cells.filter(({ reach }) => reach.length === 0);
const outOfReach = cells.filter(
  ({ operation, party, reach }) =>
    reach.length > 0 && !reach.includes("all") && party !== owner && !isTheProviders(operation, party),
);

function isTheProviders(operation: string, party: string): boolean {
  return party === provider && [...ofProviders, "readAssignment"].includes(operation);
}

interface Answer {
  readonly status: number;
  /** But for the two that every answer has of its own: its instant, and the request's id. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the functions asked of AWS for it, the keys of a new process aside. */
  readonly calls: Readonly<Record<string, number>>;
}

async function ask(row: Row, decisionId: string, token: string | undefined): Promise<Answer> {
  const { pathParameters, body } = asking[row.operation](decisionId);
  const path = row.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => pathParameters?.[name] ?? "");
  const before = callsSoFar();
  const response = await fetch(`${system.apiUrl}${path}`, {
    method: row.method,
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const { date: _date, "x-amzn-requestid": _id, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: text, calls: since(before) };
}

function callsSoFar(): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(system.calls()).flatMap(([caller, operations]) =>
      Object.entries(operations).map(([operation, { count }]) => [`${caller} ${operation}`, count] as const),
    ),
  );
}

const since = (before: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...callsSoFar()]
      .map(([call, count]) => [call, count - (before.get(call) ?? 0)] as const)
      .filter(([call, count]) => count > 0 && !call.endsWith("KMS.GenerateMac")),
  );

const tokens = new Map(
  await Promise.all(
    everyParty.map(async (party) => [party, await fetchToken(clientOf(system, party))] as const),
  ),
);

describe("a party that may not use an operation", () => {
  it.each(refused)(
    "$operation as $party: 403, whatever it asks about, and no call to AWS",
    async ({ row, party }) => {
      const another = await ask(row, there, tokens.get(party));
      const none = await ask(row, nowhere, tokens.get(party));

      expect(another.status).toBe(403);
      expect(another.body).toContain("urn:hemvist:problem:not-allowed");
      expect(another).toEqual(none);
      expect(another.calls).toEqual({});
    },
  );
});

describe("a party that asks about what is another's", () => {
  it.each(outOfReach)("$operation as $party: as if it did not exist", async ({ row, party }) => {
    // Warm: the first call of a process does more.
    await ask(row, nowhere, tokens.get(party));
    const another = await ask(row, there, tokens.get(party));
    const none = await ask(row, nowhere, tokens.get(party));

    expect([200, 403, 404]).toContain(another.status);
    expect(another.status).toBe(none.status);
    // A refusal repeats the ids of the message that it refuses, and nothing else.
    expect(another.body.replaceAll(there, nowhere)).toBe(none.body);
    expect(another.headers).toEqual(none.headers);
    expect(another.body).not.toContain(provider);
    if (row.operation === "searchPerson") expect(without(another.calls)).toEqual(without(none.calls));
    else expect(another.calls).toEqual(none.calls);
  });
});

/** A search reads the decisions that it finds before it knows whose they are (docs/security/who-may-what.md). */
const without = ({
  "hemvist-read-case DynamoDB.GetItem": _found,
  ...calls
}: Answer["calls"]): Answer["calls"] => calls;

describe("a call without a valid token", () => {
  it.each(guarded)("$operation: 401, and no call to AWS", async (row) => {
    for (const token of [undefined, "not-a-token", `${tokens.get(owner)}x`]) {
      const another = await ask(row, there, token);
      const none = await ask(row, nowhere, token);

      expect(another).toMatchObject({
        status: 401,
        headers: { "content-type": "application/problem+json", "www-authenticate": "Bearer" },
        calls: {},
      });
      expect(another).toEqual(none);
    }
  });

  it("has none where it has two: the first is what the gateway reads, and the last is what the function gets", async () => {
    const Authorization = [owner, "sf-hisingen"].map((party) => `Bearer ${tokens.get(party)}`);
    const status = await new Promise((resolve, reject) => {
      request(`${system.apiUrl}/v1/models`, { headers: { Authorization } }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode));
      })
        .on("error", reject)
        .end();
    });

    expect(status).toBe(401);
  });
});

describe("the issuer", () => {
  it("gives no party the scope of another, nor an operation that is not its own", async () => {
    for (const party of everyParty) {
      const { tokenUrl, clientId, clientSecret } = clientOf(system, party);
      const others = everyParty.filter((other) => other !== party).map((other) => `hemvist/party.${other}`);
      const closed = guarded
        .filter((row) => reachFor(row, party).length === 0)
        .map(({ scope }) => `hemvist/${scope}`);
      for (const scope of [...others, ...closed]) {
        const body = new URLSearchParams({ grant_type: "client_credentials", scope });
        const headers = { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` };
        const response = await fetch(tokenUrl, { method: "POST", headers, body });

        expect([scope, response.status, await response.json()]).toEqual([
          scope,
          400,
          { error: "invalid_scope" },
        ]);
      }
    }
  });
});

describe("the limits that the OpenAPI document names", () => {
  it("hold for each operation with a body: that many bytes are read, and one more gets 413", async () => {
    const text = await (await fetch(`${system.apiUrl}/v1/openapi.yaml`)).text();
    const { paths } = parse(text) as {
      paths: Record<string, { post?: { "x-limits": { bodyBytes: number } } }>;
    };
    const posting = guarded.filter(({ method }) => method === "POST");
    for (const row of posting) {
      const most = paths[row.path]?.post?.["x-limits"].bodyBytes ?? 0;
      const party = ofProviders.includes(row.operation) ? provider : owner;
      const statusOf = async (bytes: number): Promise<number> => {
        const headers = { Authorization: `Bearer ${tokens.get(party)}`, "Content-Type": "application/json" };
        const path = row.path.replace("{assignmentId}", assignmentId).replace("{proposalId}", uuid);
        const response = await fetch(`${system.apiUrl}${path}`, {
          method: "POST",
          headers,
          body: "{}".padEnd(bytes),
        });
        return response.status;
      };

      expect([row.operation, await statusOf(most), await statusOf(most + 1)]).toEqual([
        row.operation,
        400,
        413,
      ]);
    }
    expect(posting).toHaveLength(7);
  });

  it("hold for a name in an address: one that is too long is the name of nothing", async () => {
    for (const length of [256, 257]) {
      const { status } = await system.get(`/v1/assignments/${"x".repeat(length)}`, owner);
      expect(status).toBe(404);
    }
  });
});

it("no cell is left out: each party, operation and resource that must refuse was asked", () => {
  expect(refused.length + outOfReach.length).toBeGreaterThanOrEqual(50);
  for (const { operation } of guarded.filter((row) => !reachFor(row, owner).includes("all")))
    expect([...refused, ...outOfReach].some((cell) => cell.operation === operation)).toBe(true);
});
