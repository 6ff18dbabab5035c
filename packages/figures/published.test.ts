import { describe, expect, it } from "vitest";
import { counted } from "../../test/support/a-table.ts";
import { published } from "./published.ts";

describe("a published table", () => {
  const columns = [
    { code: "a", group: "x" },
    { code: "b", group: "x" },
    { code: "c", group: "y" },
    { code: "d" },
  ];
  const table = () =>
    counted({
      columns,
      cells: [
        [7, 8, 9, 10],
        [6, 6, 6, 6],
      ],
      rows: ["one", "two"],
    });

  it("has each group with its columns, what is in no group, and the total; the city last", () => {
    const { name, fewest, cells } = published("needs", table(), () => new Set());

    expect([name, fewest]).toEqual(["needs", 5]);
    expect(cells.map(({ row, column, count }) => `${row} ${column} ${count}`)).toEqual([
      ...["one x 15", "one a 7", "one b 8", "one y 9", "one c 9", "one d 10", "one total 34"],
      ...["two x 12", "two a 6", "two b 6", "two y 6", "two c 6", "two d 6", "two total 24"],
      ...["city x 27", "city a 13", "city b 14", "city y 15", "city c 15", "city d 16", "city total 58"],
    ]);
  });

  it("has no number in a cell that is hidden", () => {
    const { cells } = published("needs", table(), () => new Set(["one a"]));

    expect(cells.filter(({ count }) => count === undefined)).toEqual([{ row: "one", column: "a" }]);
  });
});
