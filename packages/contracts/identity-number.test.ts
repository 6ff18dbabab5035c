import { describe, expect, it } from "vitest";
import { isIdentityNumber, twelveDigits } from "./identity-number.ts";

describe("whether a text is an identity number", () => {
  it.each([
    ["twelve digits and a hyphen", "18900118-9803", true],
    ["twelve digits", "189001189803", true],
    ["ten digits and a hyphen", "900118-9803", true],
    ["ten digits and a plus", "900118+9803", true],
    ["ten digits", "9001189803", true],
    ["a coordination number (day + 60)", "18930481-9833", true],
    ["a wrong check digit", "18900118-9804", false],
    ["a month that does not exist", "18901318-9809", false],
    ["a day that does not exist", "18900231-9809", false],
    ["space around it", " 18900118-9803", false],
    ["more digits after it", "18900118-98031", false],
    ["a case number", "2026-88231", false],
    ["letters", "SFC-2026-004711", false],
    ["nothing", "", false],
  ])("%s", (_what, text, expected) => {
    expect(isIdentityNumber(text)).toBe(expected);
  });

  it.each([
    ["29 February 1896, a leap year", leapDay("1896"), true],
    ["29 February 1892, a leap year", leapDay("1892"), true],
    ["29 February 1900, none", leapDay("1900"), false],
    ["29 February 1890, none", leapDay("1890"), false],
  ])("%s", (_what, number, exists) => {
    expect(isIdentityNumber(number)).toBe(exists);
  });
});

describe("the twelve digits of a number", () => {
  it.each([
    ["twelve digits stay as they are", "18900118-9803", "2026-11-02", "189001189803"],
    ["a plus: 100 years or more", "900118+9803", "2026-11-02", "189001189803"],
    ["a hyphen: less than 100", "900118-9803", "2026-11-02", "199001189803"],
    ["no sign: less than 100", "9001189803", "2026-11-02", "199001189803"],
    ["a hyphen in the last year of the 1980s", "900118-9803", "1989-12-31", "189001189803"],
    ["a hyphen in the year of birth", "900118-9803", "1990-01-18", "199001189803"],
    ["a plus in the year of turning 100", "900118+9803", "1990-01-01", "189001189803"],
    ["a plus in the year before that", "900118+9803", "1989-12-31", "179001189803"],
    ["a coordination number with a plus", "930481+9833", "2026-11-02", "189304819833"],
  ])("%s", (_what, text, on, digits) => {
    expect(twelveDigits(text, on)).toBe(digits);
  });

  it("is nothing where the number is none in the century that it means", () => {
    const written = `${leapDay("1900").slice(2, 8)}+${leapDay("1900").slice(8)}`;

    expect(isIdentityNumber(written)).toBe(true);
    expect(twelveDigits(written.replace("+", "-"), "2026-11-02")).toBe(leapDay("2000"));
    expect(twelveDigits(written, "2026-11-02")).toBeUndefined();
  });

  it("is nothing where the text is none", () => {
    expect(twelveDigits("2026-88231", "2026-11-02")).toBeUndefined();
  });
});

/** A number of a 29 February with the check digit it would have, by the Luhn algorithm. */
function leapDay(year: string): string {
  const digits = `${year.slice(2)}0229980`;
  const sum = [...digits]
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + Math.floor(product / 10) + (product % 10), 0);
  return `${year}0229980${(10 - (sum % 10)) % 10}`;
}
