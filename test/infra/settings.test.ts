import { describe, expect, it } from "vitest";
import { settingsFor } from "../../infra/settings.ts";

describe("settings", () => {
  it("protect production from deletion, and shut it", () => {
    expect(settingsFor("production")).toMatchObject({ deletionProtection: true, allowedSourceRanges: [] });
  });

  it.each(["test", "production"])("of %s keep personal files, in a region inside the EU", (stage) => {
    expect(settingsFor(stage)).toMatchObject({ region: "eu-north-1", retention: { personalFiles: "keep" } });
  });

  it.each(["prod", "", "Production", "toString"])("do not exist for a stage called %j", (stage) => {
    expect(() => settingsFor(stage)).toThrow(`Unknown stage "${stage}"`);
  });
});
