import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { inBucket } from "./bucket.ts";
import { callLimits } from "./call-limits.ts";

interface StoredFile {
  readonly mediaType: string;
  readonly body: string;
}

interface WriteOnce {
  readonly find: (key: string) => Promise<string | undefined>;
  /** Writes if no file is there. Returns false if there is one, which stays as it is. */
  readonly add: (key: string, file: StoredFile) => Promise<boolean>;
  /** The keys under a name, in order, from the first after `after` on. */
  readonly keys: (which: { readonly under: string; readonly after: string }) => AsyncIterable<string>;
  /** The names that keys lie under, with the slash that ends each. */
  readonly names: () => Promise<readonly string[]>;
}

/** A bucket for what is kept for good, such as issued reports and the journal of operations. */
export function s3WriteOnce(
  bucket: string,
  client = new S3Client({ ...callLimits, forcePathStyle: true }),
): WriteOnce {
  return {
    find: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ ...inBucket(bucket), Key: key }));
        return await Body?.transformToString("utf8");
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async *keys({ under, after }) {
      const pages = paginateListObjectsV2(
        { client },
        { ...inBucket(bucket), Prefix: under, StartAfter: after },
      );
      for await (const { Contents = [] } of pages) yield* Contents.flatMap(({ Key }) => Key ?? []);
    },
    names: async () => {
      const names: string[] = [];
      const pages = paginateListObjectsV2({ client }, { ...inBucket(bucket), Delimiter: "/" });
      for await (const { CommonPrefixes = [] } of pages)
        names.push(...CommonPrefixes.flatMap(({ Prefix }) => Prefix ?? []));
      return names;
    },
    add: async (key, { mediaType, body }) => {
      try {
        await client.send(
          new PutObjectCommand({
            ...inBucket(bucket),
            Key: key,
            Body: body,
            ContentType: mediaType,
            IfNoneMatch: "*",
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412) return false;
        throw error;
      }
    },
  };
}
