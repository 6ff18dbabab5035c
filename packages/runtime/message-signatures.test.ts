import { generateKeyPairSync, type JsonWebKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aDecisionMessage, onQueue } from "../../test/support/a-message.ts";
import { aSignature, rfcKey } from "../../test/support/a-signature.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { messageSignatures, signatureChecked } from "./message-signatures.ts";
import type { QueueMessage } from "./queue-batch.ts";
import { type PartnerKeys, partnerKeys, readSettings } from "./settings.ts";

const logged = logLines();

const newEc = (): JsonWebKey =>
  generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
const newRsa = (): JsonWebKey =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
const publicOf = ({ kty, crv, x, y, n, e }: JsonWebKey, kid: string) =>
  kty === "EC" ? { kid, alg: "ES256", kty, crv, x, y } : { kid, alg: "PS256", kty, n, e };

const [next, hisingens, rsa] = [newEc(), newEc(), newRsa()];

/** As the settings give it, so that the parser has its say. */
const { PARTNER_KEYS: partners } = readSettings(partnerKeys, {
  LOG_LEVEL: "INFO",
  POWERTOOLS_METRICS_NAMESPACE: "hemvist",
  POWERTOOLS_SERVICE_NAME: "a-test",
  PARTNER_KEYS: JSON.stringify({
    "sf-centrum": { required: false, keys: [publicOf(rfcKey, "2026"), publicOf(next, "2027")] },
    "sf-hisingen": { required: true, keys: [publicOf(hisingens, "2026")] },
    kompetenscenter: { required: true, keys: [publicOf(rsa, "rsa")] },
  }),
});
const signatures = messageSignatures(partners);

const queue = "decisions-sf-centrum";
const arn = (name: string) => onQueue(name, "").address;
const text = JSON.stringify(aDecisionMessage({ person: { givenName: "Åsa 😀" } }));
const header = { alg: "ES256", kid: "2026", aud: arn(queue), b64: false, crit: ["b64"] };
const signed = aSignature(text, header);

const faultIn = (changes: Partial<QueueMessage>) =>
  signatures.faultIn(onQueue(queue, text, { signature: signed, ...changes }));
const under = (changed: Readonly<Record<string, unknown>>, key?: JsonWebKey) =>
  faultIn({ signature: aSignature(text, { ...header, ...changed }, key) });

