import { GenerateMacCommand, KMSClient, type KMSClientConfig } from "@aws-sdk/client-kms";
import { afterEach, describe, expect, it, vi } from "vitest";
import { GenerateMac, kmsClient } from "./kms-client.ts";

// KMS's own client is the judge: what goes out, and what comes of each answer, is the same.

interface Sent {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

interface Answered {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const input = {
  KeyId: "arn:aws:kms:eu-north-1:111122223333:key/0a1b",
  MacAlgorithm: "HMAC_SHA_256",
  Message: new TextEncoder().encode("hemvist/records/1"),
} as const;

const mac = Buffer.alloc(32, 7);
const withMac: Answered = { statusCode: 200, body: JSON.stringify({ Mac: mac.toString("base64") }) };
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret", sessionToken: "token" };

/** What stands in for the network: it gives each answer once, and the last one ever after. */
function network(answers: readonly (Answered | Error)[]) {
  const sent: Sent[] = [];
  const handle = (request: Sent) => {
    sent.push({ ...request, headers: { ...request.headers } });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (answer instanceof Error) return Promise.reject(answer);
    const { statusCode = 200, headers = {}, body = "" } = answer ?? {};
    return Promise.resolve({ response: { statusCode, headers, body: new TextEncoder().encode(body) } });
  };
  return {
    sent,
    requestHandler: { handle, updateHttpClientConfig: () => {}, httpHandlerConfigs: () => ({}) },
  };
}

type Client = "KMS's own" | "ours";

/** One call by a client: its requests, and what came of it. */
async function call(by: Client, answers: readonly (Answered | Error)[], config: KMSClientConfig = {}) {
  const { sent, requestHandler } = network(answers);
  // DynamoDB's client tries four times where others try three.
  const settings = {
    region: "eu-north-1",
    credentials,
    maxAttempts: 3,
    requestHandler: requestHandler as never,
    ...config,
  };
  const answer: Promise<{ Mac?: Uint8Array }> =
    by === "ours"
      ? kmsClient(settings as never).send(new GenerateMac(input))
      : new KMSClient(settings).send(new GenerateMacCommand(input));
  const came = await answer.then(
    ({ Mac }) => ({ mac: Mac }),
    ({ name, message, $metadata }) => ({ name, message, status: $metadata?.httpStatusCode }),
  );
  return { requests: sent.map(asSent), came };
}

/** As it goes over the wire, without the id of the call, which is drawn, and what signs over it. */
const asSent = ({ body, headers, ...rest }: Sent) => {
  const {
    "amz-sdk-invocation-id": _drawn,
    authorization = "",
    "user-agent": agent = "",
    ...others
  } = headers;
  return {
    ...rest,
    headers: others,
    signed: authorization.replace(/Signature=\w+$/, ""),
    // The SDK counts in its user agent which of its features are on.
    agent: agent.replace(/ m\/\S+$/, ""),
    body: new TextDecoder().decode(body),
  };
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const frozen = () => vi.useFakeTimers({ now: new Date("2026-11-28T07:00:00Z"), toFake: ["Date"] });

describe("a request to KMS", () => {
  it.each([
    ["in the region of the city", {}],
    ["in the European sovereign cloud", { region: "eusc-de-east-1" }],
    ["in another partition", { region: "cn-north-1" }],
    ["to another address", { endpoint: "http://127.0.0.1:4566" }],
    ["without a session token", { credentials: { accessKeyId: "A", secretAccessKey: "B" } }],
  ])("%s is byte for byte the one of KMS's own client", async (_where, config) => {
    frozen();
    const { requests, came } = await call("ours", [withMac], config);

    expect(requests).toEqual((await call("KMS's own", [withMac], config)).requests);
    expect(requests).toHaveLength(1);
    expect(came).toEqual({ mac: new Uint8Array(mac) });
  });

  it("goes where AWS_ENDPOINT_URL_KMS says, as the local run has it", async () => {
    frozen();
    vi.stubEnv("AWS_ENDPOINT_URL_KMS", "http://127.0.0.1:4599");
    const { requests } = await call("ours", [withMac]);

    expect(requests).toMatchObject([{ protocol: "http:", hostname: "127.0.0.1", port: 4599 }]);
    expect(requests).toEqual((await call("KMS's own", [withMac])).requests);
  });

  it("is signed as AWS's documentation says (Signature Version 4)", async () => {
    frozen();
    const { createHash, createHmac } = await import("node:crypto");
    const { sent, requestHandler } = network([withMac]);
    await kmsClient({ region: "eu-north-1", credentials, requestHandler: requestHandler as never }).send(
      new GenerateMac(input),
    );
    const [{ headers = {}, body = new Uint8Array() } = {}] = sent;
    const names = /SignedHeaders=([^,]+)/.exec(headers["authorization"] ?? "")?.[1] ?? "";
    const hash = (what: string | Uint8Array) => createHash("sha256").update(what).digest("hex");
    const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
    const lines = names.split(";").map((name) => `${name}:${headers[name]?.trim()}\n`);
    const canonical = `POST\n/\n\n${lines.join("")}\n${names}\n${hash(body)}`;
    const scope = "20261128/eu-north-1/kms/aws4_request";
    const toSign = `AWS4-HMAC-SHA256\n20261128T070000Z\n${scope}\n${hash(canonical)}`;
    const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);

    expect(names).toContain("x-amz-target");
    expect(headers["authorization"]).toContain(`Signature=${hmac(key as Buffer, toSign).toString("hex")}`);
  });
});

describe("what KMS answers", () => {
  const refused = (status: number, type: string): Answered => ({
    statusCode: status,
    body: JSON.stringify({ __type: type, message: `as ${type} says` }),
  });

  it.each<[string, readonly (Answered | Error)[]]>([
    ["a throttle, then the MAC", [refused(400, "ThrottlingException"), withMac]],
    ["a fault of KMS's, then the MAC", [refused(500, "KMSInternalException"), withMac]],
    ["a lost connection, then the MAC", [Object.assign(new Error("reset"), { code: "ECONNRESET" }), withMac]],
    ["throttles and nothing else", [refused(400, "ThrottlingException")]],
    ["503 without a body", [{ statusCode: 503 }]],
    ["that the role may not", [refused(400, "AccessDeniedException")]],
    ["that there is no such key", [refused(400, "com.amazonaws.kms#NotFoundException")]],
    ["that the key is disabled", [refused(400, "DisabledException")]],
    ["that the key is to be deleted", [refused(400, "KMSInvalidStateException")]],
  ])("%s: as many attempts and the same outcome as with KMS's own client", async (_what, answers) => {
    const [ours, theirs] = await Promise.all([call("ours", answers), call("KMS's own", answers)]);

    expect(ours.requests.map(({ headers }) => headers["amz-sdk-request"])).toEqual(
      theirs.requests.map(({ headers }) => headers["amz-sdk-request"]),
    );
    expect(ours.came).toEqual(theirs.came);
  });
});
