import { classify } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { goteborg } from "../test/support/goteborg.ts";
import { jsonRulesEngine } from "./baselines/json-rules-engine.ts";
import { differences } from "./baselines/rules-engine.ts";
import { zenEngine } from "./baselines/zen-engine.ts";
import { background, brokenRules, judged, receivedOn, variants } from "./twenty-rules.ts";

const { triedRules } = classify(judged, { municipality: goteborg, receivedOn, background });

describe("the rules that bench times", () => {
  it("are twenty, and all hold for the decision that is timed", () => {
    expect(triedRules).toHaveLength(20);
    expect([...brokenRules(judged)]).toEqual([]);
  });

  it("are each seen not to hold, but for the one without which there are no facts", () => {
    const seen = new Set(variants.flatMap((variant) => [...brokenRules(variant)]));

    expect(triedRules.map(({ rule }) => rule).filter((rule) => !seen.has(rule))).toEqual(["model-in-force"]);
  });

  it.each([jsonRulesEngine(), zenEngine()])("come out the same in $name", async (engine) => {
    expect(await differences(engine)).toEqual([]);
  });
});
