/** Ours: a fifth of a day's decisions come in its busiest hour. */
const busiestHour = 0.2;

/** Counted in test/journeys/sealed.test.ts: a decision with two assignments, alone, hand-off's memory included. */
const writeUnits = 8;

/**
 * In a second. What a table without provisioned capacity takes when it is new, and what one partition of it takes at most
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html,
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html).
 */
const newTable = 4000;

/** Messages of a decision with two assignments: two assignments and an answer. */
const messages = 3;

/** Dollars for a million decisions that come alone over HTTP: docs/cost.md. */
const perMillion = 11.96;

const inShort = (number: number): string => String(Number(number.toPrecision(2)));

/** What a stage does at several rates, as the table in docs/scale.md. */
export const ratesTable = (decisionsADay: readonly number[]): string =>
  [
    "| decisions a day | a second in the busiest hour | write units a second | of a new table | messages a second | dollars a month |",
    "| --- | --- | --- | --- | --- | --- |",
    ...decisionsADay.map((day) => {
      const second = (day * busiestHour) / 3600;
      const units = second * writeUnits;
      const row = [
        day.toLocaleString("en"),
        inShort(second),
        inShort(units),
        `${inShort((100 * units) / newTable)} %`,
        inShort(second * messages),
        ((day * 30 * perMillion) / 1_000_000).toFixed(2),
      ];
      return `| ${row.join(" | ")} |`;
    }),
  ].join("\n");

/** A town's, a city's, and what no municipality has: a decision for each of Sweden's inhabitants in ten days. */
export const rates = [10, 100, 1000, 10_000, 1_000_000] as const;
