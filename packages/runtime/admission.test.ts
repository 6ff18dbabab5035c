import { partiesOf } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { scopesOf, trustedTokens } from "../../test/support/a-caller.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { admission, type Call } from "./admission.ts";
import { IssuerUnreachable } from "./bounded-fetch.ts";

const logged = logLines();
const parties = partiesOf(goteborg);
const at = new Date("2026-11-02T09:00:00Z");
const admit = admission({ tokens: trustedTokens, parties });
const call = (changes: Partial<Call> = {}): Call => ({
  method: "POST",
  resource: "/v1/decisions",
  authorization: "Bearer sf-centrum",
  at,
  ...changes,
});

describe("a call", () => {
  it("is let in as the party of its token, as far as the operation reaches for it", async () => {
    expect(await admit(call())).toEqual({ caller: { party: "sf-centrum", reach: ["own-decisions"] } });
  });

  it("without a token gets the challenge of RFC 6750, and no reason", async () => {
    expect(await admit(call({ authorization: undefined }))).toEqual({
      refused: "not-authenticated",
      headers: { "WWW-Authenticate": "Bearer" },
    });
  });

  it("with a token that is not valid gets a reason", async () => {
    const read = () => Promise.resolve({ refused: "not-valid" } as const);

    expect(await admission({ tokens: { read }, parties })(call())).toEqual({
      refused: "not-authenticated",
      headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' },
    });
  });

  it("without the operation's scope gets its name", async () => {
    const granted = scopesOf("sf-centrum").filter((scope) => scope !== "hemvist/decisions.send");
    const read = () => Promise.resolve({ granted });

    expect(await admission({ tokens: { read }, parties })(call())).toEqual({
      refused: "not-allowed",
      headers: {
        "WWW-Authenticate": 'Bearer error="insufficient_scope", scope="hemvist/decisions.send"',
      },
      party: "sf-centrum",
    });
  });

  it("of a party that the models do not have is refused without its name: the issuer may write anything there", async () => {
    const read = () =>
      Promise.resolve({ granted: ["hemvist/party.18900118-9803", "hemvist/decisions.send"] });
    const refused = await admission({ tokens: { read }, parties })(call());

    expect(refused).toMatchObject({ refused: "not-allowed" });
    expect(refused).not.toHaveProperty("party");
  });

  it("needs no token for what the API says of itself", async () => {
    const open = call({ method: "GET", resource: "/v1/api-info", authorization: undefined });

    expect(await admit(open)).toEqual({ caller: { party: "", reach: [] } });
  });

  it("with a method that the address lacks needs a token all the same, and reaches nothing", async () => {
    expect(await admit(call({ method: "DELETE" }))).toEqual({ caller: { party: "", reach: [] } });
    expect(await admit(call({ method: "DELETE", authorization: undefined }))).toMatchObject({
      refused: "not-authenticated",
    });
  });

  it("waits for the issuer: its keys may be had again", async () => {
    const read = () => Promise.reject(new IssuerUnreachable(new Error("down")));

    expect(await admission({ tokens: { read }, parties })(call())).toEqual({ refused: "issuer-unreachable" });
    expect(logged().join()).toContain("the issuer of tokens cannot be reached");
  });

  it("fails where anything else does", async () => {
    const read = () => Promise.reject(new TypeError("a mistake"));

    await expect(admission({ tokens: { read }, parties })(call())).rejects.toThrow("a mistake");
  });
});
