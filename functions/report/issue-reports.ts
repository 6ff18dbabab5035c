import type { CaseRecord, Instant, Revision } from "@hemvist/casework";
import {
  type Issue,
  lastMonthBefore,
  lastQuarterBefore,
  lastWeek40Before,
  manifestName,
  periodOf,
  placeOf,
  type ReportName,
  type ReportPeriod,
  reportOn,
} from "@hemvist/figures";

/** Where issued reports are kept. */
export interface Reports {
  find(key: string): Promise<string | undefined>;
  /** Writes where nothing stands; false where something does. */
  add(key: string, file: { readonly mediaType: string; readonly body: string }): Promise<boolean>;
}

/** A decision as it is stored, by its key; without a record where it cannot be read. */
export interface Stored {
  readonly pk: string;
  readonly record: CaseRecord | undefined;
  readonly error?: unknown;
}

export interface Ports {
  readonly all: () => AsyncIterable<Stored>;
  readonly reports: Reports;
  /** Told of each decision that is left out of the figures since it cannot be read. */
  readonly onUnreadable: (stored: Stored) => void;
}

export interface Wanted {
  readonly report: ReportName;
  readonly period: ReportPeriod;
}

export interface Issued {
  readonly report: ReportName;
  readonly period: string;
  /** `stands`: it was issued before, and is what it was. */
  readonly outcome: "issued" | "stands";
}

/** A report was asked for that there cannot be, or not yet. */
export class NoSuchReport extends Error {
  override readonly name = "NoSuchReport";
}

/** An earlier run wrote a part of it, and this one would write that part otherwise. */
class IssuedOtherwise extends Error {
  override readonly name = "IssuedOtherwise";
}

/** What each run of the schedule sees to: the newest period of each report that is over. A missed run is made good by the next. */
export const dueBy = (at: Instant): readonly Wanted[] => [
  { report: "need-and-volume", period: lastQuarterBefore(at) },
  { report: "not-carried-out", period: lastQuarterBefore(at) },
  { report: "equality", period: lastQuarterBefore(at) },
  { report: "week-40", period: lastWeek40Before(at) },
  { report: "agenda", period: lastMonthBefore(at) },
];

/** @throws NoSuchReport where there is no such period, or it is not over at `at` */
export function wanted(report: ReportName, { period: name, at }: { period: string; at: Instant }): Wanted {
  const period = periodOf(report, name);
  if (period === undefined) throw new NoSuchReport(`${report} has no period ${name}`);
  if (period.ends > at) throw new NoSuchReport(`${name} is not over`);
  return { report, period };
}

/**
 * Issues the reports that are not issued yet; one that is stands, unchanged, whatever has become of the decisions. A
 * decision that cannot be read is left out, and each report says how many were.
 */
export const issueReports =
  ({ all, reports, onUnreadable }: Ports) =>
  async (asked: readonly Wanted[]): Promise<readonly Issued[]> => {
    const issued: Issued[] = [];
    let read: Read | undefined;
    for (const { report, period } of asked) {
      const stands = await reports.find(`${placeOf(report, period)}/${manifestName}`);
      if (stands === undefined) {
        read ??= await gathered(all(), onUnreadable);
        await write(reportOn(report, { ...read, period }), reports);
      }
      issued.push({ report, period: period.name, outcome: stands === undefined ? "issued" : "stands" });
    }
    return issued;
  };

interface Read {
  readonly records: readonly CaseRecord[];
  readonly leftOut: number;
}

async function gathered(all: AsyncIterable<Stored>, onUnreadable: Ports["onUnreadable"]): Promise<Read> {
  const records: CaseRecord[] = [];
  let leftOut = 0;
  for await (const stored of all) {
    if (stored.record !== undefined) records.push(asFiguresNeed(stored.record));
    else {
      leftOut += 1;
      onUnreadable(stored);
    }
  }
  return { records, leftOut };
}

/** All records are held at once, so what no figure is made from goes: messages, and why each rule held or did not. */
const asFiguresNeed = (record: CaseRecord): CaseRecord => ({
  ...record,
  outbox: [],
  ...(record.standing ? { standing: withoutReasons(record.standing) } : {}),
  ...(record.returned ? { returned: withoutReasons(record.returned) } : {}),
});

const withoutReasons = (revision: Revision): Revision => ({
  ...revision,
  judgement: { ...revision.judgement, findings: [], triedRules: [] },
});

/** The manifest last: a run that stops half-way has issued nothing, and the next one finds its own bytes there. */
async function write({ place, files }: Issue, reports: Reports): Promise<void> {
  for (const { name, ...file } of files) {
    const key = `${place}/${name}`;
    const added = await reports.add(key, file);
    if (!added && (await reports.find(key)) !== file.body) throw new IssuedOtherwise(key);
  }
}
