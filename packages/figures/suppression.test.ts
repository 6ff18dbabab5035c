import { describe, expect, it } from "vitest";
import { counted, entry, sfs } from "../../test/support/a-table.ts";
import { hiddenIn } from "./suppression.ts";
import { addressOf, city, tabulate, total } from "./table.ts";

describe("what is hidden", () => {
  const columns = ["a", "b", "c"].map((code) => ({ code }));

  const large = [
    [7, 9, 20],
    [12, 8, 20],
    [10, 7, 20],
    [11, 30, 20],
  ];
  const hiddenOf = (cells: readonly (readonly number[])[], rows?: readonly string[]) =>
    [...hiddenIn(counted({ columns, cells, ...(rows ? { rows } : {}) }))].sort();
  const everyRow = (column: string) => sfs.map((row) => addressOf(row, column));

  it("is nothing where all cells are large", () => {
    expect(hiddenOf(large)).toEqual([]);
  });

  it.each([
    [5, []],
    [4, [...everyRow("a"), ...everyRow("c")].sort()],
    [0, [...everyRow("a"), ...everyRow("c")].sort()],
  ])(
    "with %d in a cell is, below five, its column and the last one, by row: the city has both",
    (few, hidden) => {
      expect(hiddenOf([[few, 9, 20], ...large.slice(1)])).toEqual(hidden);
    },
  );

  it("is the last but one where the last is the small one: one hidden column alone follows from the total", () => {
    expect(hiddenOf([[7, 9, 4], ...large.slice(1)])).toEqual([...everyRow("b"), ...everyRow("c")].sort());
  });

  it("is the last one also where the small ones hold five together: that they are small must not tell them", () => {
    expect(hiddenOf([[3, 4, 20], ...large.slice(1)])).toEqual(
      [...everyRow("a"), ...everyRow("b"), ...everyRow("c")].sort(),
    );
  });

  it("is as many columns as hold five persons in each row", () => {
    expect(hiddenOf([[2, 9, 2], ...large.slice(1)])).toEqual(
      [...everyRow("a"), ...everyRow("b"), ...everyRow("c")].sort(),
    );
    expect(hiddenOf([[2, 9, 3], ...large.slice(1)])).toEqual([...everyRow("a"), ...everyRow("c")].sort());
  });

  it("is a column that has few in all of the city, and one more of those that no row shows", () => {
    const few = large.map(([, b = 0, c = 0], row) => [row === 0 ? 4 : 0, b, c]);

    expect(hiddenOf(few)).toEqual(
      [...everyRow("a"), ...everyRow("c"), addressOf(city, "a"), addressOf(city, "c")].sort(),
    );
  });

  it("is every row where one has fewer than five; the city's is published", () => {
    expect(hiddenOf([[1, 1, 2], ...large.slice(1)])).toEqual(
      ["a", "b", "c", total].flatMap((column) => everyRow(column)).sort(),
    );
    expect(hiddenOf([[1, 2, 2], ...large.slice(1)])).not.toContain(addressOf("sf-centrum", total));
  });

  it("is everything where the city has fewer than five", () => {
    const table = counted({ columns, cells: [[1, 1, 1], [1], [], []] });

    expect(hiddenIn(table).size).toBe(5 * 4);
  });

  it("is the same in the city as in the only administration there is", () => {
    expect(hiddenOf([[3, 9, 20]], ["one"])).toEqual(
      ["one a", "one c", addressOf(city, "a"), addressOf(city, "c")].sort(),
    );
  });

  it("is within a group what its own column leaves to tell", () => {
    const grouped = ["a", "b", "c", "d", "e", "f"].map((code, index) => ({
      code,
      group: ["x", "y", "z"][Math.floor(index / 2)] ?? "",
    }));
    const rows = [9, 8, 9, 8, 9, 8];
    const hidden = (cells: readonly number[]) => [
      ...hiddenIn(counted({ columns: grouped, cells: [cells, rows, rows, rows] })),
    ];

    expect(hidden([4, 8, 9, 8, 9, 8]).sort()).toEqual([...everyRow("a"), ...everyRow("b")].sort());
    expect(hidden([1, 2, 9, 8, 9, 8]).sort()).toEqual(
      ["a", "b", "x", "e", "f", "z"].flatMap((column) => everyRow(column)).sort(),
    );
  });

  it("is within a group that the city's row does not show either all that would add up to it", () => {
    // The city has four in `x`, so `x` and the last one, `z`, are hidden. Its two columns would tell `z`.
    const columns = [
      { code: "a", group: "x" },
      { code: "d", group: "y" },
      { code: "b", group: "z" },
      { code: "c", group: "z" },
    ];
    const cells = [
      [4, 9, 9, 9],
      [0, 9, 9, 9],
      [0, 9, 9, 9],
      [0, 9, 9, 9],
    ];
    const hidden = hiddenIn(counted({ columns, cells }));

    for (const column of ["a", "x", "z", "b", "c"]) expect(hidden).toContain(addressOf(city, column));
    expect(hidden).not.toContain(addressOf(city, "y"));
  });

  it("counts persons: twenty assignments of four persons are four", () => {
    const few = Array.from({ length: 20 }, (_, index) => entry("sf-centrum", "a", `p${index % 4}`));
    const rest = sfs.flatMap((row) =>
      ["a", "b", "c"].flatMap((column) =>
        row === "sf-centrum" && column === "a"
          ? []
          : Array.from({ length: 9 }, (_, index) => entry(row, column, `${row} ${column} ${index}`)),
      ),
    );

    expect(hiddenIn(tabulate([...few, ...rest], { rows: sfs, columns }))).toContain("sf-centrum a");
  });
});
