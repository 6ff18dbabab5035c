import { createHash, createHmac } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { writeOnceObjects } from "./write-once-objects.ts";

interface Sent {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
const key = "sf-centrum/3/79738897/999999998-2026-11-02-1.json";

/** What stands in for the network: it gives each answer once, and the last one ever after. */
function bucket(...answers: readonly (readonly [number, string?] | Error)[]) {
  const sent: Sent[] = [];
  const handle = (request: Sent) => {
    sent.push(request);
    const answer = answers[Math.min(sent.length, answers.length) - 1] ?? [500];
    if (answer instanceof Error) return Promise.reject(answer);
    const [statusCode, text = ""] = answer;
    return Promise.resolve({ response: { statusCode, headers: {}, body: new Blob([text]) } });
  };
  const requestHandler = { handle, updateHttpClientConfig: () => {}, httpHandlerConfigs: () => ({}) };
  const streamCollector = async (body: Blob) => new Uint8Array(await body.arrayBuffer());
  const config = { region: "eu-north-1", credentials, requestHandler, streamCollector };
  return { sent, objects: writeOnceObjects("hemvist-access-log-111122223333", config) };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("a request to S3", () => {
  it("writes only where nothing stands, with a checksum, in a bucket of this account", async () => {
    const { sent, objects } = bucket([200]);

    expect(await objects.add(key, "{}")).toBe(true);
    expect(sent).toMatchObject([
      {
        method: "PUT",
        protocol: "https:",
        hostname: "s3.eu-north-1.amazonaws.com",
        path: `/hemvist-access-log-111122223333/${key}`,
        headers: {
          "if-none-match": "*",
          "x-amz-checksum-sha256": createHash("sha256").update("{}").digest("base64"),
          "x-amz-expected-bucket-owner": "111122223333",
        },
        body: "{}",
      },
    ]);
  });

  it("is signed as AWS's documentation says (Signature Version 4)", async () => {
    vi.useFakeTimers({ now: new Date("2026-11-28T07:00:00Z"), toFake: ["Date"] });
    const { sent, objects } = bucket([200, "<Key>a</Key>"]);
    await objects.list({ prefix: "sf-centrum/3/", after: "sf-centrum/3/79738897/~", most: 1 });
    const [{ method = "", path = "", query = {}, headers = {} } = {}] = sent;
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    const hmac = (secret: string | Buffer, text: string) =>
      createHmac("sha256", secret).update(text).digest();
    const names = /SignedHeaders=([^,]+)/.exec(headers["authorization"] ?? "")?.[1] ?? "";
    const lines = names.split(";").map((name) => `${name}:${headers[name]}\n`);
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const canonical = [method, path, pairs.sort().join("&"), lines.join(""), names, hash("")].join("\n");
    const scope = "20261128/eu-north-1/s3/aws4_request";
    const toSign = `AWS4-HMAC-SHA256\n20261128T070000Z\n${scope}\n${hash(canonical)}`;
    const secret = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);

    expect(headers["x-amz-content-sha256"]).toBe(hash(""));
    expect(headers["authorization"]).toMatch(
      new RegExp(`Signature=${hmac(secret, toSign).toString("hex")}$`),
    );
  });

  it("goes where AWS_ENDPOINT_URL says, as the local run has it", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL", "http://127.0.0.1:4599");
    const { sent, objects } = bucket([404]);

    expect(await objects.find(key)).toBeUndefined();
    expect(sent).toMatchObject([{ protocol: "http:", hostname: "127.0.0.1", port: 4599 }]);
  });
});

describe("an answer of S3", () => {
  it.each([412, 409])("%d to a write: something stands there, or is being written", async (status) => {
    expect(await bucket([status]).objects.add(key, "{}")).toBe(false);
  });

  it.each([403, 400, 301])("%d is no answer to any question", async (status) => {
    const { objects } = bucket([status]);

    await expect(objects.add(key, "{}")).rejects.toMatchObject({ name: "ObjectsRefused" });
    await expect(objects.find(key)).rejects.toMatchObject({ name: "ObjectsRefused" });
    await expect(objects.list({ prefix: "" })).rejects.toMatchObject({ name: "ObjectsRefused" });
  });

  it("that passes is asked for again, four times at most", async () => {
    const [once, always] = [bucket([503], new Error("ECONNRESET"), [200, "{}"]), bucket([503])];

    expect(await once.objects.find(key)).toBe("{}");
    await expect(always.objects.find(key)).rejects.toMatchObject({ name: "ObjectsRefused" });
    expect([once.sent.length, always.sent.length]).toEqual([3, 4]);
  });
});
