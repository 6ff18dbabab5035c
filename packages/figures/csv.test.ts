import { describe, expect, it } from "vitest";
import { csv, tablesCsv } from "./csv.ts";

describe("CSV", () => {
  it("is RFC 4180's: quoted where it must be, each line ended", () => {
    expect(
      csv(
        ["a", "b"],
        [
          ["x,y", 'say "no"'],
          [undefined, 3],
          ["line\nbreak", ""],
        ],
      ),
    ).toBe('a,b\r\n"x,y","say ""no"""\r\n,3\r\n"line\nbreak",\r\n');
  });

  it("shows that a cell is suppressed, and nothing of it", () => {
    const cells = [
      { row: "sf-centrum", column: "job", count: 7, people: 6 },
      { row: "sf-centrum", column: "social" },
    ];

    expect(tablesCsv([{ name: "area", fewest: 5, cells }])).toBe(
      "table,administration,column,count,people\r\narea,sf-centrum,job,7,6\r\narea,sf-centrum,social,..,..\r\n",
    );
  });
});
