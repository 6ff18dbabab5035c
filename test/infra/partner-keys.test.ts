import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type PartnerKey, partnerKeysSetting, type Signing } from "../../infra/partner-keys.ts";
import { settingsFor } from "../../infra/settings.ts";
import { type Synthesised, synthesised, written } from "./synthesised.ts";

function aKey(kid: string, changes: object = {}): PartnerKey {
  const { x = "", y = "" } = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({
    format: "jwk",
  });
  return { kid, alg: "ES256", kty: "EC", crv: "P-256", x, y, ...changes };
}

const key = aKey("2026");
const signs = (...keys: readonly PartnerKey[]): Signing => ({ required: true, keys });

/** The keys that a function is given. */
function keysOf(templates: Synthesised, name: string) {
  const lambda = templates
    .of("AWS::Lambda::Function")
    .find(({ properties }) => properties["FunctionName"] === `hemvist-${name}`);
  const { Variables } = (lambda?.properties["Environment"] ?? {}) as { Variables?: Record<string, unknown> };
  return JSON.parse(String(Variables?.["PARTNER_KEYS"])) as unknown;
}

describe("the keys of the parties that sign", () => {
  const partners = { "sf-centrum": { signs: signs(key) }, kompetenscenter: { signs: signs(aKey("kc")) } };

  it("reach the function that takes their messages", () => {
    const templates = synthesised("production", { partners });

    expect(keysOf(templates, "receive-decision")).toEqual({ "sf-centrum": signs(key) });
    expect(keysOf(templates, "record-progress")).toEqual({
      "sf-centrum": signs(key),
      kompetenscenter: partners.kompetenscenter.signs,
    });
  });

  it("are none where no party signs", () => {
    expect(partnerKeysSetting({}, ["kompetenscenter"])).toEqual({ PARTNER_KEYS: "{}" });
  });

  it("stop the synthesis before they fill a function's settings", () => {
    const many = signs(...Array.from({ length: 12 }, (_, index) => aKey(`k${index}`)));

    expect(() => partnerKeysSetting({ "sf-centrum": many }, ["sf-centrum"])).toThrow(
      "of a function's settings",
    );
    expect(partnerKeysSetting({ "sf-centrum": many }, ["kompetenscenter"])).toEqual({ PARTNER_KEYS: "{}" });
  });
});

describe("a stage's settings are refused", () => {
  const withSigning = (signing: Readonly<Record<string, Signing>>) =>
    settingsFor("production", {
      ...written,
      production: {
        ...written.production,
        partners: Object.fromEntries(Object.entries(signing).map(([party, its]) => [party, { signs: its }])),
      },
    });

  it.each<[string, Readonly<Record<string, Signing>>, string]>([
    ["a private key", { arbvux: signs(aKey("1", { d: "secret" })) }, "1: d has no place in a public key"],
    ["half a key", { arbvux: signs(aKey("1", { x: undefined })) }, "1: x is missing"],
    ["another algorithm", { arbvux: signs(aKey("1", { alg: "HS256" })) }, "has no place in a public key"],
    ["no keys", { arbvux: signs() }, "partners.arbvux.signs.keys is empty"],
    ["two keys of one name", { arbvux: signs(aKey("1"), aKey("1")) }, "two have the same kid"],
    ["a name that is none", { arbvux: signs(aKey("a key")) }, "kid has other letters"],
    [
      "one key at two parties",
      { arbvux: signs(key), "sf-centrum": signs({ ...key, kid: "other" }) },
      "arbvux and sf-centrum have the same key",
    ],
  ])("for %s", (_what, signing, fault) => {
    expect(() => withSigning(signing)).toThrow(fault);
  });

  it("but not for two keys of one party, while it moves from one to the next", () => {
    expect(withSigning({ arbvux: signs(key, aKey("2027")) })).toMatchObject({ stage: "production" });
  });
});
