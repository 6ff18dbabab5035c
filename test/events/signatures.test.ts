import { createHmac, createPublicKey, verify } from "node:crypto";
import { messageSignatures } from "@hemvist/runtime";
import { describe, expect, it } from "vitest";
import { settingsFor } from "../../infra/settings.ts";
import { rfcKey } from "../support/a-signature.ts";
import { readme, textOf } from "./sample-files.ts";

const name = "01-traineeship-with-diet-and-exercise";
const body = textOf(`decisions/${name}.json`);
const signature = textOf(`signatures/${name}.jws`).trimEnd();
const [header = "", , sealed = ""] = signature.split(".");
const address = "arn:aws:sqs:eu-north-1:000000000000:decisions-sf-centrum";

describe("events/signatures", () => {
  it("has a signature of the first decision, as RFC 7797 makes it", () => {
    const { kty, crv, x, y } = rfcKey;
    const key = createPublicKey({ key: { kty, crv, x, y } as never, format: "jwk" });

    expect(JSON.parse(Buffer.from(header, "base64url").toString())).toEqual({
      alg: "ES256",
      kid: "rfc7515-a3",
      aud: address,
      b64: false,
      crit: ["b64"],
    });
    expect(
      verify(
        "sha256",
        Buffer.from(`${header}.${body}`),
        { key, dsaEncoding: "ieee-p1363" },
        Buffer.from(sealed, "base64url"),
      ),
    ).toBe(true);
  });

  it("joins header and body as the RFC's own example does (RFC 7797, 4.2)", () => {
    const key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    const example = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19";

    expect(
      createHmac("sha256", Buffer.from(key, "base64url")).update(`${example}.$.02`).digest("base64url"),
    ).toBe("A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY");
  });

  it("is taken by the local run, whose settings have the key", async () => {
    const { signs } = settingsFor("local").partners?.["sf-centrum"] ?? {};
    const { faultIn } = messageSignatures({
      "sf-centrum": { required: true, keys: signs?.keys.map((key) => ({ ...key })) ?? [] },
    });
    const message = { messageId: "m", queue: "decisions-sf-centrum", address, sentAt: "", attempt: 1 };

    expect(await faultIn({ ...message, body, signature })).toBeUndefined();
    expect(await faultIn({ ...message, body: `${body} `, signature })).toBe("signature-not-valid");
  });

  it("is shown in the README", () => {
    expect(readme()).toContain(`signatures/${name}.jws`);
  });
});
