import { followUpKinds } from "@hemvist/casework";
import { modelInForceOn } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { ingenstans } from "../../test/municipality/ingenstans.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { administrationNamed, wordFor } from "./words.ts";

const administrations = modelInForceOn(goteborg, "2026-12-31")?.administrations ?? [];
const measures = [
  "returned",
  "rejected",
  "interrupted",
  "to-acknowledgement",
  "to-acceptance",
  "to-start",
] as const;
const verdicts = ["too-few", "within-chance", "beyond-chance"] as const;

describe("what is read in a report", () => {
  it.each([...followUpKinds, ...measures, ...verdicts, "city", "total"])(
    "%s has a name in Swedish and English, and not its code",
    (code) => {
      const { sv, en } = wordFor(code);

      expect(sv).toMatch(/^[A-ZÅÄÖa-zåäö][A-ZÅÄÖa-zåäö -]+$/);
      expect(en).toMatch(/^[A-Za-zä][A-Za-zä -]+$/);
      expect([sv, en]).not.toContain(code);
    },
  );

  it.each(administrations)("%s is called by its short name in a table", (code) => {
    expect(administrationNamed(code, goteborg)).toMatch(/^[A-ZÅÄÖ][a-zåäö]+$/);
    expect(administrationNamed(code, ingenstans)).toBe(code);
  });

  it("has another name for each kind of follow-up", () => {
    expect(new Set(followUpKinds.map((kind) => wordFor(kind).sv)).size).toBe(followUpKinds.length);
    expect(new Set(followUpKinds.map((kind) => wordFor(kind).en)).size).toBe(followUpKinds.length);
  });

  it("shows a code that has no name yet as it is", () => {
    expect(wordFor("brand-new")).toEqual({ sv: "brand-new", en: "brand-new" });
  });
});
