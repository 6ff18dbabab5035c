import {
  type Assignment,
  type AssignmentStatus,
  type FollowUpKind,
  isOpen,
  type Level,
  transitions,
} from "@hemvist/casework";
import type { Interval, IntervalName, Model } from "@hemvist/rules";
import { assignmentWatch } from "../../packages/casework/assignment-watch.ts";
import { goteborg } from "../support/goteborg.ts";

/** The parts of `docs/status-model.md` that are drawn from the code, by the name of their place in it. */
export const parts = (): Readonly<Record<string, string>> => ({
  diagram: diagram(),
  transitions: transitionTable(),
  "awaited-of-an-assignment": assignmentTable(),
  "awaited-of-a-decision": kindTable(ofDecisions),
  "awaited-of-a-proposal": kindTable(ofProposals),
  intervals: intervalTable(),
  model: `Numbers are those of \`${newest().name}\`, the newest model.`,
});

function newest(): Model {
  const model = goteborg.models.at(-1);
  if (model === undefined) throw new Error("there is no model");
  return model;
}

const stateOf = (status: string): string => status.replaceAll("-", "_");

function diagram(): string {
  const ends = transitions.map(({ to }) => to).filter((status) => !isOpen({ status }));
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...transitions.filter(({ to }) => to.includes("-")).map(({ to }) => `  state "${to}" as ${stateOf(to)}`),
    "  [*] --> requested",
    ...transitions.flatMap(({ to, from, by }) =>
      from.map((status) => `  ${stateOf(status)} --> ${stateOf(to)}${by === "sf" ? " : SF" : ""}`),
    ),
    ...ends.map((status) => `  ${stateOf(status)} --> [*]`),
    "```",
  ].join("\n");
}

const code = (text: string): string => `\`${text}\``;
const list = (texts: readonly string[]): string => texts.map(code).join(", ");

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

const transitionTable = (): string =>
  table(
    ["to", "from", "by", "needs", "reason codes"],
    transitions.map(({ to, from, by, needs, reasons = [] }) => [
      code(to),
      list(from),
      by === "sf" ? "SF, through a revision" : "provider",
      needs ? code(needs) : "",
      list(reasons),
    ]),
  );

/** What each follow-up waits for and the day on which it falls due. A kind without a line does not compile. */
const meanings: Readonly<
  Record<FollowUpKind, { readonly awaited: string; readonly due: (interval: typeof spelt) => string }>
> = {
  "not-acknowledged": {
    awaited: "that the provider's system acknowledges it",
    due: (interval) => `${interval("acknowledge")} after it was requested`,
  },
  "not-answered": {
    awaited: "that the provider accepts or rejects",
    due: (interval) => `the working day after \`answerBy\`, itself ${interval("answer")} after the request`,
  },
  "not-started": {
    awaited: "that the intervention begins",
    due: (interval) =>
      `${interval("start")} after \`expectedStartOn\`, or after \`from\` if that is later; at most ${interval("news")} after \`from\` or the acceptance`,
  },
  "no-news": {
    awaited: "a report that it goes on (`in-progress` again), or that it has ended",
    due: (interval) => `${interval("news")} after the last report came`,
  },
  "not-resumed": {
    awaited: "that it goes on, or ends",
    due: (interval) => `${interval("resume")} after it was put on hold`,
  },
  "not-ended": {
    awaited: "that the provider says how it ended, or that it goes on",
    due: (interval) => `the day after \`to\`; ${interval("news")} after a report that came later than that`,
  },
  "never-carried-out": {
    awaited: "nothing more: the intervention never began",
    due: () => "the day after `to`, or after `answerBy` if that is later",
  },
  "work-plan-review": {
    awaited: "SF's follow-up against the work plan",
    due: () =>
      "`nextFollowUpOn`, then every `followUpEveryWeeks` while the decision runs; of several that have passed, the newest",
  },
  "gap-ahead": {
    awaited: "an intervention for days that nothing covers",
    due: (interval) =>
      `${interval("gap-warning")} before the first working day that nothing covers, or when hemvist first sees the gap; again while it lasts`,
  },
  "decision-ending": {
    awaited: "a new decision, or none",
    due: (interval) => `${interval("decision-ending")} before \`validTo\``,
  },
  "horizon-near": {
    awaited: "that SF judges anew between 12:4 and a basic decision",
    due: (interval) => `${interval("horizon-warning")} before the horizon, if the decision runs that long`,
  },
  "horizon-passed": {
    awaited: "the same, after the horizon",
    due: (interval) => `the day after the horizon, ${interval("horizon")} after \`decidedOn\``,
  },
  "delay-near": {
    awaited: "that a favourable basic decision is carried out, or carried out again",
    due: (interval) =>
      `${interval("delay-near")} after the intervention's own \`decidedOn\`, or after the interruption`,
  },
  "delay-passed": {
    awaited: "the same, when the delay must be reported (34 kap. SoL)",
    due: (interval) => `the day after ${interval("delay")} from the same day`,
  },
  "proposal-unanswered": {
    awaited: "that SF agrees to the provider's proposal, or declines it",
    due: (interval) => `${interval("proposal-answer")} after it came`,
  },
  "revision-expected": {
    awaited: "the revision that carries out what SF agreed to",
    due: (interval) => `${interval("revision-after-proposal")} after SF's answer came`,
  },
  "correction-expected": {
    awaited: "a correction of the revision that was returned",
    due: (interval) => `${interval("correction")} after it was returned, and again`,
  },
};

