import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { s3WriteOnce } from "./s3-write-once.ts";

const s3 = mockClient(S3Client);
beforeEach(() => {
  s3.reset();
});

const reports = s3WriteOnce("reports-111122223333", new S3Client({}));
const file = { mediaType: "application/json", body: "{}\n" };

const answered = (status: number, name: string) =>
  new S3ServiceException({ name, $fault: "client", $metadata: { httpStatusCode: status } });

describe("a file that is written once", () => {
  it("is written only where nothing stands", async () => {
    s3.on(PutObjectCommand).resolves({});

    expect(await reports.add("agenda/2026-11/issued.json", file)).toBe(true);
    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: "reports-111122223333",
      ExpectedBucketOwner: "111122223333",
      Key: "agenda/2026-11/issued.json",
      ContentType: "application/json",
      IfNoneMatch: "*",
    });
  });

  it("that stands already is left as it is", async () => {
    s3.on(PutObjectCommand).rejects(answered(412, "PreconditionFailed"));

    expect(await reports.add("agenda/2026-11/issued.json", file)).toBe(false);
  });

  it("that another run is writing just now is tried again, never taken for written", async () => {
    s3.on(PutObjectCommand).rejects(answered(409, "ConditionalRequestConflict"));

    await expect(reports.add("agenda/2026-11/issued.json", file)).rejects.toThrow("");
  });

  it("that is not there is none", async () => {
    s3.on(GetObjectCommand).rejects(new NoSuchKey({ message: "", $metadata: {} }));

    expect(await reports.find("agenda/2026-11/issued.json")).toBeUndefined();
  });

  it("that may not be read is no file that is not there", async () => {
    s3.on(GetObjectCommand).rejects(answered(403, "AccessDenied"));

    await expect(reports.find("agenda/2026-11/issued.json")).rejects.toMatchObject({ name: "AccessDenied" });
  });
});
