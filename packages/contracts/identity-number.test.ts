import fc from "fast-check";
import Personnummer from "personnummer";
import { describe, expect, it } from "vitest";
import {
  holdsIdentityNumber,
  holdsSomebodysNumber,
  isIdentityNumber,
  isSomebodysNumber,
  twelveDigits,
} from "./identity-number.ts";

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
    ["space around and in it", " 18900118 - 9803 ", true],
    ["a no-break space", "18900118\u00a09803", true],
    ["a zero-width space", "18900118\u200b-9803", true],
    ["a non-breaking hyphen", "18900118\u20119803", true],
    ["a dash", "18900118\u20139803", true],
    ["a minus sign", "900118\u22129803", true],
    ["full-width digits", "１８９００１１８-９８０３", true],
    ["two hyphens", "1890-01-18-9803", false],
    ["the 17th century", "17900118-9803", false],
    ["the 16th century", "16900118-9803", false],
    ["the 21st century", "21900118-9803", false],
    ["the century 99", "99900118-9803", false],
    // Skatteverket's published test numbers.
    ["a coordination number without a month", "191500882392", true],
    ["another", "191500722390", true],
    ["a coordination number without a day", checked("189001609"), true],
    ["a coordination number of neither", checked("189000609"), true],
    ["a coordination number of 31 days in a month of 30", checked("189004919"), false],
    ["a coordination number of 32 days", checked("189000929"), false],
    ["a personnummer without a month", checked("189000189"), false],
    ["a personnummer without a day", checked("189001009"), false],
    ["serial 000", checked("18900118000"), false],
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
    ["a plus in the year before that: no person of the 1790s lives", "900118+9803", "1989-12-31", undefined],
    ["the day of birth", "20150615-9803", "2015-06-15", "201506159803"],
    ["the day before the day of birth", "20150615-9803", "2015-06-14", undefined],
    ["ten digits of a day later this year", "150615-9803", "2015-06-14", undefined],
    ["a month that is not known, in the year of birth", "191500882392", "1915-01-01", "191500882392"],
    ["a month that is not known, the year before", "191500882392", "1914-12-31", undefined],
    ["spaces and a dash, read past", " 18900118 \u2013 9803", "2026-11-02", "189001189803"],
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

describe("a number of ours is one of the package personnummer's, where that can judge it", () => {
  const digits = fc.stringMatching(/^(18|19|20)[0-9]{2}(0[0-9]|1[0-3])[0-9]{2}[0-9]{4}$/);

  it("whatever its digits", () => {
    fc.assert(
      fc.property(digits, (number) => {
        const [month, day] = [number.slice(4, 6), number.slice(6, 8)];
        // It takes no day and no month for a number that does not exist.
        fc.pre(month !== "00" && day !== "60");

        expect(isIdentityNumber(number)).toBe(Personnummer.valid(number));
      }),
      { numRuns: 3000 },
    );
  });

  it("also with the check digit that fits", () => {
    fc.assert(
      fc.property(digits, (number) => {
        const fitting = checked(number.slice(0, 11));
        fc.pre(fitting.slice(4, 6) !== "00" && fitting.slice(6, 8) !== "60");

        expect(isIdentityNumber(fitting)).toBe(Personnummer.valid(fitting));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("an id that is a person's number", () => {
  const today = "2026-11-02";

  it.each([
    ["of an old person", "189001189803", true],
    ["with a hyphen", "900118-9803", true],
    ["of a person who is 15 today", checked("20111102980"), true],
    ["of a person who is 15 tomorrow", checked("20111103980"), false],
    ["a date and a running number, written with ten digits", checked("20260118980").slice(2), false],
    ["with a wrong check digit", "189001189804", false],
    ["a decision's", "SFC-2026-004711", false],
    ["a number within an id", "SFC-18900118-9803", false],
  ])("%s: %s", (_what, id, expected) => {
    expect(isSomebodysNumber(id, today)).toBe(expected);
  });

  it.each([
    ["as a part", "VON/18900118-9803", true],
    ["as another", "sf-centrum.189001189803.1", true],
    ["with a space", "VON 900118 9803", true],
    ["in pairs", "18 90 01 18 98 03", true],
    ["in pairs, ten digits", "VON 90 01 18 98 03 2", true],
    ["behind other digits", "12 18900118-9803", true],
    ["a date and two figures in pairs", "2026 11 02 98 05", false],
    ["none", "VON/2022:00276", false],
    ["a young person's", `VON/${checked("20200118980")}`, false],
    ["within more digits", "1189001189803", false],
  ])("that is made of parts, %s: %s", (_what, id, expected) => {
    expect(holdsSomebodysNumber(id, today)).toBe(expected);
  });
});

describe("an identity number in a free text", () => {
  it.each([
    "18900118-9803",
    "189001189803",
    "9001189803",
    "900118+9803",
    "Ring om 18900118-9803 i morgon",
    "pnr:18900118-9803.",
    "1890-01-18-9803",
    "1890 01 18 9803",
    "18 90 01 18 98 03",
    "18900118 \u2013 9803",
    "189001\u200b18-9803",
    "１８９００１１８９８０３",
    "bilaga 12 18900118-9803",
    "191500882392",
  ])("is found: %s", (text) => {
    expect(holdsIdentityNumber(text)).toBe(true);
  });

  it.each([
    "Kompetenscenter Hisingen, plan 3",
    "Telefon 031-365 00 00",
    "Telefon 070-123 45 67",
    "18900118-9804",
    "den 2 november 2026 kl. 12.30",
    "2026-11-02 12.30",
    "OCR 44189001189803",
    "",
  ])("is none: %s", (text) => {
    expect(holdsIdentityNumber(text)).toBe(false);
  });
});

/** Eight birth digits and the beginning of a serial, with the rest of the serial and the check digit that they would have. */
function checked(digits: string): string {
  const number = digits.padEnd(11, "80");
  const sum = [...number.slice(2)]
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + Math.floor(product / 10) + (product % 10), 0);
  return `${number}${(10 - (sum % 10)) % 10}`;
}

/** A number of a 29 February. */
function leapDay(year: string): string {
  return checked(`${year}0229980`);
}
