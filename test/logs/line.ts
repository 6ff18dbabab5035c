import { parsedJson } from "@hemvist/contracts";

/** A line of a function's log, as Logs Insights reads it. */
export type Row = Readonly<Record<string, unknown>>;

/** A line that a function of a local run wrote. */
export interface LogLine {
  readonly functionName: string;
  readonly line: string;
}

/** The line's fields. Undefined if it is no object of JSON. */
export function rowOf(line: string): Row | undefined {
  const row = parsedJson(line);
  return typeof row === "object" && row !== null && !Array.isArray(row) ? { ...row } : undefined;
}

/** Whether the line is one of metrics, which has no id. */
export const isMetrics = (row: Row): boolean => "_aws" in row;
