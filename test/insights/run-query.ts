import { type Condition, conditionIn, type Row, valueIn } from "./condition.ts";

// The part of Logs Insights' language that our saved queries use. The emulator knows less of it, and we found no other
// engine for Node or Python: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html

/** What a query answers on these lines of a log. It refuses a command, a function or a form that it does not know. */
export function runQuery(query: string, lines: readonly Row[]): readonly Row[] {
  return query
    .split("\n|")
    .map((command) => command.trim().replaceAll(/\s+/g, " "))
    .reduce<readonly Row[]>((rows, command) => run(command, rows), lines);
}

function run(command: string, rows: readonly Row[]): readonly Row[] {
  const [, name = "", rest = ""] = /^(\w+) (.+)$/.exec(command) ?? [];
  switch (name) {
    case "fields":
      // It chooses what the console shows. What follows sees every field of a line.
      return rows;
    case "filter":
      return filtered(conditionIn(rest), rows);
    case "stats":
      return stats(rest, rows);
    case "sort":
      return sorted(rest, rows);
    case "limit":
      return rows.slice(0, Number(rest));
    default:
      throw new Error(`no such command here: ${command}`);
  }
}

const filtered = (condition: Condition, rows: readonly Row[]): readonly Row[] => rows.filter(condition);

function sorted(by: string, rows: readonly Row[]): readonly Row[] {
  const [, field = "", order] = /^(\S+) (asc|desc)$/.exec(by) ?? [];
  if (order === undefined) throw new Error(`no such order here: ${by}`);
  const sign = order === "asc" ? 1 : -1;
  return rows.toSorted((a, b) => sign * compared(valueIn(a, field), valueIn(b, field)));
}

function compared(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a ?? "") < String(b ?? "") ? -1 : 1;
}

interface Aggregate {
  readonly name: string;
  readonly of: (rows: readonly Row[]) => number;
}

function stats(text: string, rows: readonly Row[]): readonly Row[] {
  const [, aggregates = "", by = ""] = /^(.+?)(?: by (.+))?$/.exec(text) ?? [];
  const groups = by === "" ? [] : by.split(", ");
  const wanted = aggregates.split(/, (?=\w+\()/).map(aggregateIn);
  const found = Map.groupBy(rows, (row) => JSON.stringify(groups.map((field) => valueIn(row, field))));
  return [...found.values()].map((its) => ({
    ...Object.fromEntries(groups.map((field) => [field, valueIn(its[0] ?? {}, field)])),
    ...Object.fromEntries(wanted.map(({ name, of }) => [name, of(its)])),
  }));
}

function aggregateIn(text: string): Aggregate {
  const [, name = "", field = "", percent, as] =
    /^(\w+)\(([^,)]+)(?:, (\d+))?\)(?: as (\w+))?$/.exec(text) ?? [];
  const numbers = (rows: readonly Row[]): readonly number[] =>
    rows.map((row) => valueIn(row, field)).filter((value) => typeof value === "number");
  const by: Readonly<Record<string, Aggregate["of"]>> = {
    count: (rows) =>
      field === "*" ? rows.length : rows.filter((row) => valueIn(row, field) !== undefined).length,
    sum: (rows) => numbers(rows).reduce((sum, one) => sum + one, 0),
    avg: (rows) => numbers(rows).reduce((sum, one) => sum + one, 0) / numbers(rows).length,
    max: (rows) => Math.max(...numbers(rows)),
    pct: (rows) => percentile(numbers(rows), Number(percent)),
  };
  const of = by[name];
  if (of === undefined) throw new Error(`no such aggregate here: ${text}`);
  return { name: as ?? text, of };
}

/** The value that so many per cent are not above. */
const percentile = (values: readonly number[], percent: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil((percent / 100) * values.length) - 1] ?? Number.NaN;
