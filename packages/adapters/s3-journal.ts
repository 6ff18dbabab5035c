import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";

/** An entry stands at the key already. It is never written over. */
export class EntryStands extends Error {
  override readonly name = "EntryStands";
}

/** Entries in a bucket, each written once. */
export function s3Journal(bucket: string, client = new S3Client({ forcePathStyle: true })) {
  return {
    /** @throws EntryStands */
    async add(key: string, body: string): Promise<void> {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: body,
            ContentType: "application/json",
            IfNoneMatch: "*",
          }),
        );
      } catch (error) {
        throw error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412
          ? new EntryStands(key)
          : error;
      }
    },
    async find(key: string): Promise<string | undefined> {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToString("utf8");
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}