const levels: Readonly<Record<Level, string>> = {
  provider: "provider",
  sf: "SF",
  "operative-group": "operative collaboration group",
  sob: "SoB",
};

/** Of an assignment's watch only the kind and the ladder are drawn, and those follow from its status alone. */
const sample: Omit<Assignment, "status"> = {
  assignmentId: "sf-centrum.SFC-2026-004711.1",
  interventionId: "1",
  area: "job",
  subArea: "job.traineeship",
  governedBy: ["arbvux"],
  carriedOutBy: "arbvux",
  provider: "kompetenscenter",
  parallel: false,
  decidedOn: "2026-11-02",
  from: "2026-11-09",
  to: "2027-05-09",
  requestedAt: "2026-11-02T09:00:00Z",
  statusAt: "2026-11-02T09:00:00Z",
  heardAt: "2026-11-02T09:00:00Z",
  answerBy: "2026-11-09",
};

const openStatuses: readonly AssignmentStatus[] = [...new Set(transitions.flatMap(({ from }) => from))];

/** What tells one row of the table from another: an assignment, and the day on which it is looked at. */
const rows: readonly (Pick<Assignment, "status"> &
  Partial<Assignment> & { readonly said?: string; readonly today?: string })[] = [
  ...openStatuses.map((status) => ({ status })),
  {
    status: "on-hold",
    said: "for `illness` or `parental-leave`",
    reason: { code: "illness", whose: "person" },
  },
  { status: "accepted", said: "or an earlier one, after `to`", today: "2027-05-10" },
  { status: "in-progress", said: "or `on-hold`, after `to`", today: "2027-05-10" },
];

const assignmentTable = (): string =>
  table(
    ["status", "what is awaited", "follow-up", "falls due", "who is notified, in turn"],
    rows.map(({ said = "", today = "2026-11-10", ...changes }) => {
      const watch = assignmentWatch({ ...sample, ...changes }, { model: newest(), today, isOver: false });
      if (watch === undefined) throw new Error(`Nothing is awaited of one that is ${changes.status}`);
      const { awaited, due } = meanings[watch.kind];
      const notified = watch.ladder.map((level) => levels[level]).join(" → ");
      return [`${code(changes.status)} ${said}`.trim(), awaited, code(watch.kind), due(spelt), notified];
    }),
  );

const ofDecisions: readonly FollowUpKind[] = [
  "correction-expected",
  "work-plan-review",
  "gap-ahead",
  "decision-ending",
  "horizon-near",
  "horizon-passed",
  "delay-near",
  "delay-passed",
];

const ofProposals: readonly FollowUpKind[] = ["proposal-unanswered", "revision-expected"];

const kindTable = (kinds: readonly FollowUpKind[]): string =>
  table(
    ["follow-up", "what is awaited", "falls due"],
    kinds.map((kind) => [code(kind), meanings[kind].awaited, meanings[kind].due(spelt)]),
  );

const isOurs = ({ origin }: Interval): boolean => origin === "ours";

function length({ count, unit }: Interval): string {
  const words = unit.replace("-", " ");
  return `${count} ${count === 1 ? words.replace(/s$/, "") : words}`;
}

function spelt(name: IntervalName): string {
  const interval = newest().intervals[name];
  return `${length(interval)}${isOurs(interval) ? " (ours)" : ""}`;
}

const intervalTable = (): string =>
  table(
    ["interval", "length", "whose", "why"],
    Object.entries(newest().intervals).map(([name, interval]) => [
      code(name),
      length(interval),
      isOurs(interval) ? "**ours**" : `the ${interval.origin}'s`,
      interval.why.en,
    ]),
  );
