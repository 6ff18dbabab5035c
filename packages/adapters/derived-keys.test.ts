import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, it } from "vitest";
import { GenerateMac, kmsClient } from "./kms-client.ts";
import { kmsPseudonyms } from "./kms-pseudonyms.ts";
import { kmsSeal } from "./seal.ts";

describe("a thousand decisions in one process", () => {
  it("cost two calls to KMS: one for the key of records, one for the key of pseudonyms", async () => {
    const client = kmsClient();
    const kms = mockClient(client);
    kms.on(GenerateMac).resolves({ Mac: new Uint8Array(32) });
    const [seal, pseudonyms] = [kmsSeal("key-1", client), kmsPseudonyms("key-2", client)];

    for (let number = 0; number < 1000; number += 1) {
      const place = { pk: `sf-centrum.SFC-2026-${number}`, version: 1 };
      await pseudonyms.ofCase(`2026-${number}`, "sf-centrum");
      expect(await seal.open(await seal.close("a record", place), place)).toBe("a record");
    }

    expect(kms.commandCalls(GenerateMac).map(({ args: [{ input }] }) => input)).toMatchObject([
      { KeyId: "key-2" },
      { KeyId: "key-1" },
    ]);
  });
});
