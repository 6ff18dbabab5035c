import type { Calls } from "@hemvist/local";
import { reconciliationText } from "../../packages/cli/ops/reconcile-text.ts";
import type { SentMessage } from "./case-systems.ts";
import type { LoadResult } from "./load-run.ts";
import type { MessageDay } from "./message-days.ts";

/** All that a run came to: sums per party and day, then figures, then whether it balances. */
export function printed(result: LoadResult): readonly string[] {
  const { bySenders, byRecords, messages, disagreements, balances } = result;
  return [
    reconciliationText(bySenders),
    ...(byRecords.balances ? [] : ["", "By the records alone:", reconciliationText(byRecords)]),
    "",
    "Messages, per party and day   (to be sent: the stream; sent: hand-off; received: the party, each id once)",
    messageTable(messages),
    "",
    ...figures(result),
    "",
    ...disagreements.slice(0, most).map(({ what, id }) => `! ${what}: ${id}`),
    ...(disagreements.length > most ? [`… ${disagreements.length - most} more`] : []),
    balances ? "It balances: nothing lost, nothing made up, nothing under way." : "It does NOT balance.",
  ];
}

const most = 50;

function messageTable(rows: readonly MessageDay[]): string {
  const numbers = ({ toBeSent, sent, received, twice, answers }: MessageDay): readonly number[] => [
    toBeSent,
    sent,
    received,
    twice,
    answers,
  ];
  const sums = rows
    .map(numbers)
    .reduce((sum, row) => sum.map((number, column) => number + (row[column] ?? 0)), [0, 0, 0, 0, 0]);
  const line = (party: string, day: string, counts: readonly number[]): string =>
    `${party.padEnd(26)}  ${day.padEnd(10)}${counts.map((count) => String(count).padStart(12)).join("")}`;
  const head = ["to be sent", "sent", "received", "twice", "answers"].map((name) => name.padStart(12));
  return [
    `${"party".padEnd(26)}  ${"day".padEnd(10)}${head.join("")}`,
    ...rows.map((row) => line(row.party, row.day, numbers(row))),
    line("sum", "", sums),
  ].join("\n");
}

function figures({
  loaded: { sent, reports },
  restarts,
  calls,
  seconds,
  processorSeconds,
}: LoadResult): readonly string[] {
  const decisions = new Set(sent.flatMap(({ content }) => content?.decision ?? [])).size;
  const count = (is: (message: SentMessage) => boolean): number => sent.filter(is).length;
  const { count: all, writeUnits, readUnits } = inAll(calls);
  const struck = Object.entries(restarts).map(([what, times]) => `${what} ${times}`);
  const sum = Object.values(restarts).reduce((before, times) => before + times, 0);
  return [
    `${decisions} decisions in ${sent.length} messages: ${count(({ isRepeat }) => isRepeat)} sent twice, ${count(({ content }) => content?.isOther === true)} other content under the same id, ${count(({ content }) => content?.isWithinModel === false)} outside the model, ${count(({ content }) => content === undefined)} unreadable, ${count(({ way }) => way === "http")} over HTTP; ${reports.length} reports from providers`,
    `${sum} restarts in the middle of a batch: ${struck.join(", ")}`,
    `${seconds.toFixed(0)} seconds, ${(decisions / seconds).toFixed(1)} decisions per second with their whole hand-off; ${processorSeconds.toFixed(0)} seconds of processor time, ${((1000 * processorSeconds) / decisions).toFixed(1)} ms per decision`,
    `${(all / decisions).toFixed(1)} calls, ${(writeUnits / decisions).toFixed(1)} write units and ${(readUnits / decisions).toFixed(1)} read units per decision, by the functions: ${perFunction(calls, decisions)}`,
    `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB of memory at most, engines included`,
  ];
}

const ofFunctions = (calls: Calls) =>
  Object.entries(calls).filter(([caller]) => caller.startsWith("hemvist-"));

const inAll = (calls: Calls) =>
  ofFunctions(calls)
    .flatMap(([, operations]) => Object.values(operations))
    .reduce(
      (sum, { count, writeUnits, readUnits }) => ({
        count: sum.count + count,
        writeUnits: sum.writeUnits + writeUnits,
        readUnits: sum.readUnits + readUnits,
      }),
      { count: 0, writeUnits: 0, readUnits: 0 },
    );

const perFunction = (calls: Calls, decisions: number): string =>
  ofFunctions(calls)
    .map(([caller, operations]) => {
      const each = Object.entries(operations).map(
        ([operation, { count }]) => `${operation.split(".")[1]} ${(count / decisions).toFixed(2)}`,
      );
      return `${caller.replace("hemvist-", "")} ${each.join(", ")}`;
    })
    .join("; ");
