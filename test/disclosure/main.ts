import { NotUnderstood, optionsIn, runTool, say, wholeNumber } from "../support/tool.ts";
import { attack } from "./attack.ts";
import { cities, publishedOf } from "./cities.ts";
import { eachCellAlone } from "./each-cell-alone.ts";

const usage = `npm run disclosure -- [--cities 40] [--periods 8]

Shows what an outsider works out from all that is published of made-up cities (test/disclosure/README.md). The exit
status is 1 where a hidden figure is derived, or where none is though each cell is hidden alone.`;

function asked(args: readonly string[]) {
  const { help, ...values } = optionsIn(args, {
    cities: { type: "string", default: "40" },
    periods: { type: "string", default: "8" },
    help: { type: "boolean", default: false },
  });
  if (help) return undefined;
  const periods = wholeNumber("periods", values.periods);
  if (periods > 8) throw new NotUnderstood(`--periods takes a whole number from 1 to 8, not "${periods}".`);
  return { periods, cities: cities(wholeNumber("cities", values.cities)) };
}

async function run(): Promise<number> {
  const wanted = asked(process.argv.slice(2));
  if (wanted === undefined) {
    say(usage);
    return 0;
  }
  const { periods } = wanted;
  const all = { published: 0, hidden: 0, derived: 0, withoutHidden: 0, withoutDerived: 0 };
  for (const [index, city] of wanted.cities.entries()) {
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
    const alone = without
      ? `; hidden one by one, ${without.derived.length} of ${without.hidden} derived`
      : "";
    say(
      `city ${city.seed}, ${city.decisions} decisions: ${published} figures published, ${hidden} hidden, ${derived.length} derived${alone}`,
    );
    for (const { name, value } of derived.slice(0, 10)) say(`  derived: ${name} = ${value}`);
  }
  say(
    `${wanted.cities.length} cities, ${periods} quarters: ${all.published} figures published, ${all.hidden} hidden, ${all.derived} derived; hidden one by one, ${all.withoutDerived} of ${all.withoutHidden} derived`,
  );
  return all.derived === 0 && all.withoutDerived > 0 ? 0 : 1;
}

await runTool(run);