describe("a party's signature", () => {
  it("is taken from each of its keys, so that one can follow on another", async () => {
    expect(await faultIn({})).toBeUndefined();
    expect(await under({ kid: "2027" }, next)).toBeUndefined();
  });

  it("may be made with RSA", async () => {
    const its = "progress-kompetenscenter";
    const signature = aSignature(text, { ...header, alg: "PS256", kid: "rsa", aud: arn(its) }, rsa);

    expect(await signatures.faultIn(onQueue(its, text, { signature }))).toBeUndefined();
  });

  it("is not asked of a party that does not sign, nor looked at", async () => {
    for (const signature of ["", "nonsense"])
      expect(await signatures.faultIn(onQueue("decisions-sf-nordost", text, { signature }))).toBeUndefined();
  });

  it("may be left out, unless the settings ask for it", async () => {
    expect(await signatures.faultIn(onQueue(queue, text))).toBeUndefined();
    expect(await signatures.faultIn(onQueue("decisions-sf-hisingen", text))).toBe("not-signed");
    expect(await signatures.faultIn(onQueue("progress-sf-hisingen", text))).toBe("not-signed");
  });

  it("fits no other text, at whichever byte it differs", async () => {
    const bytes = Buffer.from("a text, written out");
    const signature = aSignature(bytes.toString(), header);
    for (let index = 0; index < bytes.length; index += 1) {
      const other = Buffer.from(bytes);
      other[index] = (other[index] ?? 0) ^ 1;
      expect([index, await faultIn({ body: other.toString(), signature })]).toEqual([
        index,
        "signature-not-valid",
      ]);
    }
    for (const body of ["", `${bytes} `, ` ${bytes}`, bytes.toString().slice(1)])
      expect(await faultIn({ body, signature })).toBe("signature-not-valid");
  });

  it("has one form, and no letter of it may differ", async () => {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (let index = 0; index < signed.length; index += 1) {
      const letter = signed[index] ?? "";
      const other = letters[(letters.indexOf(letter) + 1) % letters.length] ?? "";
      const signature = `${signed.slice(0, index)}${other}${signed.slice(index + 1)}`;
      expect([index, await faultIn({ signature })]).not.toEqual([index, undefined]);
    }
  });

  it("counts on its own queue only, and in its own system only", async () => {
    const elsewhere = arn(queue).replace("111122223333", "444455556666");

    expect(await under({ aud: arn("progress-sf-centrum") })).toBe("signature-not-valid");
    expect(await under({ aud: elsewhere })).toBe("signature-not-valid");
    expect(await under({ aud: undefined })).toBe("signature-not-valid");
    expect(await faultIn({ queue: "progress-sf-centrum", address: arn("progress-sf-centrum.fifo") })).toBe(
      "signature-not-valid",
    );
  });

  it("by another party's key counts for nothing, under either name of the key", async () => {
    expect(await under({}, hisingens)).toBe("signature-not-valid");
    expect(
      await signatures.faultIn(
        onQueue("decisions-sf-hisingen", text, {
          signature: aSignature(text, { ...header, aud: arn("decisions-sf-hisingen") }),
        }),
      ),
    ).toBe("signature-not-valid");
  });

  it.each([
    ["unknown", "2025"],
    ["of an object's own", "constructor"],
  ])("by a key that is %s says so", async (_what, kid) => {
    expect(await under({ kid })).toBe("signature-key-unknown");
  });

  it.each([
    ["none", { alg: "none" }],
    ["an HMAC with the public key", { alg: "HS256" }],
    ["another than its key's", { alg: "ES384" }],
    ["no key", { kid: undefined }],
    ["the body in base64", { b64: undefined, crit: undefined }],
    ["b64 without saying that it must be understood", { crit: undefined }],
    ["something further that must be understood", { crit: ["b64", "exp"], exp: 1 }],
    ["a key of its own", { jwk: publicOf(newEc(), "own"), kid: undefined }],
  ])("that names %s is not valid", async (_what, changed) => {
    expect(await under(changed)).toBe("signature-not-valid");
  });

  it.each(["", ".", "..", "a..b", "e30..AAAA", "null", `${signed}.`, signed.replace("..", `.${"QQ"}.`)])(
    "%j is not valid",
    async (signature) => {
      expect(await faultIn({ signature })).toBe("signature-not-valid");
    },
  );
});

describe("the keys", () => {
  it("are all tried when the function checks itself", async () => {
    await expect(signatures.check()).resolves.toHaveLength(4);
    const broken = {
      arbvux: {
        required: true,
        keys: [{ kid: "1", alg: "ES256", kty: "EC", crv: "P-256", x: "AA", y: "AA" }],
      },
    } as const;
    await expect(
      messageSignatures(structuredClone(broken) as unknown as PartnerKeys).check(),
    ).rejects.toThrow();
  });
});

describe("a message whose signature is refused", () => {
  it("goes on with the reason, is counted, and leaves its queue and its id in the log", async () => {
    const seen: QueueMessage[] = [];
    const take = signatureChecked(signatures, (message) => Promise.resolve(seen.push(message)));
    await take(onQueue("decisions-sf-hisingen", text));
    await take(onQueue(queue, text, { signature: signed }));

    expect(seen.map(({ refusedAs }) => refusedAs)).toEqual(["not-signed", undefined]);
    const lines = logged().map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({
        message: "signature refused",
        queue: "decisions-sf-hisingen",
        messageId: "message-1",
        why: "not-signed",
      }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ party: "sf-hisingen", SignaturesRefused: 1 }));
  });
});
