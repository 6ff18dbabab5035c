import type { AddressInfo } from "node:net";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { writeOnceObjects } from "@hemvist/adapters";
import { buildApp } from "fauxqs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

// The engine and S3's own client are the judges. The engine has no conditional writes: the journeys have those.

const Bucket = "access-log-000000000000";
const app = buildApp({ logger: false, defaultRegion: "eu-north-1" });
const credentials = { accessKeyId: "a", secretAccessKey: "a" };
let theirs: S3Client;

beforeAll(async () => {
  await app.listen({ host: "127.0.0.1", port: 0 });
  const endpoint = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  vi.stubEnv("AWS_ENDPOINT_URL", endpoint);
  theirs = new S3Client({ endpoint, region: "eu-north-1", credentials, forcePathStyle: true });
  await app.inject({ method: "PUT", url: `/${Bucket}` });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await app.close();
});

const ours = writeOnceObjects(Bucket, { region: "eu-north-1", credentials });
const key = (sequence: number) => `sf-centrum/3/79738897/99999999${sequence}-2026-11-02-${9 - sequence}.json`;

describe("the client of the access log", () => {
  it("writes what S3's own client reads", async () => {
    expect(await ours.add(key(8), '{"å":1}')).toBe(true);
    const { Body, ContentType } = await theirs.send(new GetObjectCommand({ Bucket, Key: key(8) }));

    expect(await Body?.transformToString()).toBe('{"å":1}');
    expect(ContentType).toBe("application/json");
  });

  it("reads what S3's own client wrote, and what is not there is none", async () => {
    await theirs.send(new PutObjectCommand({ Bucket, Key: key(7), Body: '{"å":2}' }));

    expect(await ours.find(key(7))).toBe('{"å":2}');
    expect(await ours.find(key(1))).toBeUndefined();
  });

  it("lists as S3's own client does: by prefix, after a key, so many at most", async () => {
    for (const prefix of ["sf-centrum/3/", "sf-centrum/4/", ""])
      for (const after of [undefined, key(7)])
        for (const most of [1, 10]) {
          const asked = { Bucket, Prefix: prefix, StartAfter: after, MaxKeys: most };
          const { Contents = [] } = await theirs.send(new ListObjectsV2Command(asked));

          expect(await ours.list({ prefix, after, most })).toEqual(Contents.map(({ Key }) => Key));
        }
    expect(await ours.list({ prefix: "sf-centrum/3/" })).toEqual([key(7), key(8)]);
  });
});
