import { createHmac, randomBytes } from "node:crypto";
import { keyCalled } from "../permissions/sealing-keys.ts";
import { type Json, textOf } from "../templates/json.ts";

export interface MacAnswer {
  readonly status: number;
  readonly body: Json;
}

export interface MacKey {
  readonly arn: string;
  /** With `alias/` before them. */
  readonly aliases: readonly string[];
}

/** KMS's `GenerateMac`: a key for each of the template's, made anew for each run. */
export const createMacKeys = (keys: readonly MacKey[]): ((body: Json) => MacAnswer) => {
  const secret = randomBytes(32);
  return (body) => {
    const asked = textOf(body["KeyId"]) ?? "";
    const arn = keyCalled(keys, asked)?.arn;
    if (arn === undefined) return failed("NotFoundException", `there is no key ${asked} in the template`);
    if (body["MacAlgorithm"] !== "HMAC_SHA_256") {
      return failed("UnsupportedOperationException", "only HMAC_SHA_256 is made locally");
    }
    const message = Buffer.from(textOf(body["Message"]) ?? "", "base64");
    const key = createHmac("sha256", secret).update(arn).digest();
    const Mac = createHmac("sha256", key).update(message).digest("base64");
    return { status: 200, body: { KeyId: arn, Mac, MacAlgorithm: "HMAC_SHA_256" } };
  };
};

const failed = (type: string, message: string): MacAnswer => ({
  status: 400,
  body: { __type: type, message },
});
