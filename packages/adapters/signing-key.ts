import { createECDH, createPrivateKey, type KeyObject } from "node:crypto";

/** A key with which hemvist signs its messages. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly published: PublishedKey;
}

/** The public half, as a JWK (RFC 7517). */
export interface PublishedKey {
  readonly kid: string;
  readonly use: "sig";
  readonly alg: "ES256";
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
}

/** The number of points of P-256 (NIST SP 800-186, 3.2.1.3). */
const order = 0xffff_ffff_0000_0000_ffff_ffff_ffff_ffff_bce6_faad_a717_9e84_f3b9_cac2_fc63_2551n;

/**
 * A key pair of P-256, always the same from the same bytes. The private key is a number from 1 to the order less one:
 * FIPS 186-5, A.2.1, asks for at least 64 bits more than the order has, so that no number is likelier than another. Ours
 * are 48 bytes, 128 bits more, as RFC 9380, 5.2, takes them for this curve.
 */
export function signingKey(bytes: Uint8Array, kid: string): SigningKey {
  const number = (BigInt(`0x${Buffer.from(bytes).toString("hex")}`) % (order - 1n)) + 1n;
  const d = Buffer.from(number.toString(16).padStart(64, "0"), "hex");
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(d);
  // One byte that says that both coordinates follow, and 32 of each.
  const point = pair.getPublicKey();
  const curve = { kty: "EC", crv: "P-256" } as const;
  const [x, y] = [inBase64Url(point.subarray(1, 33)), inBase64Url(point.subarray(33))];
  return {
    privateKey: createPrivateKey({ key: { ...curve, x, y, d: inBase64Url(d) }, format: "jwk" }),
    published: { kid, use: "sig", alg: "ES256", ...curve, x, y },
  };
}

const inBase64Url = (bytes: Buffer): string => bytes.toString("base64url");
