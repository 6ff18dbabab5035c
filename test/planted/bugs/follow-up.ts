import type { Bug } from "../bug.ts";

/** Whoever must hear of it, when the day comes. */
export const followUp: readonly Bug[] = [
  {
    name: "by the wall clock",
    why: "A run that is late, or repeated, does not do what the one on time would have done.",
    file: "functions/follow-up/handler.ts",
    find: "instantOf(Date.parse(scheduledTime))",
    replace: `instantOf(Date.now())`,
    suite: "test/docs/clock.test.ts",
  },
  {
    name: "never sent again",
    why: "An assignment that the stream forgot is lost: the provider is reminded of what it never got.",
    file: "packages/casework/follow-up.ts",
    find: `kind === "not-acknowledged" ? assignmentOf`,
    replace: `kind === "not-answered" ? assignmentOf`,
    suite: "unit",
  },
  {
    name: "one failure ends the run",
    why: "One decision that cannot be read keeps all that are due after it from being followed up.",
    file: "functions/follow-up/follow-up-due.ts",
    find: "onFailed(key, error);",
    replace: "onFailed(key, error);\n        break;",
    suite: "unit",
  },
  {
    name: "three months less a day",
    why: "SF is told on the last day that is still in time that it is too late.",
    file: "packages/casework/delay-watches.ts",
    find: "addDays(dateAfter(since, model.intervals.delay), 1)",
    replace: "dateAfter(since, model.intervals.delay)",
    suite: "unit",
  },
  {
    name: "at night and on holidays",
    why: "Providers and SF are told of things when nobody is at work to do anything about them.",
    file: "packages/casework/office-hours.ts",
    find: "return isWorkingDay(today) && at >=",
    replace: "return at >=",
    suite: "unit",
  },
  {
    name: "Easter Monday at work",
    why: "A provider's five working days to answer are four.",
    file: "packages/rules/working-days.ts",
    find: "const daysFromEaster = [-2, 1, 39];",
    replace: "const daysFromEaster = [-2, 39];",
    suite: "unit",
  },
  {
    name: "told once, and never further",
    why: "What SF does not act on never comes to the operative collaboration group, nor to SoB.",
    file: "packages/casework/watches.ts",
    find: "step: Math.min(told.step + 1, top)",
    replace: "step: Math.min(told.step, top)",
    suite: "unit",
  },
  {
    name: "the law's clock over every decision",
    why: "A 12:4 decision is told of as delayed, which the law does not ask.",
    file: "packages/casework/delay-watches.ts",
    find: `if (standing.judgement.legalBasis === "sol-12-4") return [];`,
    replace: "",
    suite: "unit",
  },
];
