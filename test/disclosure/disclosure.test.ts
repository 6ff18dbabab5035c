import { describe, expect, it } from "vitest";
import { attack } from "./attack.ts";
import { cities, publishedOf } from "./cities.ts";
import { eachCellAlone } from "./each-cell-alone.ts";
import { type Figure, nameOf } from "./published.ts";

const two = cities(4).slice(2);

describe("an outsider who reads everything that is published of a city", () => {
  it.each(two)(
    "of $decisions decisions, over two quarters, works out no hidden figure",
    async (city) => {
      const { published, hidden, derived } = await attack(publishedOf(city, { periods: 2 }));

      expect(derived).toEqual([]);
      expect(published).toBeGreaterThan(100);
      expect(hidden).toBeGreaterThan(100);
    },
    600_000,
  );

  it("takes for known only what is true: everything published fits together", async () => {
    const all = two.flatMap((city) => publishedOf(city, { periods: 2, hides: () => new Set() }));
    const inOneCity = all.slice(0, all.length / 2);

    expect((await attack(inOneCity.filter(({ table }) => table !== "sob"))).derived).toEqual([]);
  }, 600_000);

  it("works out what is hidden cell by cell, and works it out right", async () => {
    const [city] = two;
    if (city === undefined) throw new Error("there is one");
    const truth = new Map(
      publishedOf(city, { periods: 1, hides: () => new Set() }).map((figure) => [
        nameOf(figure),
        figure.value,
      ]),
    );
    const { derived } = await attack(publishedOf(city, { periods: 1, hides: eachCellAlone }));

    expect(derived.length).toBeGreaterThan(20);
    expect(
      derived.filter(({ name, value }) => truth.get(name) !== undefined && truth.get(name) !== value),
    ).toEqual([]);
  }, 600_000);
});

describe("the solver", () => {
  const figure = (row: string, column: string, value?: number): Figure => ({
    report: "need-and-volume",
    period: "2026Q4",
    table: "legal-basis",
    row,
    column,
    what: "count",
    ...(value === undefined ? {} : { value }),
  });

  it("finds the four in two files: 24 less 7, 6 and 7", async () => {
    const rows = { "sf-centrum": 7, "sf-hisingen": 6, "sf-nordost": 7, city: 24 };
    const { derived } = await attack([
      ...Object.entries(rows).map(([row, value]) => figure(row, "total", value)),
      figure("sf-sydvast", "total"),
      { ...figure("sf-sydvast", "total"), table: "status" },
    ]);

    expect(derived.map(({ value }) => value)).toEqual([4, 4]);
  });

  it("finds what is nothing, since the others are all there is", async () => {
    const { derived } = await attack([
      figure("city", "total", 8),
      figure("city", "sol-12-1"),
      figure("city", "sol-11-1"),
      figure("city", "sol-12-4", 8),
    ]);

    expect(derived.map(({ value }) => value)).toEqual([0, 0]);
  });

  it("finds nothing in what may be one thing or another", async () => {
    const { derived } = await attack([
      figure("city", "total", 8),
      figure("city", "sol-12-1"),
      figure("city", "sol-11-1"),
      figure("city", "sol-12-4", 7),
    ]);

    expect(derived).toEqual([]);
  });
});
