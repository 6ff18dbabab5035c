import type { Verdict } from "./judge.ts";
import type { Outcome } from "./suites.ts";

/** Of the planted bugs, how many must be caught. */
export const enough = 0.95;

const caught = (outcome: Outcome): boolean => !outcome.green;
const share = (some: number, all: number): string => `${((100 * some) / all).toFixed(0)} %`;

export interface Sums {
  readonly planted: number;
  readonly caught: number;
  /** How many the tests beside the code alone would have caught. */
  readonly caughtByUnitTests: number;
}

export const sumsOf = (verdicts: readonly Verdict[]): Sums => ({
  planted: verdicts.length,
  caught: verdicts.filter(({ suite }) => caught(suite)).length,
  caughtByUnitTests: verdicts.filter(({ unit }) => caught(unit)).length,
});

export const isEnough = ({ planted, caught: some }: Sums): boolean => planted > 0 && some >= enough * planted;

export const linesOf = ({ planted, caught: some, caughtByUnitTests }: Sums): readonly string[] => [
  `${some} of ${planted} planted bugs were caught (${share(some, planted)})`,
  `${caughtByUnitTests} of ${planted} by the plain unit tests alone (${share(caughtByUnitTests, planted)})`,
];

/** A bug in three lines: what it is, what caught it, and whether the unit tests alone would have. */
export function verdictLines({ bug, suite, unit }: Verdict): readonly string[] {
  return [
    `${suite.green ? "NOT CAUGHT" : "caught"}  ${bug.name}`,
    `  by ${bug.suite}${suite.green ? ": nothing failed" : `: ${suite.failed.replace(`${bug.suite}: `, "")}`}`,
    `  unit tests alone: ${unit.green ? "no" : bug.suite === "unit" ? "yes" : `yes: ${unit.failed}`}`,
  ];
}
