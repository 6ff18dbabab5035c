/** A bucket's name does not end in the account that it is in, so no call to it can name its owner. */
class NoOwner extends Error {
  override readonly name = "NoOwner";
}

/**
 * The account that has one of hemvist's buckets: its name ends in it. Names of buckets are shared by all accounts of
 * AWS. If a bucket is deleted, a stranger can make one by its name. S3 then refuses a call that names the owner, instead
 * of taking our objects.
 * @throws NoOwner
 */
export function ownerOf(bucket: string): string {
  const [owner] = /(?<=-)\d{12}$/.exec(bucket) ?? [];
  if (owner === undefined) throw new NoOwner(bucket);
  return owner;
}

/** The bucket, as each call of S3's names it. */
export const inBucket = (bucket: string) => ({ Bucket: bucket, ExpectedBucketOwner: ownerOf(bucket) });
