import { readdirSync } from "node:fs";
import type { Fault } from "../../packages/sandbox/faults/fault.ts";
import { notWalked, walksOf } from "../../packages/sandbox/faults/walked.ts";

/** Every page of docs/runbooks, without its ending. */
export const runbooks: readonly string[] = readdirSync(new URL("../../docs/runbooks/", import.meta.url))
  .map((file) => file.replace(/\.md$/, ""))
  .toSorted();

/** The part of `docs/alarms.md` that says which fault walks which runbook. */
export const walkParts = (): Readonly<Record<string, string>> => ({
  walks: ["| runbook | fault | found by |", "| --- | --- | --- |", ...runbooks.flatMap(rowsOf)].join("\n"),
});

function rowsOf(runbook: string): readonly string[] {
  const page = `[${runbook}](runbooks/${runbook}.md)`;
  const why = notWalked.get(runbook);
  return why === undefined
    ? walksOf(runbook).map((fault) => `| ${page} | \`${fault.name}\` | ${foundBy(fault)} |`)
    : [`| ${page} | none | ${why}. |`];
}

const foundBy = (fault: Fault): string => ("alarm" in fault ? `\`${fault.alarm}\`` : fault.told.en);
