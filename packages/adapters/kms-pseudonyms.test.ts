import { createHmac } from "node:crypto";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { hidingContract, pseudonymsContract } from "../../test/contract/pseudonyms-contract.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { GenerateMac, kmsClient } from "./kms-client.ts";
import { kmsPseudonyms } from "./kms-pseudonyms.ts";

const client = kmsClient();
const kms = mockClient(client);
const logged = logLines();
beforeEach(() => {
  kms.reset();
});

const pseudonyms = kmsPseudonyms("key-1", client);

describe("as KMS answers", () => {
  beforeEach(() => {
    kms.on(GenerateMac).callsFake(({ Message }: { readonly Message: Uint8Array }) => ({
      Mac: new Uint8Array(createHmac("sha256", "a key for tests").update(Message).digest()),
    }));
  });

  // No engine for KMS runs here: the contract that other ports keep on real engines is kept on its one call.
  pseudonymsContract("pseudonyms by KMS", pseudonyms);
  hidingContract("pseudonyms by KMS", pseudonyms);
});

describe("a pseudonym", () => {
  const pseudonyms = () => kmsPseudonyms("key-1", client);

  it("is made by a key that KMS derives, and fits in an index's key", async () => {
    kms.on(GenerateMac).resolves({ Mac: new Uint8Array(32).fill(255) });

    expect(await pseudonyms().ofNumber("189001189803")).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(kms.commandCalls(GenerateMac)[0]?.args[0].input).toMatchObject({
      KeyId: "key-1",
      MacAlgorithm: "HMAC_SHA_256",
      Message: new TextEncoder().encode("hemvist/pseudonyms/1"),
    });
  });

  it("asks KMS once in a process's life, and tells it of no person", async () => {
    kms.on(GenerateMac).resolves({ Mac: new Uint8Array(32).fill(255) });
    const those = pseudonyms();
    for (let number = 0; number < 1000; number += 1) await those.ofCase(`2026-${number}`, "sf-centrum");

    expect(kms.commandCalls(GenerateMac)).toHaveLength(1);
  });

  it("is asked for again where KMS gave none", async () => {
    kms
      .on(GenerateMac)
      .rejectsOnce(new Error("busy"))
      .resolves({ Mac: new Uint8Array(32) });
    const those = pseudonyms();

    await expect(those.ofNumber("189001189803")).rejects.toThrow("busy");
    expect(await those.ofNumber("189001189803")).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it("that KMS does not give stops the decision; it is not stored under a wrong one", async () => {
    kms.on(GenerateMac).resolves({});

    await expect(pseudonyms().ofNumber("189001189803")).rejects.toThrow("KMS gave no MAC");
  });

  it("lets passing trouble through, and says nothing of whom it was about", async () => {
    kms.on(GenerateMac).rejects(Object.assign(new Error("busy"), { name: "ThrottlingException" }));

    const trouble = await pseudonyms()
      .ofNumber("189001189803")
      .catch((error: unknown) => error);

    expect(trouble).toMatchObject({ name: "ThrottlingException" });
    expect(`${String(trouble)} ${JSON.stringify(trouble)} ${(trouble as Error).stack}`).not.toContain("9803");
    expect(logged()).toEqual([]);
  });
});
