import { hash } from "node:crypto";
import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { partition } from "@aws-sdk/core/client";
import { HttpRequest, type HttpResponse } from "@smithy/core/transport";
import { SignatureV4 } from "@smithy/signature-v4";
import { ownerOf } from "../bucket.ts";

/** The objects of a bucket in which nothing is written over. */
export interface WriteOnceObjects {
  /** Writes if no object is there. Returns false if there is one, which stays as it is. */
  readonly add: (key: string, text: string) => Promise<boolean>;
  readonly find: (key: string) => Promise<string | undefined>;
  /** Keys in ascending order, at most 1,000. */
  readonly list: (which: Listed) => Promise<readonly string[]>;
}

export interface Listed {
  readonly prefix: string;
  /** Only keys after this one. */
  readonly after?: string | undefined;
  readonly most?: number;
}

/** S3 answered with a status that we have no use for. */
export class ObjectsRefused extends Error {
  override readonly name: string = "ObjectsRefused";
}

interface Asked {
  readonly method: "GET" | "PUT";
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Ours: with the pauses in between, the last attempt comes after half a second. */
const attempts = 4;
const pauseMs = 75;

/**
 * The three calls of S3 that the access log makes. They go out by DynamoDB's client, which is in the bundle anyway: its
 * credentials, its connections, its signature. S3's own client is 129 KB of a bundle, and read-case starts for callers
 * who wait. The test lets S3's own client read what this one wrote, and the other way round.
 */
export function writeOnceObjects(bucket: string, config: DynamoDBClientConfig = {}): WriteOnceObjects {
  const send = requestsTo(bucket, new DynamoDBClient(config));
  return {
    async add(key, body) {
      const { status } = await send({
        method: "PUT",
        key,
        body,
        headers: {
          "content-type": "application/json",
          "if-none-match": "*",
          // S3 compares it with what arrived. A bucket with Object Lock takes nothing without it.
          "x-amz-checksum-sha256": hash("sha256", body, "base64"),
        },
      });
      // 409: another process writes there at this moment.
      if (status === 412 || status === 409) return false;
      if (status !== 200) throw refused("PUT", status);
      return true;
    },
    async find(key) {
      const { status, text } = await send({ method: "GET", key });
      if (status === 404) return undefined;
      if (status !== 200) throw refused("GET", status);
      return text;
    },
    async list({ prefix, after, most = 1000 }) {
      const query = {
        "list-type": "2",
        "max-keys": String(most),
        prefix,
        ...(after === undefined ? {} : { "start-after": after }),
      };
      const { status, text } = await send({ method: "GET", query });
      if (status !== 200) throw refused("LIST", status);
      // Our keys hold no character that XML must escape.
      return [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = ""]) => key);
    },
  };
}

const refused = (what: string, status: number): ObjectsRefused => new ObjectsRefused(`${what} ${status}`);

function requestsTo(bucket: string, { config }: DynamoDBClient): (asked: Asked) => Promise<Answered> {
  const { region, credentials, sha256, requestHandler, streamCollector } = config;
  const signer = new SignatureV4({ service: "s3", region, credentials, sha256, uriEscapePath: false });
  const owner = ownerOf(bucket);

  async function once({ method, key, query = {}, headers = {}, body }: Asked): Promise<Answered> {
    const { protocol, hostname, port, host } = await endpointIn(region);
    const request = new HttpRequest({
      method,
      protocol,
      hostname,
      ...(port === "" ? {} : { port: Number(port) }),
      path: `/${bucket}${key === undefined ? "" : `/${key}`}`,
      query,
      headers: {
        host,
        ...headers,
        "x-amz-expected-bucket-owner": owner,
        ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
      },
      body,
    });
    const signed = new HttpRequest(await signer.sign(request));
    const { response } = await requestHandler.handle(signed, { requestTimeout: 3000 });
    return { status: response.statusCode, text: await textOf(response) };
  }

  const textOf = async ({ body }: HttpResponse): Promise<string> =>
    Buffer.from(await streamCollector(body)).toString("utf8");

  return async (asked) => {
    for (let attempt = 1; ; attempt += 1) {
      const answered = await once(asked).catch((error: unknown) => {
        if (attempt === attempts) throw error;
        return undefined;
      });
      if (answered !== undefined && (!isPassing(answered.status) || attempt === attempts)) return answered;
      await new Promise((resolve) => setTimeout(resolve, pauseMs * 2 ** (attempt - 1)));
    }
  };
}

const isPassing = (status: number): boolean => status >= 500 || status === 429;

async function endpointIn(region: () => Promise<string>): Promise<URL> {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env;
  const given = AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL;
  if (given !== undefined) return new URL(given);
  const name = await region();
  return new URL(`https://s3.${name}.${partition(name).dnsSuffix}`);
}
