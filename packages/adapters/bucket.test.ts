import { describe, expect, it } from "vitest";
import { inBucket } from "./bucket.ts";

describe("a call to a bucket", () => {
  it("names the account that the bucket's name ends in", () => {
    expect(inBucket("hemvist-journal-111122223333")).toEqual({
      Bucket: "hemvist-journal-111122223333",
      ExpectedBucketOwner: "111122223333",
    });
  });

  it.each([
    "hemvist-journal",
    "hemvist-journal-11112222333",
    "hemvist-journal-1111222233334",
    "111122223333",
    "",
  ])("is not made where the name has no account: %j", (bucket) => {
    expect(() => inBucket(bucket)).toThrow(expect.objectContaining({ name: "NoOwner" }));
  });
});
