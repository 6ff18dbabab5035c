import type { CaseRecord } from "@hemvist/casework";
import { periodOf, reportNames } from "@hemvist/figures";
import { issueReports, type Stored } from "../../functions/report/issue-reports.ts";
import { livedUntil } from "../../packages/sandbox/synthetic/lives.ts";
import { syntheticCity } from "../../packages/sandbox/synthetic/synthetic-city.ts";
import { goteborg } from "../support/goteborg.ts";

/**
 * Issues all five reports over as many records as are asked for, and writes what it took as JSON. It runs in a process
 * of its own, so that its memory is its own: `node --expose-gc --max-old-space-size=64 report-child.ts 10000 1`.
 */
const records = Number(process.argv[2]);
/** How many times over each record's outbox stands in it: what no figure is made of, and must be released. */
const outboxes = Number(process.argv[3]);
const ends = "2027-01-01T00:00:00Z";
const kinds = 250;
const idMark = "«id»";
const personMark = "«person»";

/** Lives that differ, as text. Each record is read from its text anew, as from the table, under an id of its own. */
const texts = [...livedUntil(ends, { happenings: syntheticCity(kinds), municipality: goteborg })].map(
  (record) => textOf(record),
);

function textOf(record: CaseRecord): string {
  const outbox = Array.from({ length: outboxes }, () => record.outbox).flat();
  return JSON.stringify({ ...record, outbox })
    .replaceAll(record.decisionId, idMark)
    .replaceAll(record.personKey, personMark);
}

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

let [before, kept, read] = [0, 0, 0];

/** The store is read to its end, and no figures are made yet: what is in the heap then is what the reports keep. */
async function* all(): AsyncIterable<Stored> {
  before = heap();
  for (let index = 0; index < records; index += 1) {
    const text = texts[index % texts.length] ?? "";
    const decisionId = `MEM-${String(index).padStart(9, "0")}`;
    // As long as a pseudonym is, and another for each.
    const personKey = Buffer.from(`a person, number ${index}`.padEnd(32)).toString("base64url");
    const own = text.replaceAll(idMark, decisionId).replaceAll(personMark, personKey);
    read += own.length;
    const record = JSON.parse(own) as CaseRecord;
    yield { pk: `${record.administration}.${decisionId}`, record };
  }
  kept = heap() - before;
}

const wanted = reportNames.map((report) => {
  const period = periodOf(report, { agenda: "2026-12", "week-40": "2026W40" }[report as string] ?? "2026Q4");
  if (period === undefined) throw new Error(`there is no period for ${report}`);
  return { report, period };
});

let written = 0;
const started = performance.now();
const issue = issueReports({
  municipality: goteborg,
  all,
  reports: {
    find: () => Promise.resolve(undefined),
    add: (_key, { body }) => {
      written += Buffer.byteLength(body);
      return Promise.resolve(true);
    },
  },
  onUnreadable: ({ error }) => {
    throw error;
  },
});
const issued = await issue(wanted);
process.stdout.write(
  JSON.stringify({
    records,
    issued: issued.length,
    readBytes: read,
    keptBytes: kept,
    writtenBytes: written,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    seconds: (performance.now() - started) / 1000,
  }),
);
