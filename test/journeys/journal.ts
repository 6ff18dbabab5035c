import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import type { RunningSystem } from "@hemvist/local";

/** What stands in the journal of what operations staff did, in the order it was written. */
export async function journalOf(system: RunningSystem): Promise<readonly Record<string, unknown>[]> {
  const s3 = new S3Client({ ...system.clientFor("a-tester"), forcePathStyle: true });
  const Bucket = "hemvist-journal-000000000000";
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  const entries = await Promise.all(
    Contents.map(async ({ Key, LastModified }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return { at: Number(LastModified), entry: JSON.parse((await Body?.transformToString()) ?? "{}") };
    }),
  );
  return entries.sort((a, b) => a.at - b.at).map(({ entry }) => entry as Record<string, unknown>);
}
