import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { signingKey } from "./signing-key.ts";

/** Of P-256, with coordinates as hexadecimal. */
const made = (bytes: Uint8Array) => {
  const { privateKey, published } = signingKey(bytes, "hemvist-1");
  const hex = (text = ""): string => Buffer.from(text, "base64url").toString("hex");
  return { d: hex(privateKey.export({ format: "jwk" }).d), x: hex(published.x), y: hex(published.y) };
};

const bytesOf = (number: bigint): Uint8Array => Buffer.from(number.toString(16).padStart(96, "0"), "hex");

const order = BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

/** NIST SP 800-186, 3.2.1.3: the curve's base point, and its field. */
const base = {
  x: "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
  y: "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
};
const field = BigInt("0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff");

describe("the key pair", () => {
  it("of no bits is the number 1, whose point is the base point (FIPS 186-5, A.2.1)", () => {
    expect(made(new Uint8Array(48))).toEqual({ ...base, d: "1".padStart(64, "0") });
  });

  it("is the base point again once the bytes reach the order less one: no number is 0", () => {
    expect(made(bytesOf(order - 1n))).toEqual({ ...base, d: "1".padStart(64, "0") });
  });

  it("has the order less one as its largest number, whose point is the base point's mirror image", () => {
    const { d, x, y } = made(bytesOf(order - 2n));

    expect(BigInt(`0x${d}`)).toBe(order - 1n);
    expect(x).toBe(base.x);
    expect(BigInt(`0x${y}`)).toBe(field - BigInt(`0x${base.y}`));
  });

  it("is twice the base point for the number 2, with coordinates that begin with a 0", () => {
    expect(made(bytesOf(1n))).toMatchObject({
      x: "7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978",
      y: "07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1",
    });
  });

  it("takes the whole of the bytes: more than the order has", () => {
    expect(made(new Uint8Array(48).fill(255)).d).toBe(
      ((BigInt(`0x${"ff".repeat(48)}`) % (order - 1n)) + 1n).toString(16).padStart(64, "0"),
    );
  });

  it("publishes its public half, and no other number", () => {
    expect(signingKey(new Uint8Array(48), "hemvist-7").published).toEqual({
      kid: "hemvist-7",
      use: "sig",
      alg: "ES256",
      kty: "EC",
      crv: "P-256",
      x: Buffer.from(base.x, "hex").toString("base64url"),
      y: Buffer.from(base.y, "hex").toString("base64url"),
    });
  });
});

describe("the known answers, which Python computes too (test/judges)", () => {
  const { pairs } = JSON.parse(readFileSync(new URL("known-answers.json", import.meta.url), "utf8")) as {
    readonly pairs: readonly Readonly<Record<"bytes" | "d" | "x" | "y", string>>[];
  };

  it.each(pairs)("of the bytes $bytes", ({ bytes, d, x, y }) => {
    const { published } = signingKey(Buffer.from(bytes, "hex"), "hemvist-1");

    expect(made(Buffer.from(bytes, "hex")).d).toBe(d);
    expect(published).toMatchObject({ x, y });
  });
});
