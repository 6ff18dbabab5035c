import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRequest, context } from "../../test/support/a-request.ts";
import { logLines } from "../../test/support/log-lines.ts";
import type { Admit } from "./admission.ts";
import { type HttpAnswer, httpApi, refusal } from "./http-api.ts";
import type { HttpRequest } from "./http-request.ts";

const logged = logLines();

const echo = (request: HttpRequest): Promise<HttpAnswer> => Promise.resolve({ status: 200, body: request });

/** Lets in every call as SF Centrum's, but for one. */
const admit: Admit = ({ authorization }) =>
  Promise.resolve(
    authorization === "Bearer refused"
      ? { refused: "not-authenticated", headers: { "WWW-Authenticate": "Bearer" } }
      : { caller: { party: "sf-centrum", reach: ["own-decisions"] } },
  );

const handler = httpApi(
  {
    "/v1/things": { POST: echo, GET: echo },
    "/v1/things/{thing}": { GET: echo },
    "/v1/troubles": {
      POST: () => Promise.reject(new Error("table decisions in eu-north-1 said 18900118-9803")),
    },
    "/v1/races": {
      POST: () => Promise.reject(Object.assign(new Error("sf-centrum.X"), { name: "WriteConflict" })),
    },
    "/v1/unlogged": {
      GET: () => Promise.reject(Object.assign(new Error("S3 said no"), { name: "AccessNotLogged" })),
    },
    "/v1/refusals": { POST: () => Promise.resolve(refusal("returned", { findings: [] })) },
    "/v1/much": {
      GET: ({ parameters }) =>
        Promise.resolve({ status: 200, body: { text: '"'.repeat(Number(parameters["bytes"]) / 2) } }),
    },
    "/v1/text": {
      GET: () =>
        Promise.resolve({
          status: 200,
          body: "openapi: 3.1.0",
          headers: { "Content-Type": "application/yaml" },
        }),
    },
  },
  admit,
);

const call = (event: Partial<APIGatewayProxyEvent>): Promise<APIGatewayProxyResult> =>
  handler(aRequest(event), context);
const post = (body: string | null, more: Partial<APIGatewayProxyEvent> = {}) =>
  call({ resource: "/v1/things", httpMethod: "POST", body, ...more });
const postBytes = (bytes: readonly number[]) =>
  post(Buffer.from(bytes).toString("base64"), { isBase64Encoded: true });
const get = (thing: string) =>
  call({ resource: "/v1/things/{thing}", httpMethod: "GET", pathParameters: { thing } });
const bodyOf = (answer: APIGatewayProxyResult): Record<string, unknown> => JSON.parse(answer.body);

describe("a request", () => {
  it("reaches its use case with its body parsed and the instant the gateway received it", async () => {
    const answer = await post('{"a":1}');

    expect(answer.statusCode).toBe(200);
    expect(bodyOf(answer)).toMatchObject({
      body: { a: 1 },
      receivedAt: "2026-11-02T09:00:00Z",
      requestId: "request-1",
    });
  });

  it("may be written in base64", async () => {
    const body = Buffer.from('{"name":"Åsa"}').toString("base64");

    expect(bodyOf(await post(body, { isBase64Encoded: true }))).toMatchObject({ body: { name: "Åsa" } });
  });

  it("may begin with a byte order mark", async () => {
    expect(bodyOf(await post('\ufeff{"a":1}'))).toMatchObject({ body: { a: 1 } });
    expect(bodyOf(await postBytes([0xef, 0xbb, 0xbf, 0x7b, 0x7d]))).toMatchObject({ body: {} });
  });

  it("needs no headers to be read", async () => {
    const answer = await call({
      resource: "/v1/things",
      httpMethod: "GET",
      headers: null as never,
      multiValueHeaders: null as never,
    });

    expect(answer.statusCode).toBe(200);
    expect(bodyOf(answer)).toMatchObject({ baseUrl: "https://api.example" });
  });

  it.each([
    ["of the gateway's stage", { path: "/v1/things", whole: "/prod/v1/things" }, "https://api.example/prod"],
    ["at a domain's root", { path: "/v1/things", whole: "/v1/things" }, "https://api.example"],
    [
      "under a domain's base path",
      { path: "/hemvist/v1/things", whole: "/hemvist/v1/things" },
      "https://api.example/hemvist",
    ],
    [
      "with a slash at its end",
      { path: "/v1/things/", whole: "/prod/v1/things/" },
      "https://api.example/prod",
    ],
  ])("knows the URL it was sent to, %s", async (_where, { path, whole }, baseUrl) => {
    const { requestContext } = aRequest();
    const answer = await post("{}", { path, requestContext: { ...requestContext, path: whole } });

    expect(bodyOf(answer)).toMatchObject({ baseUrl });
  });
});

describe("traceparent", () => {
  const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  it("is handed on, however its header is written", async () => {
    const headers = { "Content-Type": "application/json", TraceParent: trace };

    expect(bodyOf(await post("{}", { headers }))).toMatchObject({ traceparent: trace });
  });

  it("is left out where it is not one", async () => {
    const headers = { "content-type": "application/json", traceparent: "18900118-9803" };

    expect(bodyOf(await post("{}", { headers }))).not.toHaveProperty("traceparent");
  });
});

