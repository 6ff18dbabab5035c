import "./platform/silent-log.ts";
import { NotUnderstood, progress, runTool, say } from "../support/tool.ts";
import { asked } from "./asked.ts";
import { crashedAt, crashesAt, crashesIn, everyAwait, smallWorld } from "./faults/crash-everywhere.ts";
import type { PlannedCrash } from "./faults/faults.ts";
import { inOrder, shareOf } from "./world/kind.ts";
import { manyWorlds } from "./world/many-worlds.ts";
import { manyMunicipalities } from "./world/municipalities.ts";
import { figures, sum, tallyOf, written } from "./world/tally.ts";
import { live, type World } from "./world/world.ts";

const usage = `npm run simulate -- [--seeds N] [--decisions N]   N worlds with N decisions in all
npm run simulate -- --seed S [--decisions N]      the one world of a seed, the same bytes each time
npm run simulate -- --municipalities N [--seed S] [--decisions N]   N municipalities side by side
npm run simulate -- --crash RUN.AWAIT.MOMENT      the small world, crashed at one await, before or after`;

/** What case systems send by themselves leads to a tenth more, and then some: corrections, and what is sent twice. */
const perUnprompted = 1.104;

/** @returns how many violations there were */
async function one(seed: number, decisions: number): Promise<number> {
  const world = await live({ seed, decisions });
  say(`seed ${seed}`);
  for (const line of figures(tallyOf([world]))) say(line);
  return violationsIn([world], () => decisions);
}

async function many(seeds: number, decisions: number): Promise<number> {
  const started = performance.now();
  const awaits = await everyAwait();
  const all = Array.from({ length: seeds }, (_, index) => index + 1);
  const whole = decisions / perUnprompted / sum(all.map(shareOf));
  const sizeOf = (seed: number): number => Math.ceil(whole * shareOf(seed));
  const bySeed = inOrder(all).map((seed) => ({ seed, decisions: sizeOf(seed) }));
  const byCrash = crashesAt(awaits).map((crash) => ({ crash }));
  let [done, count, broken] = [0, 0, 0];
  const lived = await manyWorlds([...bySeed, ...byCrash], (world, task) => {
    broken += world.violations.length;
    if (!("seed" in task)) return;
    done += 1;
    count += world.decisions;
    progress(`${done} of ${seeds} worlds, ${written(count)} decisions, ${broken} violations `);
  });
  progress("");
  const worlds = lived.slice(0, seeds).toSorted((a, b) => a.seed - b.seed);
  const crashes = crashesIn(lived.slice(seeds), awaits);
  for (const line of figures(tallyOf(worlds))) say(line);
  const rows = [...crashes.awaits].map(([name, longest]) => `${name} ${longest}`).join(", ");
  say(
    `crashed before and after ${written(crashes.crashed / 2)} of ${written(crashes.places / 2)} awaits, one by one`,
  );
  say(`most awaits in one run: ${rows}`);
  say(`${((performance.now() - started) / 1000).toFixed(0)} seconds`);
  for (const { invariant, what, crash } of crashes.violations) {
    say(`VIOLATED ${invariant}: ${what}`);
    say(`  npm run simulate -- --crash ${named(crash)}`);
  }
  return violationsIn(worlds, sizeOf, crashes.violations.length);
}

/** How many times as much the first municipality sends as each other one. */
const flood = 100;

async function municipalities(asked: {
  municipalities: number;
  seed: number;
  decisions: number;
}): Promise<number> {
  const { municipalities: count, seed, decisions } = asked;
  const started = performance.now();
  const each = Math.ceil(decisions / count);
  const { worlds, violations } = await manyMunicipalities({
    seed,
    municipalities: count,
    each,
    times: flood,
  });
  say(`${written(count)} municipalities side by side, and each but the first once more alone`);
  for (const line of figures(tallyOf(worlds))) say(line);
  say(`the first sent ${written(worlds[0]?.decisions ?? 0)} of the decisions`);
  say(`${((performance.now() - started) / 1000).toFixed(0)} seconds`);
  for (const { invariant, what } of violations) say(`VIOLATED ${invariant}: ${what}`);
  if (violations.length > 0)
    say(`  npm run simulate -- --municipalities ${count} --seed ${seed} --decisions ${decisions}`);
  say(`${written(violations.length)} violations`);
  return violations.length;
}

async function crashed(plan: PlannedCrash): Promise<number> {
  const world = await crashedAt(plan);
  if (world.faults.size === 0)
    throw new NotUnderstood(`The small world never comes to ${named(plan)}, so nothing was crashed.`);
  say(`seed ${smallWorld.seed}, crashed at ${named(plan)}`);
  for (const line of figures(tallyOf([world]))) say(line);
  for (const { invariant, what } of world.violations) say(`VIOLATED ${invariant}: ${what}`);
  return world.violations.length;
}

const named = ({ run, index, moment }: PlannedCrash): string =>
  `${run}.${index}.${moment.replace("crash-", "")}`;

function violationsIn(worlds: readonly World[], sizeOf: (seed: number) => number, more = 0): number {
  for (const { seed, violations } of worlds) {
    for (const { invariant, what } of violations) say(`VIOLATED ${invariant}: ${what}`);
    if (violations.length > 0) say(`  npm run simulate -- --seed ${seed} --decisions ${sizeOf(seed)}`);
  }
  const count = more + sum(worlds.map(({ violations }) => violations.length));
  say(`${written(count)} violations`);
  return count;
}

async function run(): Promise<number> {
  const wanted = asked(process.argv.slice(2));
  switch (wanted.kind) {
    case "help":
      say(usage);
      return 0;
    case "crash":
      return statusOf(await crashed(wanted.crash));
    case "municipalities":
      return statusOf(await municipalities(wanted));
    case "one":
      return statusOf(await one(wanted.seed, wanted.decisions));
    case "many":
      return statusOf(await many(wanted.seeds, wanted.decisions));
  }
}

const statusOf = (violations: number): number => (violations === 0 ? 0 : 1);

await runTool(run);
