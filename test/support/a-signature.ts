import { constants, createPrivateKey, type JsonWebKey, sign } from "node:crypto";

/** The example key of RFC 7515, A.3: a P-256 key whose private half everyone knows. */
export const rfcKey: JsonWebKey = {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
};

/** A detached JWS over a body (RFC 7797), made by Node's own cryptography and not by the library that checks it. */
export function aSignature(
  body: string,
  header: Readonly<Record<string, unknown>>,
  key: JsonWebKey = rfcKey,
): string {
  const encoded = Buffer.from(JSON.stringify(header)).toString("base64url");
  const content = Buffer.from(`${encoded}.${body}`);
  const privateKey = createPrivateKey({ key, format: "jwk" });
  const signature =
    key.kty === "EC"
      ? sign("sha256", content, { key: privateKey, dsaEncoding: "ieee-p1363" })
      : sign("sha256", content, {
          key: privateKey,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: 32,
        });
  return `${encoded}..${signature.toString("base64url")}`;
}
