import { describe, expect, it } from "vitest";
import { asked, parts } from "./asked.ts";

describe("what bench is asked for", () => {
  it("is all of it, or one part that is only printed", () => {
    expect(asked([])).toEqual({ parts, isWhole: true });
    expect(asked(["--only", "start"])).toEqual({ parts: ["start"], isWhole: false });
    expect(asked(["--help"])).toBeUndefined();
  });

  it("is refused where there is no such part", () => {
    expect(() => asked(["--only", "speed"])).toThrow(/--only takes one of bundles, .*, not "speed"\.$/);
  });
});
