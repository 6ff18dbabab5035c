import { generateKeyPair, sign, verify } from "node:crypto";
import { promisify } from "node:util";
import { isJson, type Json } from "../templates/json.ts";

/** A pool's own key: its tokens are JWTs (RFC 7519), signed RS256 as Cognito's are. */
export interface Signer {
  readonly keySet: () => Json;
  readonly signed: (claims: Json) => string;
  /** The claims of a token that this pool signed. Undefined for any other text. */
  readonly claimsIn: (token: string) => Json | undefined;
}

/** Makes the key, which takes a while, beside everything else. */
export async function createSigner(keyId: string): Promise<Signer> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const header = encoded({ kid: keyId, alg: "RS256" });

  return {
    keySet: () => ({
      keys: [{ ...publicKey.export({ format: "jwk" }), kid: keyId, alg: "RS256", use: "sig" }],
    }),
    signed(claims) {
      const content = `${header}.${encoded(claims)}`;
      return `${content}.${sign("sha256", Buffer.from(content), privateKey).toString("base64url")}`;
    },
    claimsIn(token) {
      const [head = "", body = "", signature = ""] = token.split(".");
      if (head !== header) return undefined;
      const isOurs = verify(
        "sha256",
        Buffer.from(`${head}.${body}`),
        publicKey,
        Buffer.from(signature, "base64url"),
      );
      return isOurs ? decoded(body) : undefined;
    },
  };
}

const encoded = (value: Json): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function decoded(part: string): Json | undefined {
  const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  return isJson(value) ? value : undefined;
}
