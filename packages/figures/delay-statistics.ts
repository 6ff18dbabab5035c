import type { Model, Municipality } from "@hemvist/rules";
import type { Delay } from "./delay.ts";
import { bandColumns, bandOf } from "./need-and-volume.ts";
import { type PublishedTable, published } from "./published.ts";
import type { ReportPeriod } from "./report-period.ts";
import { type Column, type Entry, tabulate } from "./table.ts";

interface Scope {
  readonly municipality: Municipality;
  readonly period: ReportPeriod;
  readonly model: Model;
}

/**
 * How many decisions have not been carried out, or not again, when the quarter ends; of which types, and how long since
 * the decision.
 *
 * > Socialnämnden ska lämna en statistikrapport till kommunfullmäktige över hur många gynnande beslut … som inte har
 * > verkställts inom tre månader från dagen för respektive beslut. Nämnden ska vidare ange vilka typer av insatser dessa
 * > beslut gäller samt hur lång tid som har gått från dagen för respektive beslut.
 * > SFS 2025:400 34 kap. 3 §
 *
 * It counts decisions. One with two delayed interventions counts under the type of each, and once in all. Its time
 * counts from the earlier of their days.
 */
export const delayStatistics = (
  delays: readonly Delay[],
  { period, model, municipality }: Scope,
): readonly PublishedTable[] =>
  (["never-begun", "interrupted"] as const).flatMap((kind) => {
    const lasting = delays.filter((delay) => delay.kind === kind && lasts(delay));
    const rows = model.administrations;
    const byType = lasting.map((delay) => ({ ...entryOf(delay), column: delay.subArea }));
    const byTime = [...Map.groupBy(lasting, decisionOf).values()].flatMap((together) => {
      const [earliest = period.to] = together.map(({ decidedOn }) => decidedOn).sort();
      return together.map((delay) => ({ ...entryOf(delay), column: bandOf(earliest, period.to) }));
    });
    return [
      published(`${kind}-by-type`, tabulate(byType, { rows, columns: typesOf(model) })),
      published(
        `${kind}-by-time-since-decision`,
        tabulate(byTime, { rows, columns: timesOf(period, municipality) }),
      ),
    ];
  });

/**
 * What a basic decision may hold: what SF carries out, and what SoB has agreed on. A reader knows that the others are
 * zero.
 */
const typesOf = ({ subAreas, agreements }: Model): readonly Column[] =>
  subAreas
    .filter(
      ({ code, carriedOutBy }) =>
        carriedOutBy.includes("sf") || agreements.some((agreement) => agreement.subAreas.includes(code)),
    )
    .map(({ code, area }) => ({ code, group: area }));

/** None is delayed before three months have gone. */
const timesOf = ({ to }: ReportPeriod, municipality: Municipality): readonly Column[] =>
  bandColumns(to, municipality).filter(({ code }) => code !== bandOf(to, to));

const lasts = ({ carriedOutOn, endedOn }: Delay): boolean =>
  carriedOutOn === undefined && endedOn === undefined;

const decisionOf = ({ administration, decisionId }: Delay): string => `${administration} ${decisionId}`;

/** What is counted is a decision, however many of its interventions are delayed. */
const entryOf = (delay: Delay): Omit<Entry, "column"> => ({
  row: delay.administration,
  person: delay.personKey,
  thing: decisionOf(delay),
});