describe("what is refused", () => {
  it("an unknown resource: 404", async () => {
    expect(await call({ resource: "/v1/nothing" })).toMatchObject({ statusCode: 404 });
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])(
    "%s: 405, with what is allowed",
    async (httpMethod) => {
      const answer = await call({ resource: "/v1/things", httpMethod });

      expect(answer).toMatchObject({ statusCode: 405, headers: { Allow: "POST, GET, HEAD" } });
    },
  );

  it("HEAD of what only takes POST: 405", async () => {
    const answer = await call({ resource: "/v1/troubles", httpMethod: "HEAD" });

    expect(answer).toMatchObject({ statusCode: 405, headers: { Allow: "POST" }, body: "" });
  });

  it.each([
    ["is not JSON", "{", "not-json"],
    ["is empty", "", "not-json"],
    ["is missing", null, "not-json"],
    ["nests too deep", "[".repeat(3000), "too-deep"],
  ])("a body that %s: 400, with the fault", async (_how, body, code) => {
    const answer = await post(body);

    expect(answer.statusCode).toBe(400);
    expect(bodyOf(answer)).toMatchObject({
      type: "urn:hemvist:problem:unreadable",
      faults: [{ pointer: "", code }],
    });
  });

  it("a body in another encoding than UTF-8, where the gateway hands over its bytes: 400", async () => {
    const answer = await postBytes([...Buffer.from('{"name":"Åsa"}', "latin1")]);

    expect(answer.statusCode).toBe(400);
    expect(bodyOf(answer)).toMatchObject({ faults: [{ pointer: "", code: "not-utf-8" }] });
  });

  it.each(["iso-8859-1", "utf-16", '"windows-1252"', "us-ascii", ""])(
    "a body whose content type names the character set %s: 415",
    async (charset) => {
      const headers = { "Content-Type": `application/json; profile=x; charset=${charset}` };
      const answer = await post("{}", { headers });

      expect(answer.statusCode).toBe(415);
      expect(bodyOf(answer)).toMatchObject({ type: "urn:hemvist:problem:not-utf-8" });
    },
  );

  it.each(["text/plain", "application/xml", "application/jsonp", undefined])(
    "the content type %s: 415",
    async (type) => {
      const headers = type ? { "Content-Type": type } : {};

      expect(await post("{}", { headers })).toMatchObject({ statusCode: 415 });
    },
  );

  it.each([
    "Application/JSON; charset=utf-8",
    'application/json;charset="UTF-8"',
    "application/json; Charset=utf8; q=1",
    "application/json ;version=1",
  ])("takes %s", async (type) => {
    expect(await post("{}", { headers: { "Content-Type": type } })).toMatchObject({ statusCode: 200 });
  });

  it("a body of more than 64 KiB, counted in bytes: 413", async () => {
    const fits = `"${"a".repeat(64 * 1024 - 2)}"`;
    const tooLarge = `"${"å".repeat(32 * 1024)}"`;

    expect(await post(fits)).toMatchObject({ statusCode: 200 });
    expect(await post(tooLarge)).toMatchObject({ statusCode: 413 });
  });

  it("every refusal is problem+json", async () => {
    const answers = [await call({ resource: "/v1/nothing" }), await post("{}", { headers: {} })];

    for (const answer of answers) {
      expect(answer.headers).toMatchObject({ "Content-Type": "application/problem+json" });
      expect(bodyOf(answer)).toMatchObject({
        status: answer.statusCode,
        type: expect.stringMatching(/^urn:/),
      });
    }
  });

  it("a use case's own refusal comes out with its extensions", async () => {
    const answer = await call({ resource: "/v1/refusals", httpMethod: "POST", body: "{}" });

    expect(answer.statusCode).toBe(422);
    expect(bodyOf(answer)).toMatchObject({ type: "urn:hemvist:problem:returned", findings: [] });
  });
});

describe("HEAD", () => {
  it("is answered as GET, without the body", async () => {
    const [head, got] = await Promise.all(
      ["HEAD", "GET"].map((httpMethod) => call({ resource: "/v1/text", httpMethod })),
    );

    expect(head).toEqual({ ...got, body: "" });
    expect(got?.body).not.toBe("");
  });
});

describe("a path's parameter", () => {
  it("is decoded", async () => {
    expect(bodyOf(await get("a%20b"))).toMatchObject({ parameters: { thing: "a b" } });
  });

  it.each([
    ["malformed", "100%"],
    ["half a character", "%C3"],
    ["longer than any name here", "a".repeat(257)],
  ])("that is %s names nothing: 404", async (_how, thing) => {
    expect(await get(thing)).toMatchObject({ statusCode: 404 });
  });

  it("never brings about a fault, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (thing) => {
        expect((await get(thing)).statusCode).toBeOneOf([200, 404]);
      }),
    );
  });
});

