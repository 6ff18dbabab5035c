import { describe, expect, it } from "vitest";
import { wrapped } from "./wrapped.ts";

describe("a text on a terminal", () => {
  it("breaks at spaces, and fits", () => {
    expect(wrapped("Det finns ingen kö som heter så.", 20)).toBe("Det finns ingen kö\nsom heter så.");
  });

  it.each([
    ["an indent", "  one two three four five", "  one two three four\n  five"],
    ["a label", "Nu   ett två tre fyra fem", "Nu   ett två tre\n     fyra fem"],
    ["an option", "  --a <b>  one two three", "  --a <b>  one two\n           three"],
    ["a label too long for that", "  --long <value>  one two", "  --long <value>  one\n      two"],
  ])("goes on below the text after %s", (_what, text, expected) => {
    expect(wrapped(text, 20)).toBe(expected);
  });

  it("leaves a word that is longer than the line, and a command that is to be copied", () => {
    const id = "sf-centrum.SFC-2026-004711.1";
    const command = "  hemvist ops redrive --queue decisions-sf-centrum";

    expect(wrapped(`${id} waits`, 20)).toBe(`${id}\nwaits`);
    expect(wrapped(command, 20)).toBe(command);
  });

  it.each([undefined, 0, 5])("is left alone where the width is %s", (columns) => {
    expect(wrapped("one two three four five six", columns)).toBe("one two three four five six");
  });

  it("loses no word", () => {
    const text =
      "Det väntar på sf-centrum.A.1, som måste komma först. / It waits for it, which must come first.";

    for (let columns = 20; columns < 100; columns += 1)
      expect(wrapped(text, columns).split(/\s+/)).toEqual(text.split(/\s+/));
  });
});
