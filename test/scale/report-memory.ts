import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

export interface ReportMemory {
  readonly records: number;
  /** All that was read of them, as JSON. */
  readonly readBytes: number;
  /** What the five reports hold when they have read the last record. */
  readonly keptBytes: number;
  readonly writtenBytes: number;
  /** Of the process, Node itself included. */
  readonly peakMegabytes: number;
  readonly seconds: number;
}

interface Asked {
  readonly records: number;
  /** How many times over each record's outbox stands in it; once unless given. */
  readonly outboxes?: number;
  /** The most that the heap may hold, in megabytes. The run fails above it. */
  readonly heapMegabytes: number;
}

const child = join(import.meta.dirname, "report-child.ts");

/** What all five reports take over so many records, in a process with a heap of that size. @throws where it is too small */
export async function reportMemory({ records, outboxes = 1, heapMegabytes }: Asked): Promise<ReportMemory> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--expose-gc",
    `--max-old-space-size=${heapMegabytes}`,
    child,
    String(records),
    String(outboxes),
  ]);
  return JSON.parse(stdout) as ReportMemory;
}
