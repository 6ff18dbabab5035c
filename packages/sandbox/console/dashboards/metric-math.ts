/** A value for each period, by where the period begins; or one value for all. */
export type Values = ReadonlyMap<number, number> | number;

/** The expression uses something that is not known here. The message names it. */
export class NotReckoned extends Error {
  override readonly name = "NotReckoned";
}

/**
 * Works out CloudWatch's metric math, as much of it as the dashboards use: numbers, ids, `+ - * /`, comparisons,
 * parentheses, `IF` and `FILL` with a number. A missing value counts as 0 in arithmetic. `IF` without a third argument
 * gives no value where its condition does not hold.
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html)
 *
 * @throws NotReckoned
 */
export function reckoned(expression: string, named: ReadonlyMap<string, Values>): Values {
  const tokens = expression.match(token) ?? [];
  let index = 0;
  const next = (): string | undefined => tokens[index];
  const take = (expected?: string): string => {
    const found = tokens[index];
    if (found === undefined || (expected !== undefined && found !== expected))
      throw new NotReckoned(`${expression}: ${found ?? "slutet"}`);
    index += 1;
    return found;
  };

  const ranked = (rank: number): Values => {
    const operators = ranks[rank];
    if (operators === undefined) return single();
    let left = ranked(rank + 1);
    for (let sign = next(); sign !== undefined && operators[sign] !== undefined; sign = next()) {
      const operate = operators[take()];
      const right = ranked(rank + 1);
      if (operate !== undefined) left = each(left, right, operate);
    }
    return left;
  };

  const single = (): Values => {
    const word = take();
    if (word === "(") {
      const inner = ranked(0);
      take(")");
      return inner;
    }
    if (word === "-") return each(0, single(), (zero, value) => zero - value);
    if (/^[\d.]/.test(word)) return Number(word);
    if (next() === "(") return called(word);
    const values = named.get(word);
    if (values === undefined) throw new NotReckoned(`${expression}: ${word}`);
    return values;
  };

  const called = (name: string): Values => {
    take("(");
    const args = [ranked(0)];
    while (next() === ",") {
      take();
      args.push(ranked(0));
    }
    take(")");
    const [first = 0, second = 0, third] = args;
    if (name === "IF" && args.length >= 2) return chosen(first, second, third);
    if (name === "FILL" && typeof second === "number") return filled(first, second, named);
    throw new NotReckoned(`${expression}: ${name}`);
  };

  const values = ranked(0);
  if (next() !== undefined) throw new NotReckoned(`${expression}: ${next()}`);
  return values;
}

const token = /\d+(?:\.\d+)?|[A-Za-z_]\w*|>=|<=|==|!=|[-+*/(),<>]/g;

type Operate = (a: number, b: number) => number;

/** What binds least comes first. A comparison gives 1 where it holds, else 0. */
const ranks: readonly Readonly<Record<string, Operate>>[] = [
  {
    ">=": (a, b) => Number(a >= b),
    "<=": (a, b) => Number(a <= b),
    ">": (a, b) => Number(a > b),
    "<": (a, b) => Number(a < b),
    "==": (a, b) => Number(a === b),
    "!=": (a, b) => Number(a !== b),
  },
  { "+": (a, b) => a + b, "-": (a, b) => a - b },
  { "*": (a, b) => a * b, "/": (a, b) => a / b },
];

const placesOf = (...all: readonly Values[]): readonly number[] =>
  [...new Set(all.flatMap((values) => (typeof values === "number" ? [] : [...values.keys()])))].sort(
    (a, b) => a - b,
  );

const at = (values: Values, place: number): number | undefined =>
  typeof values === "number" ? values : values.get(place);

function each(a: Values, b: Values, operate: Operate): Values {
  if (typeof a === "number" && typeof b === "number") return operate(a, b);
  return series(placesOf(a, b), (place) => operate(at(a, place) ?? 0, at(b, place) ?? 0));
}

function chosen(condition: Values, then: Values, otherwise: Values | undefined): Values {
  return series(placesOf(condition, then), (place) => {
    if ((at(condition, place) ?? 0) !== 0) return at(then, place);
    return otherwise === undefined ? undefined : at(otherwise, place);
  });
}

/** Filled wherever another metric of the widget has a value. */
function filled(values: Values, filling: number, named: ReadonlyMap<string, Values>): Values {
  return series(placesOf(values, ...named.values()), (place) => at(values, place) ?? filling);
}

/** A division by nothing gives no value. */
function series(
  places: readonly number[],
  valueAt: (place: number) => number | undefined,
): ReadonlyMap<number, number> {
  return new Map(
    places.flatMap((place) => {
      const value = valueAt(place);
      return value === undefined || !Number.isFinite(value) ? [] : [[place, value] as const];
    }),
  );
}
