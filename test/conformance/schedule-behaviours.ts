import { type Behaviour, none, notShown, seen, shown } from "./behaviour.ts";
import { firstDue, type OpenSchedule, type Run } from "./schedule-probe.ts";

const inBoth = { simulated: shown, bare: none, local: shown, amazon: none };
const handler = "functions/follow-up/run.ts";
const onTime = "The local run fires each occurrence once, on the instant.";

const hours = Array.from({ length: 48 }, (_, index) =>
  new Date(Date.parse(firstDue) + index * 3_600_000).toISOString().replace(".000Z", "Z"),
);
const timesOf = (runs: readonly Run[], hour: string): number =>
  runs.filter(({ scheduled }) => scheduled === hour).length;

/** What starts a function by the clock. */
export const scheduleBehaviours: readonly Behaviour<OpenSchedule>[] = [
  {
    says: "A run gets the time that it is for, to the second in UTC.",
    is: "relied on",
    by: [handler, "functions/report/run.ts", "infra/constructs/stockholm-schedule.ts"],
    page: "Context attributes of a schedule",
    shows: inBoth,
    async check(open) {
      const scheduled = (await open()).map((run) => run.scheduled);
      return seen(scheduled.join() === hours.join(), `${scheduled.length} runs, ${scheduled[0]} first`);
    },
  },
  {
    says: "A late run gets the time that it was for, not the current time.",
    is: "relied on",
    by: [handler, "functions/follow-up/follow-up-due.ts"],
    page: "Context attributes of a schedule",
    shows: { ...inBoth, local: notShown("none was late", onTime) },
    async check(open) {
      const runs = await open({ trouble: "schedule-late" });
      const late = runs.filter(({ scheduled, at }) => at > scheduled);
      return seen(
        late.length > 0 && late.every(({ scheduled }) => hours.includes(scheduled)),
        "none was late",
      );
    },
  },
  {
    says: "A run may come twice.",
    is: "withstood",
    by: ["functions/follow-up/follow-up-due.ts", "functions/report/issue-reports.ts"],
    shows: { ...inBoth, local: notShown("each came once", onTime) },
    async check(open) {
      const runs = await open({ trouble: "schedule-doubled" });
      return seen(
        hours.some((hour) => timesOf(runs, hour) > 1),
        "each came once",
      );
    },
  },
  {
    says: "A run may never come: after some attempts Scheduler gives it up.",
    is: "withstood",
    by: ["functions/follow-up/follow-up-due.ts", "infra/constructs/stockholm-schedule.ts"],
    shows: { ...inBoth, local: notShown("every one came", onTime) },
    async check(open) {
      const runs = await open({ trouble: "schedule-skipped" });
      const missed = hours.filter((hour) => timesOf(runs, hour) === 0).length;
      return seen(missed > 0 && missed < hours.length, "every one came");
    },
  },
  {
    says: "Scheduler tries a failed run again, with the same time.",
    is: "withstood",
    by: [handler],
    shows: {
      ...inBoth,
      simulated: notShown(
        "it was not tried again",
        "The next hour's run replaces a failed run, which is worse than the real platform. The simulation does make a run come twice.",
      ),
    },
    async check(open) {
      const runs = await open({ fails: (nth) => nth === 2 });
      const second = hours[1] ?? "";
      return seen(timesOf(runs, second) === 2, "it was not tried again");
    },
  },
];
