import { parseArgs } from "node:util";
import { attack } from "./attack.ts";
import { cities, publishedOf } from "./cities.ts";
import { eachCellAlone } from "./each-cell-alone.ts";

// npm run disclosure: what an outsider works out from all that is published of made-up cities (README.md).

const { values } = parseArgs({
  options: { cities: { type: "string", default: "40" }, periods: { type: "string", default: "8" } },
});
const wholeNumber = (text: string, most: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new RangeError(`a whole number from 1 to ${most}, not ${text}`);
  return value;
};
const periods = wholeNumber(values.periods, 8);
const asked = cities(wholeNumber(values.cities, 1000));

const all = { published: 0, hidden: 0, derived: 0, withoutHidden: 0, withoutDerived: 0 };
for (const [index, city] of asked.entries()) {
  const { published, hidden, derived } = await attack(publishedOf(city, { periods }));
  // What the solver finds where there is something to find. Some cities and two quarters will do.
  const without =
    index % 8 === 1
      ? await attack(publishedOf(city, { periods: Math.min(periods, 2), hides: eachCellAlone }))
      : undefined;
  all.published += published;
  all.hidden += hidden;
  all.derived += derived.length;
  all.withoutHidden += without?.hidden ?? 0;
  all.withoutDerived += without?.derived.length ?? 0;
  process.stdout.write(
    `city ${city.seed}, ${city.decisions} decisions: ${published} figures published, ${hidden} hidden, ${derived.length} derived${without === undefined ? "" : `; hidden one by one, ${without.derived.length} of ${without.hidden} derived`}\n`,
  );
  for (const { name, value } of derived.slice(0, 10)) process.stdout.write(`  derived: ${name} = ${value}\n`);
}
process.stdout.write(
  `${asked.length} cities, ${periods} quarters: ${all.published} figures published, ${all.hidden} hidden, ${all.derived} derived; hidden one by one, ${all.withoutDerived} of ${all.withoutHidden} derived\n`,
);
process.exitCode = all.derived === 0 && all.withoutDerived > 0 ? 0 : 1;
