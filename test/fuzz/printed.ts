import type { Found, FuzzResult } from "./fuzz-run.ts";
import { wrongs } from "./judged.ts";

/** What a run has to say, line by line. */
export function printed({
  requests,
  answers,
  kinds,
  tricks,
  decisions,
  found,
  seconds,
  messages,
}: FuzzResult): readonly string[] {
  const many = (counts: ReadonlyMap<string | number, number>): string =>
    [...counts]
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      .map(([of, count]) => `${of} × ${count}`)
      .join(", ");
  return [
    `${requests} requests in ${seconds.toFixed(0)} s (${(requests / seconds).toFixed(0)} a second), ${decisions} decisions known`,
    `kinds: ${many(kinds)}`,
    `token tricks: ${tricks.size} of them, ${[...tricks.values()].reduce((sum, count) => sum + count, 0)} times`,
    "",
    ...[...answers]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([operation, its]) => `  ${operation.padEnd(17)} ${many(its)}`),
    "",
    `on the parties' queues: ${many(messages)}`,
    "",
    ...wrongs.map((wrong) => `${found.filter((one) => one.wrong === wrong).length} ${wrong}`),
    ...wrongs.flatMap((wrong) =>
      found
        .filter((one) => one.wrong === wrong)
        .slice(0, 8)
        .map(lineOf),
    ),
  ];
}

const lineOf = ({ request, wrong, operation, kind, party, what }: Found): string =>
  `  ${request === undefined ? "" : `request ${request}: `}${wrong}: ${operation}, ${kind}, as ${party}: ${what}`;
