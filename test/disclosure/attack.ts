import loadHighs, { type Highs } from "highs";
import { type Constraint, knownOf } from "./known.ts";
import { componentsOf, type Problem, reduced } from "./problem.ts";
import { type Figure, nameOf } from "./published.ts";

export interface Attacked {
  readonly published: number;
  readonly hidden: number;
  /** The hidden figures that have but one number. */
  readonly derived: readonly { readonly name: string; readonly value: number }[];
}

const loading = loadHighs();

/**
 * What an outsider can work out from all that is published: the hidden figures that have one possible number.
 *
 * That a figure has two is shown by two solutions, which are checked in whole numbers against everything known. HiGHS
 * only proposes them. Where no second solution is found, HiGHS looks for the least and the greatest number.
 */
export async function attack(figures: readonly Figure[]): Promise<Attacked> {
  const highs = await loading;
  const hidden = figures.filter(({ value }) => value === undefined).map(nameOf);
  const told = new Map(
    figures.flatMap((figure) =>
      figure.value === undefined ? [] : [[nameOf(figure), figure.value] as const],
    ),
  );
  const { bounds, constraints } = reduced({ told, hidden, constraints: knownOf(figures) });
  const wanted = new Set(hidden);
  const fixed = hidden.flatMap((name) => {
    const { low, high } = bounds.get(name) ?? { low: 0, high: 1 };
    return low === high ? [{ name, value: low }] : [];
  });
  const solved = componentsOf({ bounds, constraints }).flatMap((component) =>
    derivedIn(component, { highs, wanted }),
  );
  return { published: told.size, hidden: hidden.length, derived: [...fixed, ...solved] };
}

interface Solver {
  readonly highs: Highs;
  readonly wanted: ReadonlySet<string>;
}

const rounds = 12;

function derivedIn(problem: Problem, { highs, wanted }: Solver): readonly { name: string; value: number }[] {
  const names = [...problem.bounds.keys()];
  const seen = new Map<string, Set<number>>(
    names.filter((name) => wanted.has(name)).map((name) => [name, new Set()]),
  );
  const open = (): readonly string[] =>
    [...seen].filter(([, values]) => values.size < 2).map(([name]) => name);
  const note = (values: readonly number[]): void => {
    const whole = values.map(Math.round);
    if (!holds(problem, names, whole)) return;
    for (const [index, name] of names.entries()) seen.get(name)?.add(whole[index] ?? 0);
  };
  const model = highs.createModel(modelOf(problem, names));
  try {
    model.options.set({ output_flag: false });
    const everyColumn = { kind: "range", from: 0, to: names.length - 1 } as const;
    const solve = (costs: readonly number[]): readonly number[] => {
      model.changeColsCost(everyColumn, costs);
      model.run();
      if (model.getModelStatus() !== optimal) throw new Error("HiGHS found no solution");
      const values = [...model.getSolution().colValue];
      note(values);
      return values;
    };
    const extremes = (at: number): readonly [least: number, most: number] => {
      const along = (cost: number) => solve(names.map((_, index) => (index === at ? cost : 0)))[at] ?? 0;
      return [Math.ceil(along(1) - tolerance) + 0, Math.floor(along(-1) + tolerance) + 0];
    };
    let sum: readonly number[] = names.map(() => 0);
    for (let round = 0; round < rounds && open().length > 0; round += 1) {
      const left = new Set(open());
      const found = solve(names.map((name, index) => (left.has(name) ? pull(round, index) : 0)));
      // If none of these figures is published, a solution that fits once fits twice.
      sum = found.map((value, index) => value + (sum[index] ?? 0));
      note(sum);
    }
    const derived: { name: string; value: number }[] = [];
    const unsure: string[] = [];
    for (const name of open()) {
      if ((seen.get(name)?.size ?? 0) > 1) continue;
      const [least, most] = extremes(names.indexOf(name));
      if (least >= most) derived.push({ name, value: least });
      else if ((seen.get(name)?.size ?? 0) < 2) unsure.push(name);
    }
    if (unsure.length > 0)
      model.changeColsIntegrality(
        everyColumn,
        names.map(() => whole),
      );
    for (const name of unsure) {
      const [least, most] = extremes(names.indexOf(name));
      if (least >= most) derived.push({ name, value: least });
    }
    return derived;
  } finally {
    model.dispose();
  }
}

const optimal = 7;
const whole = 1;
const tolerance = 1e-6;

/** All down, all up, then each figure one way or the other, never the same two rounds on end. */
const pull = (round: number, index: number): number => {
  if (round < 2) return 1 - 2 * round;
  return (Math.imul(index + 1, 0x9e37_79b1 * round) >> 7) & 1 ? 1 + (index % 5) / 10 : -1 - (index % 3) / 10;
};

const many = 100_000;

function modelOf({ bounds, constraints }: Problem, names: readonly string[]) {
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of constraints) {
    for (const [name, times] of terms) {
      indices.push(indexOf.get(name) ?? -1);
      values.push(times);
    }
    starts.push(indices.length);
  }
  const range = names.map((name) => bounds.get(name) ?? { low: 0, high: many });
  return {
    numCols: names.length,
    numRows: constraints.length,
    colCost: names.map(() => 0),
    colLower: range.map(({ low }) => low),
    colUpper: range.map(({ high }) => Math.min(high, many)),
    rowLower: constraints.map(({ low }) => low),
    rowUpper: constraints.map(({ high }) => high),
    matrix: {
      format: "csr" as const,
      numRows: constraints.length,
      numCols: names.length,
      starts,
      indices,
      values,
    },
  };
}

/** In whole numbers, so that nothing is lost by rounding. */
function holds(
  { bounds, constraints }: Problem,
  names: readonly string[],
  values: readonly number[],
): boolean {
  const numberOf = new Map(names.map((name, index) => [name, values[index] ?? 0]));
  const within = (value: number, { low, high }: { low: number; high: number }) =>
    value >= low && value <= high;
  return (
    names.every((name) => within(numberOf.get(name) ?? 0, bounds.get(name) ?? { low: 0, high: 0 })) &&
    constraints.every((constraint: Constraint) =>
      within(
        constraint.terms.reduce((sum, [name, times]) => sum + times * (numberOf.get(name) ?? 0), 0),
        constraint,
      ),
    )
  );
}