describe("a fault of ours", () => {
  it("comes out as 500 and shows nothing of how we are built", async () => {
    const result = await call({ resource: "/v1/troubles", httpMethod: "POST", body: "{}" });

    expect(result.statusCode).toBe(500);
    expect(Object.keys(bodyOf(result)).sort()).toEqual(["detail", "status", "title", "type"]);
    expect(result.body).not.toMatch(/decisions|eu-north|9803|http-api|at /);
    expect(logged().join("\n")).not.toMatch(/9803|said/);
    expect(logged().join("\n")).toContain("request failed");
  });

  it("comes out as 503 where trying again is all it takes", async () => {
    expect(await call({ resource: "/v1/races", httpMethod: "POST", body: "{}" })).toMatchObject({
      statusCode: 503,
    });
  });

  it("is a 503 in both languages where the access log could not be written, and no answer", async () => {
    const answer = await call({ resource: "/v1/unlogged", httpMethod: "GET" });

    expect(answer.statusCode).toBe(503);
    expect(answer.headers?.["Content-Type"]).toBe("application/problem+json");
    expect(bodyOf(answer)).toMatchObject({
      type: "urn:hemvist:problem:access-not-logged",
      detail: expect.stringMatching(/kunde inte loggas.* \/ .*could not be logged/),
    });
  });
});

describe("an answer larger than Lambda gives", () => {
  const much = (bytes: number) =>
    call({ resource: "/v1/much", httpMethod: "GET", pathParameters: { bytes: String(bytes) } });

  it("is a problem of its own, by what it takes with its quotes escaped twice", async () => {
    const answer = await much(4_000_000);

    expect(answer.statusCode).toBe(500);
    expect(bodyOf(answer)).toMatchObject({ type: "urn:hemvist:problem:answer-too-large" });
  });

  it("is given where it fits", async () => {
    const answer = await much(2_000_000);

    expect(answer.statusCode).toBe(200);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(6_291_556);
  });
});

/** What ASVS 5.0.0 asks of it at least (V3.4.3, V3.4.6), and that nothing of an answer is rendered. */
const noContent = [
  "default-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "sandbox",
];

describe("every answer", () => {
  it.each([
    ["that succeeds", () => post("{}")],
    ["that refuses", () => call({ resource: "/v1/nothing" })],
  ])("%s has the security headers and is stored nowhere", async (_which, answer) => {
    expect((await answer()).headers).toMatchObject({
      "Cache-Control": "no-store",
      "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "no-referrer",
      "Cross-Origin-Resource-Policy": "same-origin",
    });
    const policy = String((await answer()).headers?.["Content-Security-Policy"]).split("; ");
    expect(policy).toEqual(expect.arrayContaining(noContent));
  });

  it("holds what it is given, whatever characters that has", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        expect(bodyOf(await post(JSON.stringify({ text })))["body"]).toEqual({ text });
      }),
    );
  });

  it("may be text of another type", async () => {
    const answer = await call({ resource: "/v1/text", httpMethod: "GET" });

    expect(answer).toMatchObject({ body: "openapi: 3.1.0", headers: { "Content-Type": "application/yaml" } });
  });

  it("is logged by its resource, never by its path, its parameters or its body", async () => {
    await call({
      resource: "/v1/things/{thing}",
      httpMethod: "GET",
      path: "/v1/things/18900118-9803",
      pathParameters: { thing: "18900118-9803" },
    });

    expect(logged().map((line) => JSON.parse(line))).toMatchObject([
      {
        message: "request answered",
        resource: "/v1/things/{thing}",
        status: 200,
        requestId: "request-1",
        ms: expect.any(Number),
      },
    ]);
    expect(logged().join("\n")).not.toContain("9803");
  });
});

describe("a call that is not let in", () => {
  it("gets a problem and the challenge, and its body is never read", async () => {
    const answer = await post("{", { headers: { Authorization: "Bearer refused" } });

    expect(answer).toMatchObject({
      statusCode: 401,
      headers: { "WWW-Authenticate": "Bearer", "Content-Type": "application/problem+json" },
    });
    expect(bodyOf(answer)).toMatchObject({ type: "urn:hemvist:problem:not-authenticated" });
    expect(JSON.parse(logged().at(-1) ?? "")).toMatchObject({
      CallersRefused: 1,
      problem: "not-authenticated",
    });
  });

  it("has no valid token where it has two: the gateway may have judged the other one", async () => {
    const asked: (string | undefined)[] = [];
    const watched = httpApi({ "/v1/things": { POST: echo } }, (asking) => {
      asked.push(asking.authorization);
      return admit(asking);
    });
    const Authorization = ["Bearer one", "Bearer another"];
    await watched(aRequest({ resource: "/v1/things", multiValueHeaders: { Authorization } }), context);

    expect(asked).toEqual(["Bearer one, Bearer another"]);
  });

  it("gets 404 for an address that does not exist, with or without a token", async () => {
    const headers = { Authorization: "Bearer refused" };

    expect(await call({ resource: "/v1/nothing", headers })).toMatchObject({ statusCode: 404 });
  });

  it("hands its use case the party that the token shows", async () => {
    expect(bodyOf(await post("{}"))).toMatchObject({ caller: { party: "sf-centrum" } });
  });
});
