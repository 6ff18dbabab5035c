import { describe, expect, it } from "vitest";
import { ingenstans } from "../../test/municipality/ingenstans.ts";
import { aDecisionMessage } from "../../test/support/a-message.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { readDecision } from "./decision-message.ts";
import { decisionNamedIn } from "./named-in.ts";
import { jsonSchemas } from "./openapi/json-schemas.ts";
import { readPersonSearch } from "./person-search.ts";

const receivedOn = "2026-11-02";
const codes = [
  ["sf-centrum", goteborg, ingenstans],
  ["soc-skogen", ingenstans, goteborg],
] as const;

describe("an administration's code", () => {
  it.each(codes)(
    "%s is read in its own municipality, and is a fault in another",
    (administration, its, other) => {
      const message = aDecisionMessage({ administration });
      const search = { administration, reference: "R-1", purpose: "Follow-up" };

      expect(readDecision(message, { receivedOn, municipality: its })).toMatchObject({ ok: true });
      expect(readDecision(message, { receivedOn, municipality: other })).toMatchObject({
        ok: false,
        faults: [{ pointer: "/administration", code: "not-one-of" }],
      });
      expect(readPersonSearch(search, { receivedOn, municipality: its })).toMatchObject({ ok: true });
      expect(readPersonSearch(search, { receivedOn, municipality: other })).toMatchObject({ ok: false });
    },
  );

  it.each(codes)("%s is named in a refusal of its own municipality only", (administration, its, other) => {
    expect(decisionNamedIn({ administration }, { receivedOn, municipality: its })).toEqual({
      administration,
    });
    expect(decisionNamedIn({ administration }, { receivedOn, municipality: other })).toEqual({});
  });
});

describe("the generated schemas", () => {
  const textIn = (municipality: typeof goteborg): string =>
    JSON.stringify([...jsonSchemas(municipality).values()]);

  it("have the municipality's own values, and none of another's", () => {
    expect(textIn(goteborg)).toContain('"enum":["sf-centrum","sf-hisingen","sf-nordost","sf-sydvast"]');
    expect(textIn(ingenstans)).toContain('"enum":["soc-skogen","soc-sjon"]');
    expect(textIn(ingenstans)).toContain('"const":"urn:hemvist:ingenstans"');
    expect(textIn(ingenstans)).toContain('"title":"example.ingenstans.hemvist.decision.assigned.v1"');
    expect(textIn(ingenstans)).not.toMatch(/goteborg|"enum":\["sf-/);
  });
});
