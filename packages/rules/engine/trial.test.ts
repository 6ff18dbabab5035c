import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, aPerson, under121, under124 } from "../../../test/support/a-decision.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { classify } from "./classify.ts";
import { subAreaCodes } from "./decision.ts";
import { addresseesAmong, partiesOf } from "./municipality.ts";
import { place } from "./place.ts";
import { namesWhomItMay, trialParty, trialPerson } from "./trial.ts";

const [model] = goteborg.models;
const outside = addresseesAmong(partiesOf(goteborg));

const providersOf = (administration: string): ReadonlySet<string | undefined> =>
  new Set(
    [under121, under124].flatMap((citation) =>
      subAreaCodes.flatMap((subArea) =>
        [undefined, ...(model?.services ?? []).map(({ code }) => code)].map((service) => {
          const [intervention] = aDecision().interventions;
          if (model === undefined || intervention === undefined) throw new Error("there is one");
          const wanted = { ...intervention, subArea, follows: "a", ...(service ? { service } : {}) };
          // Who comes before is kept where it may be: here each other party.
          const followed = new Map([
            [
              "a",
              { samePerson: true, provider: administration === trialParty ? "kompetenscenter" : trialParty },
            ],
          ]);
          const decision = aDecision({ administration, citation, interventions: [wanted] });
          return place(wanted, { decision, model, background: { followed } }).provider;
        }),
      ),
    ),
  );

describe("hemvist's own party", () => {
  it("is none of a municipality's parties", () => {
    expect(outside).not.toContain(trialParty);
  });

  it("reaches no provider but itself, whatever it decides", () => {
    expect([...providersOf(trialParty)].toSorted()).toEqual([trialParty, undefined]);
  });

  it.each(outside)("gets nothing that %s decides", (administration) => {
    expect([...providersOf(administration)]).not.toContain(trialParty);
  });

  it("gets back a decision that asks for another's intervention, and nothing is assigned", () => {
    const decision = aDecision({ administration: trialParty });
    const { outcome, findings } = classify(decision, { municipality: goteborg, receivedOn: "2026-11-02" });

    expect(outcome).toBe("returned");
    expect(findings.map(({ rule }) => rule)).toContain("provider-available");
  });

  const numbered = { ...aPerson, identityNumber: trialPerson };
  it.each([
    ["its own person", numbered, true],
    ["another number", aPerson, false],
    ["its person for another", { ...numbered, replaces: "189001189803" }, false],
    ["a protected person", { protectedIdentity: true, reference: "R-1" } as const, false],
    [
      "a person without a number",
      { protectedIdentity: false, reference: "R-1", birthDate: "1890-01-18", familyName: "Person" } as const,
      false,
    ],
  ])("may decide about %s: %s", (_whom, person, may) => {
    expect(namesWhomItMay(aBasicDecision({ administration: trialParty, person }))).toBe(may);
    expect(namesWhomItMay(aBasicDecision({ person }))).toBe(true);
  });
});
