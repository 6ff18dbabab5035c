import { describe, expect, it } from "vitest";
import { aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { factsOf, failures } from "../../../test/support/a-facts.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import type { Followed } from "../engine/background.ts";
import { classify } from "../engine/classify.ts";
import { followsKnown } from "./follows-known.ts";

const follows = "sf-centrum.SFC-2025-001200.1";
const following = aDecision({
  interventions: [anIntervention(), anIntervention({ interventionId: "2", follows })],
});
const found = (followed: Followed) => ({ background: { followed: new Map([[follows, followed]]) } });
const theirs = found({ provider: "kompetenscenter", samePerson: true });
const strangers = found({ provider: "kompetenscenter", samePerson: false });
const none = { background: { followed: new Map() } };

describe("follows-known", () => {
  it.each([
    ["the person's own assignment", theirs, []],
    ["another person's", strangers, ["/interventions/1/follows"]],
    ["none that there is", none, ["/interventions/1/follows"]],
  ])("%s", (_what, circumstances, expected) => {
    expect(failures(followsKnown, following, circumstances)).toEqual(expected);
  });

  it("says the same of another person's assignment as of none, so that it reveals neither", () => {
    const breaches = (circumstances: typeof none) => followsKnown.breaches(factsOf(following, circumstances));

    expect(breaches(strangers)).toEqual(breaches(none));
  });

  it("is a finding, and returns nothing", () => {
    const { outcome, findings } = classify(following, {
      municipality: goteborg,
      receivedOn: "2026-11-02",
      ...none,
    });

    expect(outcome).toBe("assigned");
    expect(findings).toMatchObject([{ rule: "follows-known", severity: "should" }]);
  });

  it("is not asked where nothing is followed, nor where nothing was looked up", () => {
    expect(failures(followsKnown, aDecision(), none)).toBe("does not apply");
    expect(failures(followsKnown, following)).toBe("does not apply");
  });
});
