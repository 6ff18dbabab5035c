import { catalogue, type Dimension, described, type MetricName, valuesOf } from "@hemvist/runtime/metrics";
import { dollarsFor } from "../cost/dollars.ts";
import { goteborg } from "../support/goteborg.ts";

/** The parts of `docs/metrics.md` that are drawn from the catalogue. */
export const metricParts = (): Readonly<Record<string, string>> => ({
  metrics: [
    "| metric | unit | by, each alone | written by | räknar eller mäter | counts or measures |",
    "| --- | --- | --- | --- | --- | --- |",
    ...names.map(rowOf),
  ].join("\n"),
  values: [
    "| dimension | values in Göteborg | which |",
    "| --- | --- | --- |",
    ...dimensions.map((dimension) => {
      const values = valuesOf(dimension, goteborg);
      return `| \`${dimension}\` | ${values.length} | ${values.map((value) => `\`${value}\``).join(", ")} |`;
    }),
  ].join("\n"),
  sum: `A stage of Göteborg can write ${total} metrics, if each value of each dimension comes. If all of them were written in each hour of a month, they would cost ${dollarsFor("metric", total).toFixed(2)} dollars.`,
});

const names = Object.keys(catalogue).filter((name): name is MetricName => name in described);

function rowOf(name: MetricName): string {
  const { unit, by } = catalogue[name];
  const { from, sv, en } = described[name];
  const code = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(", ");
  return `| \`${name}\` | ${unit} | ${code(by)} | ${from.join(", ")} | ${sv} | ${en} |`;
}

const isSplit = (dimension: Dimension): dimension is Exclude<Dimension, "service"> => dimension !== "service";

const dimensions = [...new Set(names.flatMap((name): readonly Dimension[] => catalogue[name].by))].filter(
  isSplit,
);

/** CloudWatch counts each value of a dimension as a metric of its own. */
const manyOf = (name: MetricName): number =>
  catalogue[name].by
    .map((dimension: Dimension) =>
      isSplit(dimension) ? valuesOf(dimension, goteborg).length : described[name].from.length,
    )
    .reduce((sum, many) => sum + many, 0);

const total = names.map(manyOf).reduce((sum, many) => sum + many, 0);
