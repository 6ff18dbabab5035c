import { reasonCodes } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { endText, reasonText } from "./reason-text.ts";

describe("the reason for a delay, as IVO reads it", () => {
  it.each([
    ["not-acknowledged", "Utföraren"],
    ["not-answered", "Utföraren"],
    ["not-started", "Utföraren"],
    ["no-capacity", "Utföraren"],
    ["wrong-service", "Utföraren"],
    ["provider-cannot", "Utföraren"],
    ["person-declined", "Den enskilde"],
    ["person-unreachable", "Den enskilde"],
    ["person-absent", "Den enskilde"],
    ["person-withdrew", "Den enskilde"],
    ["illness", "Den enskilde"],
    ["parental-leave", "Den enskilde"],
    ["awaiting-place", "Den enskilde"],
  ])("%s says in Swedish whose it is", (code, whose) => {
    expect(reasonText(code)).toMatch(new RegExp(`^${whose} (har|är|saknar|kan|väntar) `));
  });

  it("is there for each reason that a provider can give", () => {
    expect(reasonCodes.filter((code) => reasonText(code) === "Annat skäl, se ärendet")).toEqual(["other"]);
  });

  it.each(["other", "of another version"])(
    "%s leads to the case, and never to a provider's own words",
    (code) => {
      expect(reasonText(code)).toBe("Annat skäl, se ärendet");
    },
  );
});

describe("the reason for an end, as IVO reads it", () => {
  it.each([
    ["ran-out", "Tiden"],
    ["dropped", "Insatsen"],
    ["not-basic", "Beslutet grundas"],
    ["revoked: no-longer-needed", "Beslutet har upphävts"],
    ["revoked: decided-wrongly", "Beslutet har upphävts"],
    ["revoked: person-withdrew", "Beslutet har upphävts"],
    ["revoked: person-moved", "Beslutet har upphävts"],
    ["revoked: person-died", "Den enskilde"],
    ["revoked: replaced", "Beslutet har ersatts"],
  ] as const)("%s begins with %s", (because, begins) => {
    expect(endText(because).startsWith(`${begins}`)).toBe(true);
  });
});
