import { tableOf } from "../../packages/cli/voice/table-text.ts";
import type { Counted } from "./counted.ts";
import { dollarsFor, dollarsOf, entriesOf, sumOf, times, type Usage } from "./dollars.ts";
import type { Idle } from "./idle.ts";
import type { Design } from "./other-designs.ts";
import { type Priced, prices, pricesReadOn } from "./prices.ts";

export interface Cost {
  readonly counted: Counted;
  readonly others: readonly Design[];
  readonly idle: Idle;
}

/** Everything the tool prints, line by line. */
export const printed = ({ counted, others, idle }: Cost): readonly string[] => [
  "Dollars for a million decisions with two assignments each: taken in, handed over, awaited.",
  "",
  tableOf(
    ["", ...groups.map(([name]) => name), "sum"],
    [
      row("hemvist, alone over HTTP", counted.alone),
      row("hemvist, ten at a time from a queue", counted.inTens),
      ...others.map(({ name, usage }) => row(`${name}, alone over HTTP`, usage)),
    ],
  ),
  "",
  "Counted in this run: hemvist's calls, units, invocations and bytes of logs. Not counted, for any of them: processor",
  "time, the parties' tokens, what the parties pay to read their queues, storage. The others' logs are not counted,",
  "because none runs here.",
  "",
  ...others.flatMap(({ name, counts, source }) => [`${name}: ${counts}`, `  ${source}`]),
  "",
  "One decision of hemvist uses",
  tableOf(["", "alone", "in tens"], usages(counted)),
  "",
  "Dollars a month before the first decision",
  tableOf(
    ["", "how many", "dollars"],
    [
      ...idle.lines.map(({ what, usage }) => [what, amount(usage), money(dollarsOf(usage))]),
      ["sum", "", money(dollarsOf(sumOf(...idle.lines.map(({ usage }) => usage))))],
    ],
  ),
  "",
  `Dollars a month for ${many} decisions in the table, as first versions of ${counted.recordBytes} bytes, with recovery to any second: ${money(dollarsOf(stored(counted.recordBytes))).trim()}`,
  "",
  "Alarms by what they watch",
  tableOf(["", "alarms"], idle.alarms),
  "",
  "Keys",
  ...idle.keys.map((key) => `  ${key}`),
  "",
  `Prices, read on ${pricesReadOn}. Those of us-east-1 stand in for Stockholm's, which no source here shows.`,
  tableOf(
    ["unit", "dollars", "per", "region", "source"],
    Object.values(prices).map(({ unit, dollars, per, of, source }) => [
      unit,
      String(dollars),
      per,
      of,
      source,
    ]),
  ),
];

const groups: readonly (readonly [string, readonly Priced[]])[] = [
  ["table", ["writeUnit", "readUnit"]],
  ["queues", ["orderedQueueRequest", "queueRequest"]],
  ["invocations", ["invocation"]],
  ["gateway", ["gatewayRequest"]],
  ["logs", ["logGigabyte"]],
  ["KMS", ["keyRequest"]],
  ["workflow", ["durableOperation", "stateTransition", "scheduleRun"]],
];

const many = 100_000;

const stored = (bytes: number): Usage => ({
  tableStorage: (many * bytes) / 1e9,
  pointInTimeRecovery: (many * bytes) / 1e9,
});

const million = 1_000_000;

const row = (name: string, usage: Usage): readonly string[] => [
  name,
  ...groups.map(([, members]) =>
    money(members.reduce((sum, what) => sum + dollarsFor(what, (usage[what] ?? 0) * million), 0)),
  ),
  money(dollarsOf(times(usage, million))),
];

const usages = ({ alone, inTens }: Counted): readonly (readonly string[])[] =>
  entriesOf(sumOf(alone, inTens)).map(([what]) => [
    prices[what].unit,
    short(alone[what] ?? 0),
    short(inTens[what] ?? 0),
  ]);

const amount = (usage: Usage): string =>
  entriesOf(usage)
    .map(([, many]) => String(many))
    .join(" + ");

const money = (dollars: number): string => dollars.toFixed(2).padStart(8);
const short = (many: number): string =>
  (many < 0.01 && many > 0 ? many.toExponential(1) : many.toFixed(2)).padStart(8);
