import { mockClient } from "aws-sdk-client-mock";
import { createLocalJWKSet, errors, flattenedVerify } from "jose";
import { describe, expect, it } from "vitest";
import { GenerateMac, kmsClient } from "./kms-client.ts";
import { generations, kmsMessageSigner } from "./message-signer.ts";

const signing = { keyId: "key-1", parties: ["kompetenscenter"] };
const address = "arn:aws:sqs:eu-north-1:111122223333:assignments-kompetenscenter.fifo";
const body = JSON.stringify({ id: "sf-centrum.A.1.0", data: { text: "Åsa på praktik" } });

function aSigner(among = generations) {
  const client = kmsClient();
  const kms = mockClient(client);
  kms.on(GenerateMac).callsFake(({ Message }: { readonly Message: Uint8Array }) => ({
    Mac: Uint8Array.from({ length: 32 }, (_, index) => index + (Message.at(-1) ?? 0)),
  }));
  return { kms, ...kmsMessageSigner(signing, { client, generations: among }) };
}

/** What a party does, with a library that we did not write. */
async function verified(
  signer: Pick<ReturnType<typeof aSigner>, "published">,
  { signature, text = body }: { readonly signature: string; readonly text?: string },
) {
  const [header = "", , sealed = ""] = signature.split(".");
  const keys = createLocalJWKSet({ keys: [...(await signer.published())] });
  const jws = { protected: header, payload: Buffer.from(text), signature: sealed };
  return (await flattenedVerify(jws, keys, { algorithms: ["ES256"], crit: { b64: true } })).protectedHeader;
}

describe("a signature of hemvist's", () => {
  it("is verified by jose with the published key, for the queue that it names", async () => {
    const signer = aSigner();

    expect(await verified(signer, { signature: await signer.signatureOf(body, address) })).toEqual({
      alg: "ES256",
      kid: "hemvist-1",
      aud: address,
      b64: false,
      crit: ["b64"],
    });
  });

  it("fits no other text, whichever byte differs", async () => {
    const signer = aSigner();
    const signature = await signer.signatureOf(body, address);
    const bytes = Buffer.from(body);

    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      await expect(
        verified(signer, { signature, text: changed.toString("latin1") }),
        `byte ${index}`,
      ).rejects.toBeInstanceOf(errors.JWSSignatureVerificationFailed);
    }
  });

  it("cannot be made to name another queue", async () => {
    const signer = aSigner();
    const [header = "", , sealed = ""] = (await signer.signatureOf(body, address)).split(".");
    const named = { ...JSON.parse(Buffer.from(header, "base64url").toString()), aud: `${address}x` };
    const moved = Buffer.from(JSON.stringify(named)).toString("base64url");

    await expect(verified(signer, { signature: `${moved}..${sealed}` })).rejects.toBeInstanceOf(
      errors.JWSSignatureVerificationFailed,
    );
  });

  it("is at most 400 characters for the longest name that a queue may have", async () => {
    const longest = `arn:aws:sqs:eu-north-1:111122223333:${"q".repeat(75)}.fifo`;
    const { length } = await aSigner().signatureOf(body, longest);

    expect(length).toBeGreaterThan(300);
    expect(length).toBeLessThanOrEqual(400);
  });

  it("is for the parties that check it, on each of their queues", () => {
    const { signsFor } = aSigner();

    expect(
      ["assignments-kompetenscenter", "inbox-kompetenscenter", "inbox-sf-centrum"].map((queue) =>
        signsFor(queue),
      ),
    ).toEqual([true, true, false]);
  });
});

describe("the key", () => {
  it("costs a process one call to KMS, however many messages it signs", async () => {
    const { kms, check, signatureOf, published } = aSigner();
    await check();
    for (let number = 0; number < 100; number += 1) await signatureOf(`${number}`, address);
    await published();

    expect(kms.commandCalls(GenerateMac).map(({ args: [{ input }] }) => input)).toMatchObject([
      { KeyId: "key-1", Message: new TextEncoder().encode("hemvist/signatures/1") },
    ]);
  });

  it("that KMS does not give now is asked for again", async () => {
    const { kms, signatureOf } = aSigner();
    kms
      .on(GenerateMac)
      .rejectsOnce(new Error("throttled"))
      .resolves({ Mac: new Uint8Array(32) });

    await expect(signatureOf(body, address)).rejects.toThrow("throttled");
    expect(await signatureOf(body, address)).toContain("..");
  });
});

describe("a new generation", () => {
  it("is published before it signs, and the former one after: a party that reads the keys is never without", async () => {
    const [before, beside, after] = [
      aSigner(),
      aSigner({ signs: 1, published: [1, 2] }),
      aSigner({ signs: 2, published: [1, 2] }),
    ];
    const [old, fresh] = [await before.signatureOf(body, address), await after.signatureOf(body, address)];

    for (const signature of [old, fresh])
      for (const keys of [beside, after]) expect(await verified(keys, { signature })).toMatchObject({});
    expect(await verified(after, { signature: fresh })).toMatchObject({ kid: "hemvist-2" });
  });

  it("that is not published is a key that the party does not know", async () => {
    const signature = await aSigner({ signs: 2, published: [2] }).signatureOf(body, address);

    await expect(verified(aSigner(), { signature })).rejects.toBeInstanceOf(errors.JWKSNoMatchingKey);
  });

  it("signs only once it is published", () => {
    expect(generations.published).toContain(generations.signs);
  });
});
