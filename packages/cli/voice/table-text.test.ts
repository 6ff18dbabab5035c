import { describe, expect, it } from "vitest";
import { tableOf } from "./table-text.ts";

const heads = ["id", { sv: "antal", en: "number" }];
const rows = [
  ["sf-centrum.A", 7],
  ["B", 12],
];

describe("a table", () => {
  it("has words to the left and numbers to the right", () => {
    expect(tableOf(heads, rows)).toBe("id            number\nsf-centrum.A       7\nB                 12");
  });

  it("has its columns named in the language asked for", () => {
    expect(tableOf(heads, rows, { language: "sv" })).toContain("antal");
  });

  it("is a list on a terminal that is too narrow for it", () => {
    expect(tableOf(heads, rows, { columns: 20 })).toBe(tableOf(heads, rows));
    expect(tableOf(heads, rows, { columns: 19 })).toBe(
      "id      sf-centrum.A\nnumber  7\n\nid      B\nnumber  12\n",
    );
  });
});
