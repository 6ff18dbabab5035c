import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

/** Who AWS says is calling. */
export async function stsCaller(client = new STSClient({})) {
  const { Account = "", UserId = "", Arn = "" } = await client.send(new GetCallerIdentityCommand({}));
  return { account: Account, userId: UserId, arn: Arn };
}

/** Writes an object where nothing stands; one that stands there is never written over. */
export async function s3WriteOnce(
  { bucket, key, body }: { readonly bucket: string; readonly key: string; readonly body: string },
  client = new S3Client({ forcePathStyle: true }),
): Promise<void> {
  await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: body,
      ContentType: "application/json",
      IfNoneMatch: "*",
    }),
  );
}
