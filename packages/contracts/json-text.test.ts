import { describe, expect, it } from "vitest";
import { parsedJson, readJson, utf8Text } from "./json-text.ts";

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("a JSON text", () => {
  it.each([
    ["an object", '{"a":1}', { a: 1 }],
    ["with a byte order mark", '\ufeff{"a":1}', { a: 1 }],
    [
      "with brackets within a text",
      `{"a":"${"[".repeat(100)}\\"${"{".repeat(100)}"}`,
      { a: `${"[".repeat(100)}"${"{".repeat(100)}` },
    ],
    ["of many lists beside each other", `[${Array(1000).fill("[]").join()}]`, Array(1000).fill([])],
    ["64 levels deep", nested(64), JSON.parse(nested(64))],
  ])("%s is read", (_what, text, value) => {
    expect(readJson(text)).toEqual({ ok: true, value });
    expect(parsedJson(text)).toEqual(value);
  });

  it.each([
    ["half of one", '{"a":', "not-json"],
    ["none at all", "", "not-json"],
    ["a byte order mark alone", "\ufeff", "not-json"],
    ["two byte order marks", "\ufeff\ufeff{}", "not-json"],
    ["65 levels deep", nested(65), "too-deep"],
    ["3000 levels deep", nested(3000), "too-deep"],
    ["a million levels deep, never closed", '{"a":'.repeat(1_000_000), "too-deep"],
  ])("%s is not", (_what, text, code) => {
    expect(readJson(text)).toEqual({ ok: false, code });
    expect(parsedJson(text)).toBeUndefined();
  });
});

describe("bytes", () => {
  it("of UTF-8 are text", () => {
    expect(utf8Text(Buffer.from("Åsa Öberg 🌲"))).toBe("Åsa Öberg 🌲");
  });

  it.each([
    ["ISO 8859-1", Buffer.from("Åsa", "latin1")],
    ["half a character", Buffer.from([0xc3])],
    ["a surrogate", Buffer.from([0xed, 0xa0, 0x80])],
  ])("of %s are none", (_what, bytes) => {
    expect(utf8Text(bytes)).toBeUndefined();
  });
});
